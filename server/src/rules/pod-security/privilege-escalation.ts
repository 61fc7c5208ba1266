import { cis, defineRule, fix, gdpr, inPod, iso27001, mitre, near, nist800190, nist80053, nsa, pciDss, pss, refusesLinuxSettings, same, soc2 } from '../../kit/index.js';

export default defineRule({
  id: 'privilege-escalation',
  severity: 'warning',
  profile: 'restricted',
  since: '0.1.0',
  docs: {
    summary: 'The container lets a process gain more privileges than its parent.',
    why: 'With `allowPrivilegeEscalation: true` the kernel honours setuid bits and file capabilities: one forgotten setuid binary in the image is enough to turn an ordinary user into root of the container.',
    unless: 'the program must run a setuid program such as `sudo`.',
  },
  aliases: [
    same('pss', 'allowPrivilegeEscalation'),
    same('checkov', 'CKV_K8S_20'),
    same('trivy', 'KSV-0001'),
    same('polaris', 'privilegeEscalationAllowed'),
    near('kubescape', 'rule-allow-privilege-escalation', 'reads regular containers only, and passes beside a PodSecurityPolicy that forbids it'),
    near('kubescape', 'C-0016', 'reads regular containers only, and passes beside a PodSecurityPolicy that forbids it'),
    same('kubesec', 'AllowPrivilegeEscalation'),
    same('kube-linter', 'privilege-escalation-container'),
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
  messages: { allowed: 'Container {name} allows privilege escalation.' },
  visit: {
    container(container, report, { kubernetesVersion }) {
      if (!kubernetesVersion.atLeast(1, 8) || refusesLinuxSettings(container.pod, kubernetesVersion)) return;
      const setting = container.at('securityContext', 'allowPrivilegeEscalation');
      if (!setting.isSet || setting.is(false) || setting.isTemplated) return;
      report(setting, {
        message: 'allowed',
        data: { name: container.name },
        fix: container.isAllPowerful ? undefined : fix.set(setting, false, 'Forbid privilege escalation', 'suggestion'),
      });
    },
  },
  examples: [
    {
      bad: inPod`
        - name: app
          image: registry.example.com/app:1.4.2
          securityContext:
            allowPrivilegeEscalation: true
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
            allowPrivilegeEscalation: true
      `,
    },
  ],
});
