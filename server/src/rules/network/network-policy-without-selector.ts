import { defineRule, manifest, networkPolicyLanguage, nist80053, nsa, same, type Field, type Loose } from '../../kit/index.js';

const SELECTORS = ['podSelector', 'namespaceSelector'] as const;

export default defineRule({
  id: 'network-policy-without-selector',
  severity: 'information',
  profile: 'strict',
  since: '0.1.0',
  docs: {
    summary: 'A network policy names no selector, neither for its pods nor for their peers.',
    why: 'Without `podSelector` the policy holds for every pod of the namespace, which is easily taken for holding for none, and rules without selectors cannot tell one pod from another. An empty selector says the same in words.',
    unless: 'the policy is meant for every pod and its peers are addresses.',
  },
  aliases: [same('trivy', 'KSV-0038')],
  frameworks: [nsa('network-policies'), nist80053('SC-7(5)')],
  messages: { none: '{name} names no selector, so that it holds for every pod of its namespace and tells no pods apart.' },
  visit: {
    resource(resource, report) {
      if (networkPolicyLanguage(resource) !== 'kubernetes') return;
      const spec = resource.root.at('spec');
      const peers = [...spec.at('ingress').items().flatMap((rule) => rule.at('from').items()), ...spec.at('egress').items().flatMap((rule) => rule.at('to').items())];
      if ([spec, ...peers].some(hasSelector)) return;
      report(spec.at('podSelector'), { message: 'none', data: { name: resource.title } });
    },
  },
  examples: [
    {
      bad: manifest`
        apiVersion: networking.k8s.io/v1
        kind: NetworkPolicy
        metadata:
          name: orders
        spec:
          ingress:
            - from:
                - ipBlock:
                    cidr: 10.0.0.0/8
      `,
    },
    {
      good: manifest`
        apiVersion: networking.k8s.io/v1
        kind: NetworkPolicy
        metadata:
          name: deny-by-default
        spec:
          podSelector: {}
          policyTypes: [Ingress, Egress]
      `,
    },
  ],
});

function hasSelector(field: Field<Loose>): boolean {
  return field.isTemplated || SELECTORS.some((key) => field.at(key).isSet || field.at(key).isTemplated);
}
