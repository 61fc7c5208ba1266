import { cis, defineRule, manifest, near, nsa, same } from '../../kit/index.js';

export default defineRule({
  id: 'policy-admits-root',
  severity: 'warning',
  profile: 'all',
  since: '0.1.0',
  tag: 'deprecated',
  docs: {
    summary: 'A PodSecurityPolicy admits containers that run as root.',
    why: 'Root in the container is root on the node as soon as anything gives way. PodSecurityPolicy itself is gone since Kubernetes 1.25; before, the policy was what kept such pods out.',
  },
  aliases: [
    same('checkov', 'CKV_K8S_6'),
    near('kubescape', 'psp-deny-root-container', 'judges all policies together and is content if one complies'),
    near('kubescape', 'C-0218', 'judges all policies together and is content if one complies'),
  ],
  frameworks: [cis('5.2.7'), nsa('non-root-containers')],
  messages: {
    admitted: 'PodSecurityPolicy {name} admits containers that run as root ({rule}).',
  },
  visit: {
    resource(resource, report) {
      if (resource.kind !== 'PodSecurityPolicy' || resource.isPartial) return;
      const user = resource.root.at('spec', 'runAsUser');
      const rule = user.at('rule');
      const ranges = user.at('ranges').items();
      if (rule.is('MustRunAsNonRoot') || rule.isTemplated || ranges.some((range) => range.at('min').isTemplated)) return;
      const zero = ranges.find((range) => range.at('min').is(0));
      if (rule.is('MustRunAs') && ranges.length > 0 && !zero) return;
      report(rule.is('MustRunAs') && zero ? zero.at('min') : rule, { message: 'admitted', data: { name: resource.name ?? '(unnamed)', rule: String(rule.value ?? 'no rule') } });
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
          runAsUser:
            rule: RunAsAny
      `,
    },
    {
      good: manifest`
        apiVersion: policy/v1beta1
        kind: PodSecurityPolicy
        metadata:
          name: shop
        spec:
          runAsUser:
            rule: MustRunAs
            ranges:
              - min: 1000
                max: 65535
      `,
    },
  ],
});
