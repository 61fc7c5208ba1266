import { cis, defineRule, fix, manifest, near, nsa, same } from '../../kit/index.js';

export default defineRule({
  id: 'policy-admits-host-ipc',
  severity: 'warning',
  profile: 'all',
  since: '0.1.0',
  tag: 'deprecated',
  docs: {
    summary: 'A PodSecurityPolicy admits pods in the IPC namespace of the node.',
    why: 'Such a pod reads and changes the shared memory of the node’s processes. PodSecurityPolicy itself is gone since Kubernetes 1.25; before, the policy was what kept such pods out.',
  },
  aliases: [
    same('checkov', 'CKV_K8S_3'),
    near('kubescape', 'psp-deny-hostipc', 'judges all policies together and is content if one complies'),
    near('kubescape', 'C-0215', 'judges all policies together and is content if one complies'),
  ],
  frameworks: [cis('5.2.4'), nsa('host-namespaces')],
  messages: {
    admitted: 'PodSecurityPolicy {name} admits pods in the IPC namespace of the node.',
  },
  visit: {
    resource(resource, report) {
      if (resource.kind !== 'PodSecurityPolicy') return;
      const field = resource.root.at('spec', 'hostIPC');
      if (field.is(true)) report(field, { message: 'admitted', data: { name: resource.name ?? '(unnamed)' }, fix: fix.set(field, false, 'Refuse pods in the IPC namespace of the node', 'suggestion') });
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
          hostIPC: true
      `,
      fixed: manifest`
        apiVersion: policy/v1beta1
        kind: PodSecurityPolicy
        metadata:
          name: shop
        spec:
          hostIPC: false
      `,
    },
    {
      good: manifest`
        apiVersion: policy/v1beta1
        kind: PodSecurityPolicy
        metadata:
          name: shop
        spec:
          hostIPC: false
      `,
    },
  ],
});
