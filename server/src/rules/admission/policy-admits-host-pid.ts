import { cis, defineRule, fix, manifest, mitre, near, nsa, same } from '../../kit/index.js';

export default defineRule({
  id: 'policy-admits-host-pid',
  severity: 'warning',
  profile: 'all',
  since: '0.1.0',
  tag: 'deprecated',
  docs: {
    summary: 'A PodSecurityPolicy admits pods in the process namespace of the node.',
    why: 'Such a pod sees and signals every process of the node, and reads their environment. PodSecurityPolicy itself is gone since Kubernetes 1.25; before, the policy was what kept such pods out.',
  },
  aliases: [
    same('checkov', 'CKV_K8S_1'),
    near('kubescape', 'psp-deny-hostpid', 'judges all policies together and is content if one complies'),
    near('kubescape', 'C-0214', 'judges all policies together and is content if one complies'),
  ],
  frameworks: [cis('5.2.3'), nsa('host-namespaces'), mitre('T1611')],
  messages: {
    admitted: 'PodSecurityPolicy {name} admits pods in the process namespace of the node.',
  },
  visit: {
    resource(resource, report) {
      if (resource.kind !== 'PodSecurityPolicy') return;
      const field = resource.root.at('spec', 'hostPID');
      if (field.is(true)) report(field, { message: 'admitted', data: { name: resource.name ?? '(unnamed)' }, fix: fix.set(field, false, 'Refuse pods in the process namespace of the node', 'suggestion') });
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
          hostPID: true
      `,
      fixed: manifest`
        apiVersion: policy/v1beta1
        kind: PodSecurityPolicy
        metadata:
          name: shop
        spec:
          hostPID: false
      `,
    },
    {
      good: manifest`
        apiVersion: policy/v1beta1
        kind: PodSecurityPolicy
        metadata:
          name: shop
        spec:
          hostPID: false
      `,
    },
  ],
});
