import { defineRule, fix, iso27001, manifest, networkPolicyLanguage, nist80053, nsa, pciDss } from '../../kit/index.js';

export default defineRule({
  id: 'default-deny-disabled',
  severity: 'information',
  profile: 'strict',
  since: '0.1.0',
  docs: {
    summary: 'A policy of Cilium lets traffic through without denying the rest.',
    why: 'Cilium denies what no rule allows as soon as a policy selects a pod. With `enableDefaultDeny` off for a direction it does not: unless another policy selects the pod, everything is let through and the rules allow nothing that was not allowed.',
    unless: 'other policies deny by default, and this one only adds to them.',
  },
  aliases: [],
  frameworks: [nsa('network-policies'), nist80053('SC-7(5)'), pciDss('1.3.1'), iso27001('8.20')],
  messages: { off: '{name} denies no {direction} that its rules do not allow.' },
  visit: {
    resource(resource, report) {
      if (networkPolicyLanguage(resource) !== 'cilium') return;
      for (const spec of [resource.root.at('spec'), ...resource.root.at('specs').items()]) {
        for (const direction of ['ingress', 'egress'] as const) {
          const setting = spec.at('enableDefaultDeny', direction);
          if (setting.is(false)) report(setting, { message: 'off', data: { name: resource.title, direction }, fix: fix.set(setting, true, `Deny other ${direction}`, 'suggestion') });
        }
      }
    },
  },
  examples: [
    {
      bad: manifest`
        apiVersion: cilium.io/v2
        kind: CiliumNetworkPolicy
        metadata:
          name: orders
        spec:
          endpointSelector: {}
          enableDefaultDeny:
            egress: false
          egress:
            - toEntities: [kube-apiserver]
      `,
      fixed: manifest`
        apiVersion: cilium.io/v2
        kind: CiliumNetworkPolicy
        metadata:
          name: orders
        spec:
          endpointSelector: {}
          enableDefaultDeny:
            egress: true
          egress:
            - toEntities: [kube-apiserver]
      `,
    },
  ],
});
