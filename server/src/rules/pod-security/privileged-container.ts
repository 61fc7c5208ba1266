import { cis, defineRule, fix, gdpr, hipaa, inPod, iso27001, mitre, near, nist800190, nist80053, nsa, pciDss, pss, refusesLinuxSettings, same, soc2 } from '../../kit/index.js';

export default defineRule({
  id: 'privileged-container',
  severity: 'error',
  profile: 'baseline',
  since: '0.1.0',
  docs: {
    summary: 'The container runs privileged, with every capability and every device of the node.',
    why: 'A privileged container has no walls: its root user can mount the node\'s disks, load kernel modules and read the secrets of every other pod there. Whoever takes over the process has taken over the node.',
    unless: 'the container configures the node itself (a CNI or CSI driver, a device plugin), and only administrators can change it.',
  },
  aliases: [
    same('pss', 'privileged'),
    same('checkov', 'CKV_K8S_16'),
    same('trivy', 'KSV-0017'),
    same('kube-linter', 'privileged-container', 'privilege-escalation-container'),
    same('kube-score', 'container-security-context-privileged'),
    same('kubesec', 'Privileged'),
    same('polaris', 'runAsPrivileged'),
    same('kubescape', 'rule-privilege-escalation', 'C-0057'),
    near('kubescape', 'C-0211', 'bundles fifteen checks, of which this is one'),
  ],
  frameworks: [
    pss.baseline('privileged-containers'),
    cis('5.2.2'),
    nsa('privileged-containers'),
    mitre('T1611'),
    mitre('T1610'),
    nist800190('4.4.3'),
    nist80053('AC-6'),
    pciDss('2.2.6'),
    soc2('CC6.1'),
    hipaa('164.312(a)(1)'),
    gdpr('32(1)(b)'),
    iso27001('8.2'),
  ],
  messages: { privileged: 'Container {name} is privileged: it has every capability and every device of the node.' },
  visit: {
    container(container, report, { kubernetesVersion }) {
      const setting = container.at('securityContext', 'privileged');
      if (!setting.is(true)) return;
      const title = 'Run the container unprivileged';
      report(setting, {
        message: 'privileged',
        data: { name: container.name },
        // In a pod for Windows the API server refuses the field with any value.
        fix: refusesLinuxSettings(container.pod, kubernetesVersion) ? fix.remove(setting, title, 'suggestion', container.field) : fix.set(setting, false, title, 'suggestion'),
      });
    },
  },
  examples: [
    {
      bad: inPod`
        - name: app
          image: registry.example.com/app:1.4.2
          securityContext:
            privileged: true
      `,
      fixed: inPod`
        - name: app
          image: registry.example.com/app:1.4.2
          securityContext:
            privileged: false
      `,
    },
    {
      title: 'The capability that a program needs takes the place of all of them',
      good: inPod`
        - name: vpn
          image: registry.example.com/vpn:2.0.1
          securityContext:
            capabilities:
              drop: [ALL]
              add: [NET_ADMIN]
      `,
    },
  ],
});
