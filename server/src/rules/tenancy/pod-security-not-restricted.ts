import { defineRule, fix, isUserNamespace, manifest, nist80053, nsa, podSecurityLabel, same } from '../../kit/index.js';

export default defineRule({
  id: 'pod-security-not-restricted',
  severity: 'hint',
  profile: 'strict',
  since: '0.1.0',
  docs: {
    summary: 'A Namespace enforces the Pod Security level `baseline` and not `restricted`.',
    why: 'Baseline stops the known ways out of a container, but lets programs run as root, with the default capabilities and without a seccomp profile. Restricted asks for what current hardening practice asks.',
    unless: 'programs in the namespace have to run as root or need other things that restricted forbids.',
  },
  aliases: [
    same('kubescape', 'pod-security-admission-restricted-applied-1', 'pod-security-admission-restricted-applied-2'),
    same('kubescape', 'C-0197', 'C-0198', 'C-0200', 'C-0201'),
  ],
  frameworks: [nsa('pod-security-enforcement'), nist80053('CM-7')],
  messages: {
    baseline: '{title} enforces the Pod Security level baseline, not restricted.',
  },
  visit: {
    resource(resource, report) {
      const enforce = podSecurityLabel(resource, 'enforce');
      if (!isUserNamespace(resource) || !enforce.is('baseline')) return;
      report(enforce, { message: 'baseline', data: { title: resource.title }, fix: fix.set(enforce, 'restricted', 'Enforce the level restricted', 'suggestion') });
    },
  },
  examples: [
    {
      bad: manifest`
        apiVersion: v1
        kind: Namespace
        metadata:
          name: shop
          labels:
            pod-security.kubernetes.io/enforce: baseline
      `,
      fixed: manifest`
        apiVersion: v1
        kind: Namespace
        metadata:
          name: shop
          labels:
            pod-security.kubernetes.io/enforce: restricted
      `,
    },
  ],
});
