import { cis, defineRule, inPod, inPodSpec, near, nsa, runsOnWindows, same } from '../../kit/index.js';

export default defineRule({
  id: 'selinux-options-unset',
  severity: 'hint',
  profile: 'all',
  since: '0.1.0',
  docs: {
    summary: 'A container sets no SELinux options.',
    why: 'On nodes with SELinux the container runtime then picks a random level for every container, which is what most workloads want. Policies that ask for a fixed label find none here.',
    unless: 'no policy asks for a label; the label of the runtime confines well.',
  },
  aliases: [same('kubescape', 'set-seLinuxOptions'), near('kubescape', 'C-0211', 'is a bundle of fifteen checks, of which this is one')],
  frameworks: [cis('5.6.3'), nsa('selinux')],
  messages: {
    unset: 'Container {name} sets no SELinux options, and neither does its pod.',
  },
  visit: {
    container(container, report) {
      const { field, origin } = container.effective('seLinuxOptions');
      if (!runsOnWindows(container.pod) && origin === 'default') report(field, { message: 'unset', data: { name: container.name } });
    },
  },
  examples: [
    {
      bad: inPod`
        - name: app
          image: nginx:1.27.1
      `,
    },
    {
      good: inPodSpec`
        securityContext:
          seLinuxOptions:
            level: s0:c123,c456
        containers:
          - name: app
            image: nginx:1.27.1
      `,
    },
  ],
});
