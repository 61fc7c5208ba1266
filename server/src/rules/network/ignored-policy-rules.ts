import { defineRule, fix, iso27001, manifest, networkPolicyLanguage, nist80053, nsa, pciDss } from '../../kit/index.js';

const DIRECTIONS = [
  { rules: 'ingress', type: 'Ingress' },
  { rules: 'egress', type: 'Egress' },
] as const;

export default defineRule({
  id: 'ignored-policy-rules',
  severity: 'warning',
  profile: 'restricted',
  since: '0.1.0',
  docs: {
    summary: 'A network policy has rules for a direction that it does not take charge of.',
    why: 'Only the directions in `policyTypes` are restricted. Rules for the other one are accepted and ignored, so that traffic which they seem to limit flows freely.',
  },
  aliases: [],
  frameworks: [nsa('network-policies'), nist80053('SC-7(5)'), pciDss('1.2.1'), iso27001('8.20')],
  messages: { ignored: 'The {direction} rules of {name} have no effect, because its policyTypes are {types}.' },
  visit: {
    resource(resource, report) {
      const language = networkPolicyLanguage(resource);
      if (language === undefined || language === 'cilium') return;
      const types = resource.root.at('spec', language === 'calico' ? 'types' : 'policyTypes');
      const named = types.items();
      if (named.length === 0 || named.some((one) => one.isTemplated)) return; // Without types the rules decide.
      for (const { rules, type } of DIRECTIONS) {
        const field = resource.root.at('spec', rules);
        if (field.items().length === 0 || named.some((one) => one.is(type))) continue;
        report(field, {
          message: 'ignored',
          data: { direction: rules, name: resource.title, types: named.map((one) => String(one.value)).join(', ') },
          related: [{ message: 'The directions that the policy restricts.', place: types }],
          fix: fix.append(types, type, `Restrict ${rules} too`, 'suggestion'),
        });
      }
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
          podSelector:
            matchLabels:
              app: orders
          policyTypes:
            - Ingress
          egress:
            - to:
                - podSelector:
                    matchLabels:
                      app: postgres
      `,
      fixed: manifest`
        apiVersion: networking.k8s.io/v1
        kind: NetworkPolicy
        metadata:
          name: orders
        spec:
          podSelector:
            matchLabels:
              app: orders
          policyTypes:
            - Ingress
            - Egress
          egress:
            - to:
                - podSelector:
                    matchLabels:
                      app: postgres
      `,
    },
    {
      title: 'Without types the rules decide',
      good: manifest`
        apiVersion: networking.k8s.io/v1
        kind: NetworkPolicy
        metadata:
          name: orders
        spec:
          podSelector: {}
          egress:
            - to:
                - podSelector:
                    matchLabels:
                      app: postgres
      `,
    },
  ],
});
