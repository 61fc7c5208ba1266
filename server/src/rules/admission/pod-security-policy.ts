import { cis, defineRule, manifest, nist80053, nsa } from '../../kit/index.js';

export default defineRule({
  id: 'pod-security-policy',
  severity: 'warning',
  profile: 'baseline',
  since: '0.1.0',
  tag: 'deprecated',
  docs: {
    summary: 'A PodSecurityPolicy has no effect, because Kubernetes 1.25 removed the kind.',
    why: 'The API server refuses the object, and nothing takes its place by itself: a cluster that was upgraded with such policies admits every pod until namespaces carry Pod Security Admission labels or another policy engine is there.',
    unless: 'the manifests are for an older cluster; set `kubernetesVersion` then.',
  },
  aliases: [],
  frameworks: [cis('5.2.1'), nsa('pod-security-enforcement'), nist80053('SA-22')],
  messages: {
    removed: 'PodSecurityPolicy {name} does nothing in Kubernetes {version}; 1.25 removed the kind.',
  },
  visit: {
    resource(resource, report, { kubernetesVersion }) {
      if (resource.kind !== 'PodSecurityPolicy' || !/^(?:policy|extensions)$/u.test(resource.group) || !kubernetesVersion.atLeast(1, 25)) return;
      report(resource.metadata.at('name'), { message: 'removed', data: { name: resource.name ?? '(unnamed)', version: String(kubernetesVersion) } });
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
      kubernetesVersion: '1.24',
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
