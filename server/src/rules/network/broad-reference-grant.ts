import { defineRule, iso27001, manifest, mitre, nist80053 } from '../../kit/index.js';

export default defineRule({
  id: 'broad-reference-grant',
  severity: 'warning',
  profile: 'restricted',
  since: '0.1.0',
  docs: {
    summary: 'A ReferenceGrant opens all Secrets or all Services of the namespace to another one.',
    why: 'Without `name` the grant holds for every object of its kind, those that come later too. Whoever may write routes or Gateways in the other namespace can then serve with any certificate of this one, or publish any of its Services.',
    unless: 'both namespaces belong to the same people.',
  },
  aliases: [],
  frameworks: [mitre('T1552.007'), nist80053('AC-6'), nist80053('SC-7(21)'), iso27001('8.3')],
  messages: { broad: '{name} opens every {kind} of its namespace to {from}.' },
  visit: {
    resource(resource, report) {
      if (resource.kind !== 'ReferenceGrant' || resource.group !== 'gateway.networking.k8s.io' || resource.isPartial) return;
      const spec = resource.root.at('spec');
      const from = [...new Set(spec.at('from').items().map((entry) => String(entry.at('namespace').value ?? '')))].filter((name) => name !== '');
      for (const entry of spec.at('to').items()) {
        const kind = entry.at('kind');
        const object = entry.at('name');
        if (!kind.is('Secret', 'Service') || (object.isSet && object.value !== '') || object.isTemplated || from.length === 0) continue;
        report(kind, { message: 'broad', data: { name: resource.title, kind: String(kind.value), from: `namespace ${from.join(', ')}` } });
      }
    },
  },
  examples: [
    {
      bad: manifest`
        apiVersion: gateway.networking.k8s.io/v1beta1
        kind: ReferenceGrant
        metadata:
          name: certificates
          namespace: certificates
        spec:
          from:
            - group: gateway.networking.k8s.io
              kind: Gateway
              namespace: edge
          to:
            - group: ""
              kind: Secret
      `,
    },
    {
      good: manifest`
        apiVersion: gateway.networking.k8s.io/v1beta1
        kind: ReferenceGrant
        metadata:
          name: certificates
          namespace: certificates
        spec:
          from:
            - group: gateway.networking.k8s.io
              kind: Gateway
              namespace: edge
          to:
            - group: ""
              kind: Secret
              name: shop-tls
      `,
    },
  ],
});
