import { assign, cis, defineComponentRule, inPod, iso27001, near, nist80053, same } from '../../kit/index.js';

export default defineComponentRule({
  id: 'controller-manager-gc-threshold',
  component: 'kube-controller-manager',
  severity: 'hint',
  profile: 'all',
  since: '0.1.0',
  docs: {
    summary: 'The controller manager says not at how many finished pods it clears up.',
    why: 'Pods that have ended stay in etcd until there are 12,500 of them, unless another number is given; with 0 they stay for ever and slow the cluster down.',
    unless: 'the default suits the cluster.',
  },
  aliases: [
    same('checkov', 'CKV_K8S_106'),
    near('trivy', 'KCV-0033', 'accepts 0'),
    near('kubescape', 'C-0144', 'asks for a review of any value'),
  ],
  frameworks: [cis('1.3.1'), nist80053('SC-5'), iso27001('8.6')],
  messages: {
    never: '{component} never clears finished pods up.',
    unset: '{component} clears finished pods up at the default of 12,500.',
  },
  judge(component, report) {
    const threshold = component.setting('terminated-pod-gc-threshold');
    if (threshold.isSet && (threshold.number ?? 1) > 0) return;
    report(threshold, { message: threshold.isSet ? 'never' : 'unset', fix: assign(threshold, '12500', 'Clear up at 12,500 finished pods') });
  },
  examples: [
    {
      bad: inPod`
        - name: kube-controller-manager
          image: registry.k8s.io/kube-controller-manager:v1.34.2
          command:
            - kube-controller-manager
            - --terminated-pod-gc-threshold=0
      `,
      fixed: inPod`
        - name: kube-controller-manager
          image: registry.k8s.io/kube-controller-manager:v1.34.2
          command:
            - kube-controller-manager
            - --terminated-pod-gc-threshold=12500
      `,
    },
    {
      title: 'Nothing is said',
      bad: inPod`
        - name: kube-controller-manager
          image: registry.k8s.io/kube-controller-manager:v1.34.2
          command:
            - kube-controller-manager
            - --v=2
      `,
      fixed: inPod`
        - name: kube-controller-manager
          image: registry.k8s.io/kube-controller-manager:v1.34.2
          command:
            - kube-controller-manager
            - --v=2
            - --terminated-pod-gc-threshold=12500
      `,
    },
  ],
});
