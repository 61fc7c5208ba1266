import { defineRule, inPod, near, nsa, runsOnWindows, same } from '../../kit/index.js';

export default defineRule({
  id: 'low-group-id',
  severity: 'information',
  profile: 'strict',
  since: '0.1.0',
  docs: {
    summary: 'A container runs under a group id that the node may use too.',
    why: 'Group ids mean the same in the container and on the node unless the pod has a user namespace. Low numbers are groups such as `disk`, `shadow` or `docker`, to which a process that breaks out would belong. Ids from 10000 on are seldom taken.',
    unless: 'the files of the image belong to a low group id and the nodes have no such group.',
  },
  aliases: [
    near('trivy', 'KSV-0021', 'asks for an id above 10000, so that 10000 itself fails'),
    same('kube-score', 'container-security-context-user-group-id'),
    near('kubesec', 'RunAsGroup', 'is content as soon as one container of the pod complies, and asks for an id above 10000'),
  ],
  frameworks: [nsa('non-root-containers')],
  options: {
    minimum: { type: 'integer', description: 'The lowest group id that is not reported.', default: 10000, minimum: 1 },
  },
  messages: {
    low: 'Container {name} runs with group {group}, which the node may use too (ids below {minimum}).',
  },
  visit: {
    container(container, report, { options: { minimum } }) {
      if (runsOnWindows(container.pod)) return;
      const { field, origin } = container.effective('runAsGroup');
      const { number: group } = field;
      if (group === undefined || group === 0 || group >= minimum) return; // Group 0 is root-group.
      report(origin === 'pod' ? container.field : field, {
        message: 'low',
        data: { name: container.name, group, minimum },
        related: origin === 'pod' ? [{ message: 'The group of the whole pod.', place: field }] : undefined,
      });
    },
  },
  examples: [
    {
      bad: inPod`
        - name: app
          image: nginx:1.27.1
          securityContext:
            runAsGroup: 101
      `,
    },
    {
      good: inPod`
        - name: app
          image: nginx:1.27.1
          securityContext:
            runAsGroup: 10001
      `,
    },
  ],
});
