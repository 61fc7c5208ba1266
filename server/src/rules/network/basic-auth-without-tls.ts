import { annotationsOf, defineRule, hasCertificateAnnotation, hipaa, isIngress, iso27001, manifest, mitre, nist80053, pciDss } from '../../kit/index.js';

const AUTH_TYPE = /^(?:nginx\.ingress\.kubernetes\.io|haproxy-ingress\.github\.io|haproxy\.org|ingress\.kubernetes\.io)\/auth-type$/u;

export default defineRule({
  id: 'basic-auth-without-tls',
  severity: 'error',
  profile: 'baseline',
  since: '0.1.0',
  docs: {
    summary: 'The Ingress asks for passwords over plain HTTP.',
    why: 'With basic authentication the browser sends the password with every request, in a form that anybody can read. Without TLS whoever is on the way has it.',
    unless: 'something in front of the controller ends TLS.',
  },
  aliases: [],
  frameworks: [mitre('T1040'), nist80053('IA-5'), nist80053('SC-8(1)'), pciDss('8.3.2'), hipaa('164.312(e)(2)(ii)'), iso27001('8.5')],
  messages: { plain: '{name} asks for passwords over plain HTTP ({key}).' },
  visit: {
    resource(resource, report) {
      const tls = resource.root.at('spec', 'tls');
      if (!isIngress(resource) || resource.isPartial || tls.isTemplated || tls.items().length > 0 || hasCertificateAnnotation(resource)) return;
      for (const { key, field, text } of annotationsOf(resource)) {
        if (AUTH_TYPE.test(key) && /^basic(?:-auth)?$/u.test(text)) report(field, { message: 'plain', data: { name: resource.title, key } });
      }
    },
  },
  examples: [
    {
      bad: manifest`
        apiVersion: networking.k8s.io/v1
        kind: Ingress
        metadata:
          name: admin
          annotations:
            nginx.ingress.kubernetes.io/auth-type: basic
            nginx.ingress.kubernetes.io/auth-secret: admins
        spec:
          rules:
            - host: admin.example.com
      `,
    },
    {
      good: manifest`
        apiVersion: networking.k8s.io/v1
        kind: Ingress
        metadata:
          name: admin
          annotations:
            nginx.ingress.kubernetes.io/auth-type: basic
            nginx.ingress.kubernetes.io/auth-secret: admins
        spec:
          tls:
            - hosts: [admin.example.com]
              secretName: admin-tls
          rules:
            - host: admin.example.com
      `,
    },
  ],
});
