import { defineRule, inPodSpec, near, nsa } from '../../kit/index.js';

export default defineRule({
  id: 'root-fs-group',
  severity: 'warning',
  profile: 'strict',
  since: '0.1.0',
  docs: {
    summary: 'The volumes of a pod belong to the root group.',
    why: '`fsGroup: 0` makes every process of the pod a member of group 0 and gives the files of its volumes to that group. The processes can then also use whatever else the root group may.',
    unless: 'the storage is shared with programs that expect group 0.',
  },
  aliases: [near('trivy', 'KSV-0116', 'does not report a group that a container sets itself')],
  frameworks: [nsa('root-groups')],
  messages: {
    root: 'The volumes of {title} belong to the root group (fsGroup: 0).',
  },
  visit: {
    pod(pod, report) {
      const group = pod.securityContext.at('fsGroup');
      if (group.is(0)) report(group, { message: 'root', data: { title: pod.title } });
    },
  },
  examples: [
    {
      bad: inPodSpec`
        securityContext:
          fsGroup: 0
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
