import { cis, defineRule, iso27001, isUserNamespace, manifest, mitre, nist80053, nsa, podSecurityLabel, same, soc2 } from '../../kit/index.js';

export default defineRule({
  id: 'pod-security-privileged',
  severity: 'warning',
  profile: 'restricted',
  since: '0.1.0',
  docs: {
    summary: 'A Namespace admits every pod, as its Pod Security level `privileged` says.',
    why: 'The level forbids nothing: a pod may be privileged, mount the node’s filesystem and share its network. Whoever may create pods in the namespace has the nodes.',
    unless: 'the namespace is for agents of the nodes, such as network plugins and storage drivers, and nobody else creates pods in it.',
  },
  aliases: [
    same('kubescape', 'pod-security-admission-baseline-applied-1', 'pod-security-admission-baseline-applied-2'),
    same('kubescape', 'C-0193', 'C-0194', 'C-0195', 'C-0196', 'C-0199', 'C-0202', 'C-0203', 'C-0204'),
    same('kubescape', 'pod-security-admission-restricted-applied-1', 'pod-security-admission-restricted-applied-2'),
    same('kubescape', 'C-0197', 'C-0198', 'C-0200', 'C-0201'),
  ],
  frameworks: [cis('5.2.2'), nsa('pod-security-enforcement'), mitre('T1610'), nist80053('CM-7'), soc2('CC6.8'), iso27001('8.9')],
  messages: {
    privileged: '{title} admits every pod (enforce: privileged).',
  },
  visit: {
    resource(resource, report) {
      const enforce = podSecurityLabel(resource, 'enforce');
      if (isUserNamespace(resource) && enforce.is('privileged')) report(enforce, { message: 'privileged', data: { title: resource.title } });
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
            pod-security.kubernetes.io/enforce: privileged
      `,
    },
    {
      good: manifest`
        apiVersion: v1
        kind: Namespace
        metadata:
          name: shop
          labels:
            pod-security.kubernetes.io/enforce: baseline
      `,
    },
  ],
});
