import { cis, defineRule, fix, hasVisibleLabels, iso27001, isUserNamespace, manifest, mitre, near, nist80053, nsa, podSecurityLabel, same, soc2 } from '../../kit/index.js';

export default defineRule({
  id: 'pod-security-not-enforced',
  severity: 'information',
  profile: 'restricted',
  since: '0.1.0',
  docs: {
    summary: 'A Namespace enforces no level of the Pod Security Standards.',
    why: 'Without the label `pod-security.kubernetes.io/enforce` the namespace admits whatever the cluster’s default admits, which is everything unless an administrator has changed it: privileged pods, the node’s filesystem, its network. The labels `warn` and `audit` refuse nothing.',
    unless: 'another policy engine or the cluster’s default level takes care of the namespace.',
  },
  aliases: [
    same('kubescape', 'pod-security-admission-baseline-applied-1', 'pod-security-admission-baseline-applied-2'),
    same('kubescape', 'C-0193', 'C-0194', 'C-0195', 'C-0196', 'C-0199', 'C-0202', 'C-0203', 'C-0204'),
    same('kubescape', 'pod-security-admission-restricted-applied-1', 'pod-security-admission-restricted-applied-2'),
    same('kubescape', 'C-0197', 'C-0198', 'C-0200', 'C-0201'),
    near('kubescape', 'C-0192', 'passes namespaces where any webhook judges namespaced objects'),
    near('kubescape', 'pod-security-admission-applied-1', 'passes namespaces where a validating webhook judges namespaced objects'),
    near('kubescape', 'pod-security-admission-applied-2', 'passes namespaces where a mutating webhook judges namespaced objects'),
  ],
  frameworks: [cis('5.2.1'), nsa('pod-security-enforcement'), mitre('T1610'), nist80053('CM-7'), nist80053('AC-6'), soc2('CC6.8'), iso27001('8.9')],
  messages: {
    unset: '{title} enforces no Pod Security level.',
    told: '{title} enforces no Pod Security level; it tells of what {level} forbids and admits it ({mode}: {level}).',
  },
  visit: {
    resource(resource, report) {
      const enforce = podSecurityLabel(resource, 'enforce');
      if (!isUserNamespace(resource) || enforce.isSet || !hasVisibleLabels(resource)) return;
      const { title } = resource;
      const told = (['warn', 'audit'] as const).map((mode) => ({ mode, label: podSecurityLabel(resource, mode) })).find(({ label }) => label.is('baseline', 'restricted'));
      const level = told?.label.string ?? 'baseline';
      const repair = fix.set(enforce, level, `Enforce the level ${level}`, 'suggestion');
      if (told) report(enforce, { message: 'told', data: { title, level, mode: told.mode }, related: [{ message: 'The level that is only told of.', place: told.label }], fix: repair });
      else report(enforce, { message: 'unset', data: { title }, fix: repair });
    },
  },
  examples: [
    {
      bad: manifest`
        apiVersion: v1
        kind: Namespace
        metadata:
          name: shop
      `,
      fixed: manifest`
        apiVersion: v1
        kind: Namespace
        metadata:
          name: shop
          labels:
            pod-security.kubernetes.io/enforce: baseline
      `,
    },
    {
      title: 'a level that only warns',
      bad: manifest`
        apiVersion: v1
        kind: Namespace
        metadata:
          name: shop
          labels:
            pod-security.kubernetes.io/warn: restricted
      `,
      fixed: manifest`
        apiVersion: v1
        kind: Namespace
        metadata:
          name: shop
          labels:
            pod-security.kubernetes.io/warn: restricted
            pod-security.kubernetes.io/enforce: restricted
      `,
    },
    {
      good: manifest`
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
