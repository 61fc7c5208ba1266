import { cis, defineRule, inPodSpec, near, runsOnWindows, same } from '../../kit/index.js';

export default defineRule({
  id: 'fs-group-unset',
  severity: 'hint',
  profile: 'all',
  since: '0.1.0',
  docs: {
    summary: 'A pod sets no group for its volumes.',
    why: 'The files of a fresh volume then belong to whomever the storage says, mostly root, and a program that is not root cannot write them. That is a common reason why people run it as root after all.',
    unless: 'the pod has no volumes that it writes to.',
  },
  aliases: [same('kubescape', 'set-fsgroup-value'), near('kubescape', 'C-0211', 'is a bundle of fifteen checks, of which this is one')],
  frameworks: [cis('5.6.3')],
  messages: {
    unset: '{title} sets no group for its volumes (fsGroup).',
    negative: '{title} sets the group {group} for its volumes, which does not exist.',
  },
  visit: {
    pod(pod, report) {
      const group = pod.securityContext.at('fsGroup');
      if (runsOnWindows(pod) || group.isTemplated) return;
      if (!group.isSet) report(group, { message: 'unset', data: { title: pod.title } });
      else if (group.number === undefined || group.number < 0) report(group, { message: 'negative', data: { title: pod.title, group: String(group.value) } });
    },
  },
  examples: [
    {
      bad: inPodSpec`
        containers:
          - name: app
            image: nginx:1.27.1
      `,
    },
    {
      good: inPodSpec`
        securityContext:
          fsGroup: 10001
        containers:
          - name: app
            image: nginx:1.27.1
      `,
    },
  ],
});
