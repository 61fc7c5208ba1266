import { defineRule, fix, gdpr, hasCertificateAnnotation, hipaa, hostMatches, isIngress, iso27001, manifest, mitre, nist80053, nsa, pciDss } from '../../kit/index.js';

export default defineRule({
  id: 'ingress-host-without-tls',
  severity: 'warning',
  profile: 'restricted',
  since: '0.1.0',
  docs: {
    summary: 'The Ingress serves a host that its `tls` section leaves out.',
    why: 'Only the hosts that `tls` names are served with a certificate. The others are served as plain HTTP or with the controller\'s own self-signed certificate, although the Ingress looks encrypted.',
    unless: 'the controller has a certificate for all hosts.',
  },
  aliases: [],
  frameworks: [nsa('encryption'), mitre('T1040'), nist80053('SC-8(1)'), pciDss('4.2.1'), hipaa('164.312(e)(2)(ii)'), gdpr('32(1)(a)'), iso27001('8.24')],
  messages: { plain: 'The tls section of {name} leaves out the host {host}.' },
  visit: {
    resource(resource, report) {
      if (!isIngress(resource) || resource.isPartial || hasCertificateAnnotation(resource)) return;
      const tls = resource.root.at('spec', 'tls');
      const entries = tls.items();
      // An entry without hosts stands for all of them.
      if (entries.length === 0 || entries.some((entry) => entry.isTemplated || entry.at('hosts').isTemplated || entry.at('hosts').items().length === 0)) return;
      const covered = entries.flatMap((entry) => entry.at('hosts').items());
      if (covered.some((host) => host.isTemplated)) return;
      for (const rule of resource.root.at('spec', 'rules').items()) {
        const host = rule.at('host');
        const text = host.string;
        if (text === undefined || text === '' || host.isTemplated || covered.some((one) => hostMatches(String(one.value ?? ''), text))) continue;
        const only = entries.length === 1 ? entries[0]?.at('hosts') : undefined;
        report(host, { message: 'plain', data: { name: resource.title, host: text }, related: [{ message: 'The hosts that have a certificate.', place: tls }], fix: only && fix.append(only, text, 'Serve the host with the certificate', 'suggestion') });
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
        spec:
          tls:
            - hosts:
                - shop.example.com
              secretName: shop-tls
          rules:
            - host: shop.example.com
            - host: admin.example.com
      `,
      fixed: manifest`
        apiVersion: networking.k8s.io/v1
        kind: Ingress
        metadata:
          name: shop
        spec:
          tls:
            - hosts:
                - shop.example.com
                - admin.example.com
              secretName: shop-tls
          rules:
            - host: shop.example.com
            - host: admin.example.com
      `,
    },
    {
      good: manifest`
        apiVersion: networking.k8s.io/v1
        kind: Ingress
        metadata:
          name: shop
        spec:
          tls:
            - hosts:
                - "*.example.com"
              secretName: shop-tls
          rules:
            - host: shop.example.com
            - host: admin.example.com
      `,
    },
  ],
});
