import { cis, defineRule, fix, manifest, near, nsa, same } from '../../kit/index.js';

export default defineRule({
  id: 'policy-admits-host-network',
  severity: 'warning',
  profile: 'all',
  since: '0.1.0',
  tag: 'deprecated',
  docs: {
    summary: 'A PodSecurityPolicy admits pods in the network of the node.',
    why: 'Such a pod reaches what listens on the node alone, and network policies do not hold for it. PodSecurityPolicy itself is gone since Kubernetes 1.25; before, the policy was what kept such pods out.',
  },
  aliases: [
    same('checkov', 'CKV_K8S_4'),
    near('kubescape', 'psp-deny-hostnetwork', 'judges all policies together and is content if one complies'),
    near('kubescape', 'C-0216', 'judges all policies together and is content if one complies'),
  ],
  frameworks: [cis('5.2.5'), nsa('host-network')],
  messages: {
    admitted: 'PodSecurityPolicy {name} admits pods in the network of the node.',
  },
  visit: {
    resource(resource, report) {
      if (resource.kind !== 'PodSecurityPolicy') return;
      const field = resource.root.at('spec', 'hostNetwork');
      if (field.is(true)) report(field, { message: 'admitted', data: { name: resource.name ?? '(unnamed)' }, fix: fix.set(field, false, 'Refuse pods in the network of the node', 'suggestion') });
    },
  },
  examples: [
    {
      bad: manifest`
        apiVersion: policy/v1beta1
        kind: PodSecurityPolicy
        metadata:
          name: shop
        spec:
          hostNetwork: true
      `,
      fixed: manifest`
        apiVersion: policy/v1beta1
        kind: PodSecurityPolicy
        metadata:
          name: shop
        spec:
          hostNetwork: false
      `,
    },
    {
      good: manifest`
        apiVersion: policy/v1beta1
        kind: PodSecurityPolicy
        metadata:
          name: shop
        spec:
          hostNetwork: false
      `,
    },
  ],
});
