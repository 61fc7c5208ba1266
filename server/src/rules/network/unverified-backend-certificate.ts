import { annotationsOf, defineRule, fix, iso27001, manifest, mitre, nist80053, nsa, pciDss } from '../../kit/index.js';

export default defineRule({
  id: 'unverified-backend-certificate',
  severity: 'warning',
  profile: 'restricted',
  since: '0.1.0',
  docs: {
    summary: 'An entrance or proxy does not verify the certificate of the servers that it connects to.',
    why: 'Encryption to a server that nobody has verified is encryption to whoever answers: an attacker in the network can stand between the proxy and the server and read and change everything.',
    unless: 'the server has a certificate that nothing can verify, and the network between the two is trusted.',
  },
  aliases: [],
  frameworks: [nsa('encryption'), mitre('T1557'), nist80053('SC-8(1)'), nist80053('SC-23'), pciDss('4.2.1'), iso27001('8.24')],
  messages: { unverified: '{name} does not verify the certificates of the servers that it connects to.' },
  visit: {
    resource(resource, report) {
      const data = { name: resource.title };
      if (resource.kind === 'Ingress') {
        for (const { key, field, text } of annotationsOf(resource)) {
          if (key === 'nginx.ingress.kubernetes.io/proxy-ssl-verify' && text === 'off') report(field, { message: 'unverified', data, fix: fix.set(field, 'on', 'Verify certificates', 'suggestion') });
        }
      } else if (/^ServersTransport(?:TCP)?$/u.test(resource.kind) && resource.group.startsWith('traefik.')) {
        for (const field of [resource.root.at('spec', 'insecureSkipVerify'), resource.root.at('spec', 'tls', 'insecureSkipVerify')]) {
          if (field.is(true)) report(field, { message: 'unverified', data, fix: fix.set(field, false, 'Verify certificates', 'suggestion') });
        }
      } else if (resource.kind === 'APIService' && resource.group === 'apiregistration.k8s.io') {
        const field = resource.root.at('spec', 'insecureSkipTLSVerify');
        if (field.is(true)) report(field, { message: 'unverified', data });
      }
    },
  },
  examples: [
    {
      bad: manifest`
        apiVersion: traefik.io/v1alpha1
        kind: ServersTransport
        metadata:
          name: orders
        spec:
          insecureSkipVerify: true
      `,
      fixed: manifest`
        apiVersion: traefik.io/v1alpha1
        kind: ServersTransport
        metadata:
          name: orders
        spec:
          insecureSkipVerify: false
      `,
    },
  ],
});
