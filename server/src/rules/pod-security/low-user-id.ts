import { defineRule, inPod, inPodSpec, near, nsa, runsOnWindows, same } from '../../kit/index.js';

export default defineRule({
  id: 'low-user-id',
  severity: 'information',
  profile: 'strict',
  since: '0.1.0',
  docs: {
    summary: 'A container runs under a user id that the node may use too.',
    why: 'User ids mean the same in the container and on the node unless the pod has a user namespace. The accounts of a node are low numbers, so a process that breaks out, or a file on a mounted path, may belong to one of them. Ids from 10000 on are seldom taken.',
    unless: 'the files of the image belong to a low user id and the nodes have no such account.',
  },
  aliases: [
    same('checkov', 'CKV_K8S_40'),
    near('trivy', 'KSV-0020', 'asks for an id above 10000, so that 10000 itself fails'),
    same('kube-score', 'container-security-context-user-group-id'),
    near('kubesec', 'RunAsUser', 'is content as soon as one container of the pod complies, and asks for an id above 10000'),
  ],
  frameworks: [nsa('non-root-containers')],
  options: {
    minimum: { type: 'integer', description: 'The lowest user id that is not reported.', default: 10000, minimum: 1 },
  },
  messages: {
    low: 'Container {name} runs as user {user}, which the node may use too (ids below {minimum}).',
    unset: 'Container {name} runs as the user of its image, which the node may use too: no runAsUser is set.',
    noId: 'Container {name} has a runAsUser that is no user id.',
  },
  visit: {
    container(container, report, { options: { minimum } }) {
      const { pod, name } = container;
      if (runsOnWindows(pod) || pod.hasUserNamespace) return;
      const { field, container: own, origin } = container.effective('runAsUser');
      const { number: user } = field;
      if (field.isTemplated || (user !== undefined && user >= minimum)) return;
      if (!field.isSet) {
        report(own, { message: 'unset', data: { name } });
        return;
      }
      const place = origin === 'pod' ? container.field : own;
      const related = origin === 'pod' ? [{ message: 'The user of the whole pod.', place: field }] : undefined;
      if (user === undefined) report(place, { message: 'noId', data: { name }, related });
      else report(place, { message: 'low', data: { name, user, minimum }, related });
    },
  },
  examples: [
    {
      bad: inPod`
        - name: app
          image: nginx:1.27.1
          securityContext:
            runAsUser: 101
      `,
    },
    {
      title: 'a user namespace keeps the ids apart',
      good: inPodSpec`
        hostUsers: false
        containers:
          - name: app
            image: nginx:1.27.1
            securityContext:
              runAsUser: 101
      `,
    },
  ],
});
