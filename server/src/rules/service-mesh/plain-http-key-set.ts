import { defineRule, manifest, mitre, nist80053, pciDss, within } from '../../kit/index.js';

export default defineRule({
  id: 'plain-http-key-set',
  severity: 'error',
  profile: 'baseline',
  since: '0.1.0',
  docs: {
    summary: 'The keys that tokens are verified with are fetched over plain HTTP.',
    why: 'Whoever can change the answer on its way puts a key of their own among those that are trusted, and can then sign tokens for any user.',
    unless: 'the address is inside the mesh, and mutual TLS is enforced on the way there.',
  },
  aliases: [],
  frameworks: [mitre('T1557'), nist80053('SC-8(1)'), nist80053('SC-12'), pciDss('8.3.2')],
  messages: { plain: '{name} fetches the keys that tokens are verified with over plain HTTP.' },
  visit: {
    resource(resource, report) {
      if (resource.kind !== 'RequestAuthentication' || resource.group !== 'security.istio.io') return;
      for (const rule of resource.root.at('spec', 'jwtRules').items()) {
        const address = rule.at('jwksUri');
        const text = address.isTemplated ? '' : (address.string ?? '');
        if (/^http:\/\/(?!(?:localhost|127\.0\.0\.1)(?:[:/]|$))/iu.test(text)) report(within(address, { start: 0, end: 'http'.length }), { message: 'plain', data: { name: resource.title } });
      }
    },
  },
  examples: [
    {
      bad: manifest`
        apiVersion: security.istio.io/v1
        kind: RequestAuthentication
        metadata:
          name: orders
        spec:
          jwtRules:
            - issuer: https://login.example.com
              jwksUri: http://login.example.com/keys
      `,
    },
    {
      good: manifest`
        apiVersion: security.istio.io/v1
        kind: RequestAuthentication
        metadata:
          name: orders
        spec:
          jwtRules:
            - issuer: https://login.example.com
              jwksUri: https://login.example.com/keys
      `,
    },
  ],
});
