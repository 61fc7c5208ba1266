import { cis, defineRule, fix, inPodSpec, near, runsOnWindows } from '../../kit/index.js';

export default defineRule({
  id: 'fs-group-change-policy-unset',
  severity: 'hint',
  profile: 'all',
  since: '0.1.0',
  docs: {
    summary: 'A pod leaves open when the ownership of its volumes changes.',
    why: 'By default the kubelet gives every file of a volume to `fsGroup` each time that it mounts it, which takes minutes on large volumes. `OnRootMismatch` does so only when the top directory is not yet right.',
    unless: 'the pod sets no `fsGroup` or its volumes are small.',
  },
  aliases: [
    near('kubescape', 'set-fsgroupchangepolicy-value', 'swaps the arguments of its regular expression, and so fails good values too'),
    near('kubescape', 'C-0211', 'is a bundle of fifteen checks, of which this is one'),
  ],
  frameworks: [cis('5.6.3')],
  messages: {
    unset: '{title} does not say when the ownership of its volumes changes (fsGroupChangePolicy).',
    unknown: '{title} sets fsGroupChangePolicy: {value}, which does not exist.',
  },
  visit: {
    pod(pod, report) {
      const policy = pod.securityContext.at('fsGroupChangePolicy');
      if (runsOnWindows(pod) || policy.isTemplated || policy.is('Always', 'OnRootMismatch')) return;
      const repair = fix.set(policy, 'OnRootMismatch', 'Change ownership only where the top directory differs', 'suggestion');
      if (policy.isSet) report(policy, { message: 'unknown', data: { title: pod.title, value: String(policy.value) }, fix: repair });
      else report(policy, { message: 'unset', data: { title: pod.title }, fix: repair });
    },
  },
  examples: [
    {
      bad: inPodSpec`
        securityContext:
          fsGroup: 10001
        containers:
          - name: app
            image: nginx:1.27.1
      `,
      fixed: inPodSpec`
        securityContext:
          fsGroup: 10001
          fsGroupChangePolicy: OnRootMismatch
        containers:
          - name: app
            image: nginx:1.27.1
      `,
    },
  ],
});
