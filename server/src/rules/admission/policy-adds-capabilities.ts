import { cis, defineRule, manifest, near, nsa, same } from '../../kit/index.js';

export default defineRule({
  id: 'policy-adds-capabilities',
  severity: 'warning',
  profile: 'all',
  since: '0.1.0',
  tag: 'deprecated',
  docs: {
    summary: 'A PodSecurityPolicy lets containers add capabilities.',
    why: 'Each capability is a part of root’s power. PodSecurityPolicy itself is gone since Kubernetes 1.25; before, the policy was what kept such pods out.',
  },
  aliases: [
    same('checkov', 'CKV_K8S_24'),
    near('kubescape', 'psp-deny-allowed-capabilities', 'judges all policies together and is content if one complies'),
    near('kubescape', 'C-0219', 'judges all policies together and is content if one complies'),
  ],
  frameworks: [cis('5.2.9'), nsa('capabilities')],
  messages: {
    added: 'PodSecurityPolicy {name} lets containers add {capability}.',
  },
  visit: {
    resource(resource, report) {
      if (resource.kind !== 'PodSecurityPolicy') return;
      const list = resource.root.at('spec', 'allowedCapabilities');
      const first = list.items()[0];
      if (first && !first.isTemplated) report(first, { message: 'added', data: { name: resource.name ?? '(unnamed)', capability: String(first.value ?? '') } });
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
          allowedCapabilities: [NET_ADMIN]
      `,
    },
    {
      good: manifest`
        apiVersion: policy/v1beta1
        kind: PodSecurityPolicy
        metadata:
          name: shop
        spec:
          allowedCapabilities: []
      `,
    },
  ],
});
