import { defineRule, fix, inPod, near, pss, same } from '../../kit/index.js';

export default defineRule({
  id: 'privilege-escalation',
  severity: 'warning',
  profile: 'restricted',
  since: '0.1.0',
  docs: {
    summary: 'A process in the container can gain more privileges than its parent.',
    why: 'Kubernetes allows it unless told otherwise: one setuid binary in the image is enough to become root.',
    unless: 'the image must run a setuid program such as `sudo`.',
  },
  aliases: [
    same('pss', 'allowPrivilegeEscalation'),
    same('checkov', 'CKV_K8S_20'),
    near('kube-linter', 'privilege-escalation-container', 'accepts an absent field'),
  ],
  frameworks: [pss.restricted('privilege-escalation')],
  messages: {
    allowed: 'Container {name} allows privilege escalation.',
    unset: 'Container {name} allows privilege escalation, because that is the default.',
  },
  visit: {
    container(container, report, { kubernetesVersion }) {
      if (container.os === 'windows' && kubernetesVersion.atLeast(1, 25)) return; // The API rejects the field on Windows.
      const setting = container.at('securityContext', 'allowPrivilegeEscalation');
      if (setting.is(false) || setting.isTemplated) return;
      report(setting, {
        message: setting.isSet ? 'allowed' : 'unset',
        data: { name: container.name },
        fix: container.isAllPowerful ? undefined : fix.set(setting, false, 'Forbid privilege escalation', 'suggestion'),
      });
    },
  },
  examples: [
    {
      bad: inPod`
        - name: app
          image: nginx:1.27.1
      `,
      fixed: inPod`
        - name: app
          image: nginx:1.27.1
          securityContext:
            allowPrivilegeEscalation: false
      `,
    },
  ],
});
