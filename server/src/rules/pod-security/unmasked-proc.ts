import { defineRule, fix, inPod, inPodSpec, iso27001, mitre, near, nist800190, nist80053, nsa, pciDss, pss, same } from '../../kit/index.js';

export default defineRule({
  id: 'unmasked-proc',
  severity: 'warning',
  profile: 'baseline',
  since: '0.1.0',
  docs: {
    summary: 'The container sees the whole /proc file system of the kernel.',
    why: 'Runtimes hide the parts of /proc that tell of the whole kernel, such as `/proc/kcore`, and make others read-only. Without that mask a root process in the container can read kernel memory and change settings of the node.',
    unless: 'the container builds or runs containers itself and the pod has a user namespace of its own.',
  },
  aliases: [
    same('pss', 'procMount', 'procMount_restricted'),
    same('trivy', 'KSV-0027'),
    same('kube-linter', 'unsafe-proc-mount'),
    same('polaris', 'procMount'),
    near('kubescape', 'set-procmount-default', 'judges only with the feature gates of the API server in sight, and then wants Default written out'),
    near('kubescape', 'C-0211', 'bundles fifteen checks, of which this is one'),
  ],
  frameworks: [pss.baseline('proc-mount'), nsa('pod-security-enforcement'), mitre('T1611'), nist800190('4.4.3'), nist80053('SC-39'), pciDss('2.2.6'), iso27001('8.9')],
  messages: { unmasked: 'Container {name} sees the whole /proc of the kernel (procMount: {value}).' },
  visit: {
    container(container, report, { kubernetesVersion }) {
      const setting = container.at('securityContext', 'procMount');
      const { value } = setting;
      if (value === undefined || value === 'Default' || setting.isTemplated) return;
      if (kubernetesVersion.atLeast(1, 35) && container.pod.hasUserNamespace) return; // The baseline standard allows it there.
      report(setting, { message: 'unmasked', data: { name: container.name, value }, fix: fix.remove(setting, 'Mask /proc', 'suggestion', container.field) });
    },
  },
  examples: [
    {
      bad: inPod`
        - name: builder
          image: registry.example.com/builder:5.1.0
          securityContext:
            runAsNonRoot: true
            procMount: Unmasked
      `,
      fixed: inPod`
        - name: builder
          image: registry.example.com/builder:5.1.0
          securityContext:
            runAsNonRoot: true
      `,
    },
    {
      title: 'In a user namespace',
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
