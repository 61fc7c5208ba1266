import { defineRule, inPod, invocationOf, mitre, near, nsa, within } from '../../kit/index.js';

export default defineRule({
  id: 'sudo-in-command',
  severity: 'warning',
  profile: 'restricted',
  since: '0.1.0',
  docs: {
    summary: 'The container\'s command calls `sudo`.',
    why: 'It works only where the image holds a setuid program and a rule that lets its user become root, so the user that the container was given protects nothing. It also stands in the way of forbidding privilege escalation. The container can be given the user that the command needs.',
  },
  aliases: [
    near('kubescape', 'sudo-in-container-entrypoint', 'looks for the text `sudo` anywhere in `command`, and does not read `args`'),
    near('kubescape', 'C-0062', 'looks for the text `sudo` anywhere in `command`, and does not read `args`'),
  ],
  frameworks: [mitre('T1548.001'), nsa('non-root-containers')],
  messages: { sudo: 'Container {name} calls sudo.' },
  visit: {
    container(container, report) {
      const call = invocationOf(container, ['sudo']);
      if (call) report(within(call.field, call.range), { message: 'sudo', data: { name: container.name } });
    },
  },
  examples: [
    {
      bad: inPod`
        - name: web
          image: registry.example.com/shop/web:4.2.1
          command: ["sh", "-c", "cd /srv && sudo ./serve"]
      `,
    },
    {
      title: 'In a script of several lines',
      bad: inPod`
        - name: web
          image: registry.example.com/shop/web:4.2.1
          command:
            - sh
            - -c
            - |
              set -e
              sudo make install
      `,
    },
    {
      title: 'The word alone calls nothing',
      good: inPod`
        - name: web
          image: registry.example.com/shop/web:4.2.1
          command: ["sh", "-c", "cat /etc/sudoers && echo no sudo here"]
      `,
    },
  ],
});
