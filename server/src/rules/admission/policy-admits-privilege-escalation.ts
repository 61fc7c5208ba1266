import { cis, defineRule, fix, manifest, near, nsa, same } from '../../kit/index.js';

export default defineRule({
  id: 'policy-admits-privilege-escalation',
  severity: 'warning',
  profile: 'all',
  since: '0.1.0',
  tag: 'deprecated',
  docs: {
    summary: 'A PodSecurityPolicy admits containers whose processes can gain privileges.',
    why: 'One setuid program in an image is enough to become root. PodSecurityPolicy itself is gone since Kubernetes 1.25; before, the policy was what kept such pods out.',
  },
  aliases: [
    same('checkov', 'CKV_K8S_5'),
    near('kubescape', 'psp-deny-allowprivilegeescalation', 'judges all policies together and is content if one complies'),
    near('kubescape', 'C-0217', 'judges all policies together and is content if one complies'),
  ],
  frameworks: [cis('5.2.6'), nsa('privilege-escalation')],
  messages: {
    admitted: 'PodSecurityPolicy {name} admits privilege escalation.',
    unset: 'PodSecurityPolicy {name} admits privilege escalation, because that is the default.',
  },
  visit: {
    resource(resource, report) {
      if (resource.kind !== 'PodSecurityPolicy' || resource.isPartial) return;
      const field = resource.root.at('spec', 'allowPrivilegeEscalation');
      if (field.is(false) || field.isTemplated || !resource.root.at('spec').isSet) return;
      report(field, { message: field.isSet ? 'admitted' : 'unset', data: { name: resource.name ?? '(unnamed)' }, fix: fix.set(field, false, 'Refuse privilege escalation', 'suggestion') });
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
          allowPrivilegeEscalation: true
      `,
      fixed: manifest`
        apiVersion: policy/v1beta1
        kind: PodSecurityPolicy
        metadata:
          name: shop
        spec:
          allowPrivilegeEscalation: false
      `,
    },
    {
      good: manifest`
        apiVersion: policy/v1beta1
        kind: PodSecurityPolicy
        metadata:
          name: shop
        spec:
          allowPrivilegeEscalation: false
      `,
    },
  ],
});
