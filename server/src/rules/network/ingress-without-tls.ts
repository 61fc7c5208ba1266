import { defineRule, gdpr, hasCertificateAnnotation, hipaa, isIngress, iso27001, manifest, mitre, nist80053, nsa, pciDss, same, soc2 } from '../../kit/index.js';

export default defineRule({
  id: 'ingress-without-tls',
  severity: 'warning',
  profile: 'restricted',
  since: '0.1.0',
  docs: {
    summary: 'The Ingress serves plain HTTP only.',
    why: 'Without `tls` everybody on the way between client and cluster can read and change what is sent: passwords, session cookies, downloads.',
    unless: 'something in front of the controller ends TLS, or the controller has a certificate for all hosts.',
  },
  aliases: [same('polaris', 'tlsSettingsMissing'), same('kubescape', 'C-0263', 'ingress-no-tls')],
  frameworks: [
    nsa('encryption'), mitre('T1040'), mitre('T1557'), nist80053('SC-8(1)'), pciDss('4.2.1'), soc2('CC6.7'), hipaa('164.312(e)(2)(ii)'), gdpr('32(1)(a)'), iso27001('8.24'),
  ],
  messages: { plain: '{name} serves plain HTTP only.' },
  visit: {
    resource(resource, report) {
      if (!isIngress(resource) || hasCertificateAnnotation(resource)) return;
      const tls = resource.root.at('spec', 'tls');
      if (tls.isTemplated || tls.items().length > 0) return;
      report(tls, { message: 'plain', data: { name: resource.title } });
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
          rules:
            - host: shop.example.com
              http:
                paths:
                  - path: /
                    pathType: Prefix
                    backend:
                      service:
                        name: web
                        port:
                          number: 80
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
            - hosts: [shop.example.com]
              secretName: shop-tls
          rules:
            - host: shop.example.com
              http:
                paths:
                  - path: /
                    pathType: Prefix
                    backend:
                      service:
                        name: web
                        port:
                          number: 80
      `,
    },
  ],
});
