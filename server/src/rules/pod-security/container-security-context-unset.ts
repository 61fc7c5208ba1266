import { cis, defineRule, inPod, near, same } from '../../kit/index.js';

export default defineRule({
  id: 'container-security-context-unset',
  severity: 'hint',
  profile: 'all',
  since: '0.1.0',
  docs: {
    summary: 'A container has no security context of its own.',
    why: 'Privilege escalation, capabilities and the root file system can only be restricted at the container. Without a security context it has the defaults of Kubernetes, which are made to let everything run.',
    unless: 'an admission webhook of your cluster fills it in.',
  },
  aliases: [same('checkov', 'CKV_K8S_30'), near('kubescape', 'C-0211', 'is a bundle of fifteen checks, of which this is one')],
  frameworks: [cis('5.6.3')],
  messages: {
    unset: 'Container {name} has no securityContext.',
    empty: 'The securityContext of container {name} is empty.',
  },
  visit: {
    container(container, report) {
      const { securityContext: context, pod } = container;
      if (context.isTemplated || context.entries().length > 0 || (context.isSet && (pod.isPartial || context.document.hasTemplatedStructure))) return;
      report(context, { message: context.isSet ? 'empty' : 'unset', data: { name: container.name } });
    },
  },
  examples: [
    {
      bad: inPod`
        - name: app
          image: nginx:1.27.1
      `,
    },
    {
      good: inPod`
        - name: app
          image: nginx:1.27.1
          securityContext:
            allowPrivilegeEscalation: false
      `,
    },
  ],
});
