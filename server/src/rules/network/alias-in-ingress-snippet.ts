import { annotationsOf, defineRule, isIngress, manifest, mitre, nist80053, pciDss, same, within } from '../../kit/index.js';

export default defineRule({
  id: 'alias-in-ingress-snippet',
  severity: 'error',
  profile: 'baseline',
  since: '0.1.0',
  docs: {
    summary: 'A snippet of the Ingress serves files of the controller (`alias`).',
    why: 'The directive `alias` makes a path of the site lead into the controller\'s file system, where its private keys and the token of its service account lie. One request then fetches what opens every Secret of the cluster (CVE-2021-25742).',
  },
  aliases: [same('checkov', 'CKV_K8S_154')],
  frameworks: [mitre('T1552.001'), mitre('T1005'), nist80053('SI-10'), pciDss('6.2.4')],
  messages: { served: 'The snippet {key} of {name} serves files of the controller.' },
  visit: {
    resource(resource, report) {
      if (!isIngress(resource)) return;
      for (const { key, field, text } of annotationsOf(resource)) {
        const match = key.includes('snippet') ? /\balias\b/u.exec(text) : null;
        if (match) report(within(field, { start: match.index, end: match.index + match[0].length }), { message: 'served', data: { key, name: resource.title } });
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
            nginx.ingress.kubernetes.io/server-snippet: "location /files { alias /var/run; }"
        spec:
          rules:
            - host: shop.example.com
      `,
    },
    {
      good: manifest`
        apiVersion: networking.k8s.io/v1
        kind: Ingress
        metadata:
          name: shop
          annotations:
            nginx.ingress.kubernetes.io/server-alias: www.example.com
        spec:
          rules:
            - host: shop.example.com
      `,
    },
  ],
});
