import { defineRule, inPod, invocationOf, mitre, nist800190, nist80053, pciDss, within } from '../../kit/index.js';

export default defineRule({
  id: 'ssh-server-in-command',
  severity: 'warning',
  profile: 'restricted',
  since: '0.1.0',
  docs: {
    summary: 'The container\'s command starts an SSH server.',
    why: 'A shell over SSH goes around the cluster\'s authentication, authorization and audit log, and its keys and passwords live in the image or in a volume where nobody rotates them. It is also a way for an intruder to come back.',
    unless: 'SSH is the service itself, as in a Git server or a bastion.',
  },
  aliases: [],
  frameworks: [mitre('T1021.004'), nist800190('4.4.3'), nist80053('AC-17'), pciDss('2.2.4')],
  messages: { server: 'Container {name} starts an SSH server.' },
  visit: {
    container(container, report) {
      const call = invocationOf(container, ['sshd', 'dropbear']);
      if (call) report(within(call.field, call.range), { message: 'server', data: { name: container.name } });
    },
  },
  examples: [
    {
      bad: inPod`
        - name: web
          image: registry.example.com/shop/web:4.2.1
          command: ["/usr/sbin/sshd", "-D"]
      `,
    },
    {
      title: 'The configuration of an SSH server starts none',
      good: inPod`
        - name: web
          image: registry.example.com/shop/web:4.2.1
          command: ["cat", "/etc/ssh/sshd_config"]
      `,
    },
  ],
});
