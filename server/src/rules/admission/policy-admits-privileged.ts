import { cis, defineRule, fix, manifest, mitre, near, nsa, same } from '../../kit/index.js';

export default defineRule({
  id: 'policy-admits-privileged',
  severity: 'warning',
  profile: 'all',
  since: '0.1.0',
  tag: 'deprecated',
  docs: {
    summary: 'A PodSecurityPolicy admits privileged containers.',
    why: 'A privileged container is root on the node. PodSecurityPolicy itself is gone since Kubernetes 1.25; before, the policy was what kept such pods out.',
  },
  aliases: [
    same('checkov', 'CKV_K8S_2'),
    near('kubescape', 'psp-deny-privileged-container', 'judges all policies together and is content if one complies'),
    near('kubescape', 'C-0213', 'judges all policies together and is content if one complies'),
  ],
  frameworks: [cis('5.2.2'), nsa('privileged-containers'), mitre('T1611')],
  messages: {
    admitted: 'PodSecurityPolicy {name} admits privileged containers.',
  },
  visit: {
    resource(resource, report) {
      if (resource.kind !== 'PodSecurityPolicy') return;
      const field = resource.root.at('spec', 'privileged');
      if (field.is(true)) report(field, { message: 'admitted', data: { name: resource.name ?? '(unnamed)' }, fix: fix.set(field, false, 'Refuse privileged containers', 'suggestion') });
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
          privileged: true
      `,
      fixed: manifest`
        apiVersion: policy/v1beta1
        kind: PodSecurityPolicy
        metadata:
          name: shop
        spec:
          privileged: false
      `,
    },
    {
      good: manifest`
        apiVersion: policy/v1beta1
        kind: PodSecurityPolicy
        metadata:
          name: shop
        spec:
          privileged: false
      `,
    },
  ],
});
