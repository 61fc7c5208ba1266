import { change, defineRule, fix, inPod, mitre, nist800190, nist80053, nsa, pss, same, securityLevels } from '../../kit/index.js';

export default defineRule({
  id: 'custom-selinux-options',
  severity: 'warning',
  profile: 'baseline',
  since: '0.1.0',
  docs: {
    summary: 'A custom SELinux user, role or type may lift the confinement of containers.',
    why: 'On nodes with SELinux the type decides what a process may touch: container runtimes give containers the type `container_t`, which keeps them away from the files of the node. Another type, such as `spc_t`, can take that boundary away altogether.',
    unless: 'your nodes carry an SELinux policy of your own whose type confines the workload at least as well.',
  },
  aliases: [same('pss', 'seLinuxOptions'), same('trivy', 'KSV-0025')],
  frameworks: [pss.baseline('selinux'), nsa('selinux'), mitre('T1611'), nist800190('4.4.3'), nist80053('AC-6')],
  messages: {
    custom: '{subject} sets the SELinux {key} {value}, which may leave the confinement of containers.',
  },
  visit: {
    pod(pod, report, { kubernetesVersion }) {
      const types = ['container_t', 'container_init_t', 'container_kvm_t', ...(kubernetesVersion.atLeast(1, 31) ? ['container_engine_t'] : [])];
      for (const { subject, container, context } of securityLevels(pod)) {
        for (const key of ['user', 'role', 'type'] as const) {
          const setting = context.at('seLinuxOptions', key);
          const { value } = setting;
          if (setting.isTemplated || value === undefined || value === '' || (key === 'type' && types.includes(String(value)))) continue;
          report(setting, {
            message: 'custom',
            data: { subject, key, value },
            container,
            fix: fix.all('Use the default SELinux label', 'suggestion', change.remove(setting, context.parent)),
          });
        }
      }
    },
  },
  examples: [
    {
      bad: inPod`
        - name: app
          image: nginx:1.27.1
          securityContext:
            allowPrivilegeEscalation: false
            seLinuxOptions:
              type: spc_t
      `,
      fixed: inPod`
        - name: app
          image: nginx:1.27.1
          securityContext:
            allowPrivilegeEscalation: false
      `,
    },
    {
      title: 'a level keeps containers apart and is allowed',
      good: inPod`
        - name: app
          image: nginx:1.27.1
          securityContext:
            seLinuxOptions:
              level: s0:c123,c456
      `,
    },
  ],
});
