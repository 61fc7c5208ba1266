import { defineRule, inPod, near, nsa, runsOnWindows, same } from '../../kit/index.js';

export default defineRule({
  id: 'run-as-group-unset',
  severity: 'information',
  profile: 'strict',
  since: '0.1.0',
  docs: {
    summary: 'A container runs with the group that its image names, or with the root group.',
    why: 'Without `runAsGroup` the image decides, and where only `runAsUser` is set the container runtime often falls back to group 0. Files that the root group may write are then open to a process that is not root.',
    unless: 'the image needs group 0, as images made for OpenShift do.',
  },
  aliases: [
    near('trivy', 'KSV-0021', 'asks for an id above 10000, so that 10000 itself fails'),
    same('kube-score', 'container-security-context-user-group-id'),
    near('kubesec', 'RunAsGroup', 'is content as soon as one container of the pod complies, and asks for an id above 10000'),
    same('kubescape', 'non-root-containers', 'C-0013'),
    near('kubescape', 'C-0211', 'is a bundle of fifteen checks, of which this is one'),
  ],
  frameworks: [nsa('non-root-containers'), nsa('root-groups')],
  messages: {
    unset: 'Container {name} runs with the group of its image, or with group 0: no runAsGroup is set.',
  },
  visit: {
    container(container, report) {
      if (runsOnWindows(container.pod)) return;
      const { field } = container.effective('runAsGroup');
      if (!field.isSet && !field.isTemplated) report(field, { message: 'unset', data: { name: container.name } });
    },
  },
  examples: [
    {
      bad: inPod`
        - name: app
          image: nginx:1.27.1
          securityContext:
            runAsUser: 10001
      `,
    },
    {
      good: inPod`
        - name: app
          image: nginx:1.27.1
          securityContext:
            runAsUser: 10001
            runAsGroup: 10001
      `,
    },
  ],
});
