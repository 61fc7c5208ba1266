import { cis, defineRule, fix, gdpr, inPod, inPodSpec, iso27001, mitre, near, nist800190, nist80053, nsa, pciDss, pss, refusesLinuxSettings, same, soc2 } from '../../kit/index.js';

export default defineRule({
  id: 'privilege-escalation-unset',
  severity: 'warning',
  profile: 'restricted',
  since: '0.1.0',
  docs: {
    summary: 'The container does not forbid a process to gain more privileges than its parent.',
    why: 'Kubernetes allows privilege escalation unless `allowPrivilegeEscalation: false` is written: one setuid binary in the image, and an ordinary user becomes root of the container. There is no setting for the whole pod.',
    unless: 'the program must run a setuid program such as `sudo`.',
  },
  aliases: [
    same('pss', 'allowPrivilegeEscalation'),
    same('checkov', 'CKV_K8S_20'),
    same('trivy', 'KSV-0001'),
    same('polaris', 'privilegeEscalationAllowed'),
    near('kubescape', 'rule-allow-privilege-escalation', 'reads regular containers only, and passes beside a PodSecurityPolicy that forbids it'),
    near('kubescape', 'C-0016', 'reads regular containers only, and passes beside a PodSecurityPolicy that forbids it'),
    near('kubescape', 'C-0211', 'bundles fifteen checks, of which this is one'),
  ],
  frameworks: [
    pss.restricted('privilege-escalation'),
    cis('5.2.6'),
    nsa('privilege-escalation'),
    mitre('T1548.001'),
    nist800190('4.4.3'),
    nist80053('AC-6'),
    pciDss('2.2.6'),
    soc2('CC6.3'),
    gdpr('32(1)(b)'),
    iso27001('8.2'),
  ],
  messages: {
    unset: 'Container {name} allows privilege escalation, because that is the default.',
    powerful: 'Container {name} allows privilege escalation, as a container that is privileged or has SYS_ADMIN always does.',
  },
  visit: {
    container(container, report, { kubernetesVersion }) {
      if (!kubernetesVersion.atLeast(1, 8) || refusesLinuxSettings(container.pod, kubernetesVersion)) return;
      const setting = container.at('securityContext', 'allowPrivilegeEscalation');
      if (setting.isSet || setting.isTemplated) return;
      const data = { name: container.name };
      if (container.isAllPowerful) report(setting, { message: 'powerful', data });
      else report(setting, { message: 'unset', data, fix: fix.set(setting, false, 'Forbid privilege escalation', 'suggestion') });
    },
  },
  examples: [
    {
      bad: inPod`
        - name: app
          image: registry.example.com/app:1.4.2
      `,
      fixed: inPod`
        - name: app
          image: registry.example.com/app:1.4.2
          securityContext:
            allowPrivilegeEscalation: false
      `,
    },
    {
      title: 'A privileged container cannot be denied it',
      bad: inPod`
        - name: app
          image: registry.example.com/app:1.4.2
          securityContext:
            privileged: true
      `,
    },
    {
      title: 'On Windows the API server refuses the field',
      good: inPodSpec`
        os:
          name: windows
        containers:
          - name: app
            image: registry.example.com/windows-app:1.4.2
      `,
    },
  ],
});
