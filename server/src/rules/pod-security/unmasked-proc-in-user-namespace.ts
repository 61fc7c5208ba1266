import { defineRule, fix, inPodSpec, nist80053, pss, same } from '../../kit/index.js';

export default defineRule({
  id: 'unmasked-proc-in-user-namespace',
  severity: 'information',
  profile: 'restricted',
  since: '0.1.0',
  docs: {
    summary: 'The container sees the whole /proc file system of the kernel, though its pod has a user namespace.',
    why: 'In a user namespace root of the container is nobody on the node, so most of an unmasked /proc refuses it. What remains still tells of the kernel and enlarges what an attacker can try; the restricted standard does not allow it.',
    unless: 'the container builds or runs containers itself.',
  },
  aliases: [same('pss', 'procMount_restricted'), same('trivy', 'KSV-0027'), same('kube-linter', 'unsafe-proc-mount'), same('polaris', 'procMount')],
  frameworks: [pss.restricted('proc-mount'), nist80053('SC-39')],
  messages: { unmasked: 'Container {name} sees the whole /proc of the kernel (procMount: {value}), though in a user namespace.' },
  visit: {
    container(container, report, { kubernetesVersion }) {
      if (!kubernetesVersion.atLeast(1, 35) || !container.pod.hasUserNamespace) return;
      const setting = container.at('securityContext', 'procMount');
      const { value } = setting;
      if (value === undefined || value === 'Default' || setting.isTemplated) return;
      report(setting, {
        message: 'unmasked',
        data: { name: container.name, value },
        related: [{ message: 'The user namespace of the pod', place: container.pod.spec.at('hostUsers') }],
        fix: fix.remove(setting, 'Mask /proc', 'suggestion', container.field),
      });
    },
  },
  examples: [
    {
      bad: inPodSpec`
        hostUsers: false
        containers:
          - name: builder
            image: registry.example.com/builder:5.1.0
            securityContext:
              procMount: Unmasked
      `,
      fixed: inPodSpec`
        hostUsers: false
        containers:
          - name: builder
            image: registry.example.com/builder:5.1.0
      `,
    },
    {
      title: 'Before Kubernetes 1.35 the standards made no difference, and unmasked-proc says it',
      kubernetesVersion: '1.34',
      good: inPodSpec`
        hostUsers: false
        containers:
          - name: builder
            image: registry.example.com/builder:5.1.0
            securityContext:
              procMount: Unmasked
      `,
    },
  ],
});
