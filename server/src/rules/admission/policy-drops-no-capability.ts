import { cis, defineRule, fix, manifest, near, nsa, same } from '../../kit/index.js';

export default defineRule({
  id: 'policy-drops-no-capability',
  severity: 'warning',
  profile: 'all',
  since: '0.1.0',
  tag: 'deprecated',
  docs: {
    summary: 'A PodSecurityPolicy makes containers drop no capability.',
    why: 'Containers keep what the runtime gives them, more than nearly any program needs. PodSecurityPolicy itself is gone since Kubernetes 1.25; before, the policy was what kept such pods out.',
  },
  aliases: [
    same('checkov', 'CKV_K8S_36'),
    near('kubescape', 'psp-required-drop-capabilities', 'judges all policies together and is content if one complies'),
    near('kubescape', 'C-0220', 'judges all policies together and is content if one complies'),
  ],
  frameworks: [cis('5.2.10'), nsa('capabilities')],
  messages: {
    none: 'PodSecurityPolicy {name} makes containers drop no capability.',
  },
  visit: {
    resource(resource, report) {
      if (resource.kind !== 'PodSecurityPolicy' || resource.isPartial) return;
      const dropped = resource.root.at('spec', 'requiredDropCapabilities');
      if (!dropped.isTemplated && dropped.items().length === 0) report(dropped, { message: 'none', data: { name: resource.name ?? '(unnamed)' }, fix: fix.set(dropped, ['ALL'], 'Drop all capabilities', 'suggestion') });
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
          requiredDropCapabilities: []
      `,
      fixed: manifest`
        apiVersion: policy/v1beta1
        kind: PodSecurityPolicy
        metadata:
          name: shop
        spec:
          requiredDropCapabilities: [ALL]
      `,
    },
    {
      good: manifest`
        apiVersion: policy/v1beta1
        kind: PodSecurityPolicy
        metadata:
          name: shop
        spec:
          requiredDropCapabilities: [KILL]
      `,
    },
  ],
});
