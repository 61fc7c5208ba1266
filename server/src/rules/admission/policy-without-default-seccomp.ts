import { cis, defineRule, manifest, nsa, same } from '../../kit/index.js';

export default defineRule({
  id: 'policy-without-default-seccomp',
  severity: 'warning',
  profile: 'all',
  since: '0.1.0',
  tag: 'deprecated',
  docs: {
    summary: 'A PodSecurityPolicy sets no seccomp profile for containers that have none.',
    why: 'Without a profile a container may make every system call of the kernel. PodSecurityPolicy itself is gone since Kubernetes 1.25; before, the policy was what kept such pods out.',
  },
  aliases: [
    same('checkov', 'CKV_K8S_32'),
  ],
  frameworks: [cis('5.6.2'), nsa('seccomp')],
  messages: {
    unset: 'PodSecurityPolicy {name} sets no default seccomp profile.',
    other: 'PodSecurityPolicy {name} sets the seccomp profile {profile} by default.',
  },
  visit: {
    resource(resource, report) {
      if (resource.kind !== 'PodSecurityPolicy' || resource.isPartial) return;
      const profile = resource.metadata.at('annotations').locate(['seccomp.security.alpha.kubernetes.io/defaultProfileName']);
      const text = String(profile.value ?? '');
      if (profile.isTemplated || /(?:docker|runtime)\/default/u.test(text)) return;
      if (profile.isSet) report(profile, { message: 'other', data: { name: resource.name ?? '(unnamed)', profile: text } });
      else report(profile, { message: 'unset', data: { name: resource.name ?? '(unnamed)' } });
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
          privileged: false
      `,
    },
    {
      good: manifest`
        apiVersion: policy/v1beta1
        kind: PodSecurityPolicy
        metadata:
          name: shop
          annotations:
            seccomp.security.alpha.kubernetes.io/defaultProfileName: runtime/default
        spec:
          privileged: false
      `,
    },
  ],
});
