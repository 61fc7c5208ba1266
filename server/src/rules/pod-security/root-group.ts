import { defineRule, inPod, near, nist80053, nsa, same, securityLevels } from '../../kit/index.js';

export default defineRule({
  id: 'root-group',
  severity: 'warning',
  profile: 'strict',
  since: '0.1.0',
  docs: {
    summary: 'A container runs with the root group.',
    why: 'Many files of an image and of mounted paths of the node may be read, and some written, by group 0. A process of that group gets at them without being root.',
    unless: 'the image needs group 0, as images made for OpenShift do.',
  },
  aliases: [
    near('trivy', 'KSV-0116', 'does not report a group that a container sets itself'),
    near('trivy', 'KSV-0021', 'asks for an id above 10000, so that 10000 itself fails'),
    same('kube-score', 'container-security-context-user-group-id'),
    near('kubesec', 'RunAsGroup', 'is content as soon as one container of the pod complies, and asks for an id above 10000'),
    same('kube-linter', 'run-as-non-root'),
    same('kubescape', 'non-root-containers', 'C-0013'),
  ],
  frameworks: [nsa('root-groups'), nist80053('AC-6')],
  messages: {
    root: '{subject} runs with the root group (runAsGroup: 0).',
  },
  visit: {
    pod(pod, report) {
      const isOverridden = pod.containers.length > 0 && pod.containers.every(({ securityContext }) => securityContext.at('runAsGroup').isSet);
      for (const { subject, container, context } of securityLevels(pod)) {
        const group = context.at('runAsGroup');
        if (group.is(0) && (container || !isOverridden)) report(group, { message: 'root', data: { subject }, container });
      }
    },
  },
  examples: [
    {
      bad: inPod`
        - name: app
          image: nginx:1.27.1
          securityContext:
            runAsGroup: 0
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
