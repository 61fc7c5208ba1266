import { cis, defineRule, manifest, nsa, same } from '../../kit/index.js';

export default defineRule({
  id: 'policy-keeps-net-raw',
  severity: 'warning',
  profile: 'all',
  since: '0.1.0',
  tag: 'deprecated',
  docs: {
    summary: 'A PodSecurityPolicy leaves containers the capability NET_RAW.',
    why: 'With raw packets a container forges addresses and listens to what its neighbours send. PodSecurityPolicy itself is gone since Kubernetes 1.25; before, the policy was what kept such pods out.',
  },
  aliases: [
    same('checkov', 'CKV_K8S_7'),
  ],
  frameworks: [cis('5.2.8'), nsa('capabilities')],
  messages: {
    kept: 'PodSecurityPolicy {name} leaves containers NET_RAW.',
  },
  visit: {
    resource(resource, report) {
      if (resource.kind !== 'PodSecurityPolicy' || resource.isPartial) return;
      const dropped = resource.root.at('spec', 'requiredDropCapabilities');
      if (dropped.isTemplated || dropped.items().some((item) => item.isTemplated || item.is('ALL', 'NET_RAW'))) return;
      report(dropped, { message: 'kept', data: { name: resource.name ?? '(unnamed)' } });
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
          requiredDropCapabilities: [SYS_ADMIN]
      `,
    },
    {
      good: manifest`
        apiVersion: policy/v1beta1
        kind: PodSecurityPolicy
        metadata:
          name: shop
        spec:
          requiredDropCapabilities: [ALL]
      `,
    },
  ],
});
