import { defineRule, iso27001, manifest, nist80053, nsa, pciDss } from '../../kit/index.js';

const STAGED: ReadonlySet<string> = new Set(['StagedNetworkPolicy', 'StagedGlobalNetworkPolicy', 'StagedKubernetesNetworkPolicy']);

export default defineRule({
  id: 'staged-network-policy',
  severity: 'information',
  profile: 'strict',
  since: '0.1.0',
  docs: {
    summary: 'A network policy of Calico is staged, which means that it is not enforced.',
    why: 'A staged policy only records what it would have done. The pods that it selects are as open as before.',
    unless: 'the policy is being tried out.',
  },
  aliases: [],
  frameworks: [nsa('network-policies'), nist80053('SC-7(5)'), pciDss('1.2.1'), iso27001('8.20')],
  messages: { staged: '{name} restricts nothing, because staged policies are not enforced.' },
  visit: {
    resource(resource, report) {
      if (resource.group.endsWith('projectcalico.org') && STAGED.has(resource.kind)) report(resource.root.at('kind'), { message: 'staged', data: { name: resource.title } });
    },
  },
  examples: [
    {
      bad: manifest`
        apiVersion: projectcalico.org/v3
        kind: StagedNetworkPolicy
        metadata:
          name: orders
        spec:
          selector: app == 'orders'
          ingress:
            - action: Allow
              source:
                selector: app == 'web'
      `,
    },
    {
      good: manifest`
        apiVersion: projectcalico.org/v3
        kind: NetworkPolicy
        metadata:
          name: orders
        spec:
          selector: app == 'orders'
          ingress:
            - action: Allow
              source:
                selector: app == 'web'
      `,
    },
  ],
});
