import { defineRule, iso27001, manifest, nist80053, nsa, pciDss } from '../../kit/index.js';

export default defineRule({
  id: 'allow-all-authorization',
  severity: 'warning',
  profile: 'restricted',
  since: '0.1.0',
  docs: {
    summary: 'An authorization policy of Istio allows every request from everybody.',
    why: 'A rule that says neither from whom, nor to what, nor when matches all requests. A request that one policy allows needs no other, so that policies beside it restrict nothing any more.',
    unless: 'the workload is meant to be open to the whole mesh and to callers outside of it.',
  },
  aliases: [],
  frameworks: [nsa('service-meshes'), nist80053('AC-6'), pciDss('7.3.3'), iso27001('8.3')],
  messages: { open: '{name} allows every request from everybody.' },
  visit: {
    resource(resource, report) {
      if (resource.kind !== 'AuthorizationPolicy' || resource.group !== 'security.istio.io' || resource.isPartial) return;
      const action = resource.root.at('spec', 'action');
      if (action.isTemplated || (action.isSet && !action.is('ALLOW'))) return;
      for (const rule of resource.root.at('spec', 'rules').items()) {
        const parts = [rule.at('from'), rule.at('to'), rule.at('when')];
        if (rule.isTemplated || rule.document.hasTemplatedStructure || parts.some((part) => part.isTemplated || part.items().length > 0)) continue;
        report(rule, { message: 'open', data: { name: resource.title } });
      }
    },
  },
  examples: [
    {
      bad: manifest`
        apiVersion: security.istio.io/v1
        kind: AuthorizationPolicy
        metadata:
          name: orders
        spec:
          selector:
            matchLabels:
              app: orders
          rules:
            - {}
      `,
    },
    {
      title: 'Nothing is allowed',
      good: manifest`
        apiVersion: security.istio.io/v1
        kind: AuthorizationPolicy
        metadata:
          name: deny-by-default
        spec: {}
      `,
    },
  ],
});
