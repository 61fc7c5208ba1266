import { annotationsOf, defineRule, fix, isIngress, iso27001, manifest, mitre, nist80053, pciDss } from '../../kit/index.js';

const REDIRECTS: ReadonlyMap<string, string> = new Map([
  ['nginx.ingress.kubernetes.io/ssl-redirect', 'true'],
  ['nginx.org/redirect-to-https', 'true'],
  ['ingress.kubernetes.io/ssl-redirect', 'true'],
  ['haproxy.org/ssl-redirect', 'true'],
  ['haproxy-ingress.github.io/ssl-redirect', 'true'],
  ['appgw.ingress.kubernetes.io/ssl-redirect', 'true'],
]);

export default defineRule({
  id: 'tls-redirect-disabled',
  severity: 'warning',
  profile: 'restricted',
  since: '0.1.0',
  docs: {
    summary: 'The Ingress has a certificate, but serves plain HTTP too.',
    why: 'Controllers send clients from HTTP to HTTPS where there is a certificate. With the redirect off, whoever types the name without `https://` stays on plain HTTP, and whoever listens can read what they send.',
    unless: 'something in front of the controller ends TLS, and a redirect would lead in circles.',
  },
  aliases: [],
  frameworks: [mitre('T1040'), mitre('T1557'), nist80053('SC-8(1)'), pciDss('4.2.1'), iso27001('8.24')],
  messages: { off: '{name} serves plain HTTP beside HTTPS ({key} is false).' },
  visit: {
    resource(resource, report) {
      if (!isIngress(resource) || resource.root.at('spec', 'tls').items().length === 0) return;
      for (const { key, field, text } of annotationsOf(resource)) {
        const value = REDIRECTS.get(key);
        if (value !== undefined && text.toLowerCase() === 'false') report(field, { message: 'off', data: { name: resource.title, key }, fix: fix.set(field, value, 'Redirect to HTTPS', 'suggestion') });
      }
    },
  },
  examples: [
    {
      bad: manifest`
        apiVersion: networking.k8s.io/v1
        kind: Ingress
        metadata:
          name: shop
          annotations:
            nginx.ingress.kubernetes.io/ssl-redirect: "false"
        spec:
          tls:
            - hosts: [shop.example.com]
              secretName: shop-tls
          rules:
            - host: shop.example.com
      `,
      fixed: manifest`
        apiVersion: networking.k8s.io/v1
        kind: Ingress
        metadata:
          name: shop
          annotations:
            nginx.ingress.kubernetes.io/ssl-redirect: "true"
        spec:
          tls:
            - hosts: [shop.example.com]
              secretName: shop-tls
          rules:
            - host: shop.example.com
      `,
    },
  ],
});
