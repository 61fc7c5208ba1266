import { defineRule, fix, inPodSpec, nist80053, nsa } from '../../kit/index.js';

export default defineRule({
  id: 'shared-process-namespace',
  severity: 'information',
  profile: 'strict',
  since: '0.1.0',
  docs: {
    summary: 'The containers of the pod share one process namespace.',
    why: 'Every container of the pod then sees the processes of the others and, with the same user, their environment, secrets included, and their file systems through /proc/PID/root. One compromised sidecar is all of them.',
    unless: 'a sidecar must signal or debug another container.',
  },
  aliases: [],
  frameworks: [nsa('pod-security-enforcement'), nist80053('SC-39')],
  messages: { shared: 'The containers of the pod see each other\'s processes (shareProcessNamespace: true).' },
  visit: {
    pod(pod, report) {
      const setting = pod.spec.at('shareProcessNamespace');
      if (setting.is(true)) report(setting, { message: 'shared', fix: fix.remove(setting, 'Give every container a process namespace of its own', 'suggestion') });
    },
  },
  examples: [
    {
      bad: inPodSpec`
        shareProcessNamespace: true
        containers:
          - name: app
            image: registry.example.com/app:1.4.2
          - name: reloader
            image: registry.example.com/reloader:0.3.0
      `,
      fixed: inPodSpec`
        containers:
          - name: app
            image: registry.example.com/app:1.4.2
          - name: reloader
            image: registry.example.com/reloader:0.3.0
      `,
    },
  ],
});
