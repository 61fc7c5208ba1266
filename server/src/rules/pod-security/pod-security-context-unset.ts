import { cis, defineRule, inPodSpec, near, same } from '../../kit/index.js';

export default defineRule({
  id: 'pod-security-context-unset',
  severity: 'hint',
  profile: 'all',
  since: '0.1.0',
  docs: {
    summary: 'A pod has no security context.',
    why: 'What the pod says holds for all of its containers, also for those that others inject later: the user, the seccomp profile, the group of the volumes. Without it each container has to say it again, and the one that does not runs with the defaults of Kubernetes.',
    unless: 'every container has a complete security context of its own.',
  },
  aliases: [
    same('checkov', 'CKV_K8S_29'),
    near('trivy', 'KSV-0118', 'also asks for a security context of every container'),
    near('kubescape', 'C-0211', 'is a bundle of fifteen checks, of which this is one'),
  ],
  frameworks: [cis('5.6.3')],
  messages: {
    unset: '{title} has no securityContext at pod level.',
    empty: 'The pod-level securityContext of {title} is empty.',
  },
  visit: {
    pod(pod, report) {
      const { securityContext: context } = pod;
      if (context.isTemplated || context.entries().length > 0 || (context.isSet && (pod.isPartial || context.document.hasTemplatedStructure))) return;
      report(context, { message: context.isSet ? 'empty' : 'unset', data: { title: pod.title } });
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
          runAsNonRoot: true
        containers:
          - name: app
            image: nginx:1.27.1
      `,
    },
  ],
});
