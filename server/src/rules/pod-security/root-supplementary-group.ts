import { defineRule, fix, inPodSpec, near, nsa, same } from '../../kit/index.js';

export default defineRule({
  id: 'root-supplementary-group',
  severity: 'warning',
  profile: 'strict',
  since: '0.1.0',
  docs: {
    summary: 'The processes of a pod are members of the root group.',
    why: 'A supplementary group counts like the main one when files are opened: what group 0 may read or write in the image and on mounted paths, the process may too, whatever its user is.',
    unless: 'the program needs files that belong to group 0.',
  },
  aliases: [
    near('trivy', 'KSV-0116', 'does not report a group that a container sets itself'),
    same('kubescape', 'set-supplementalgroups-values'),
    near('kubescape', 'C-0211', 'is a bundle of fifteen checks, of which this is one'),
  ],
  frameworks: [nsa('root-groups')],
  messages: {
    root: 'The processes of {title} are members of the root group (supplementalGroups: 0).',
  },
  visit: {
    pod(pod, report) {
      for (const group of pod.securityContext.at('supplementalGroups').items()) {
        if (group.is(0)) report(group, { message: 'root', data: { title: pod.title }, fix: fix.remove(group, 'Leave the root group', 'suggestion', pod.spec) });
      }
    },
  },
  examples: [
    {
      bad: inPodSpec`
        securityContext:
          supplementalGroups:
            - 0
            - 10001
        containers:
          - name: app
            image: nginx:1.27.1
      `,
      fixed: inPodSpec`
        securityContext:
          supplementalGroups:
            - 10001
        containers:
          - name: app
            image: nginx:1.27.1
      `,
    },
  ],
});
