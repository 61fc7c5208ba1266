import { assign, cis, defineComponentRule, inPod, iso27001, nist80053, nsa, pciDss, same } from '../../kit/index.js';

export default defineComponentRule({
  id: 'controller-manager-profiling',
  component: 'kube-controller-manager',
  severity: 'information',
  profile: 'restricted',
  since: '0.1.0',
  docs: {
    summary: 'The controller manager serves profiles of itself.',
    why: 'Under `/debug/pprof` the controller manager tells callers about its memory and code, and a profile that is being taken costs it time. That helps an intruder to understand the cluster, and to slow its controllers down.',
    unless: 'somebody is looking for a fault in its performance.',
  },
  aliases: [
    same('checkov', 'CKV_K8S_107'),
    same('trivy', 'KCV-0034'),
    same('kubescape', 'ensure-that-the-controller-manager-profiling-argument-is-set-to-false', 'C-0145'),
  ],
  frameworks: [cis('1.3.2'), nsa('control-plane'), nist80053('CM-7'), pciDss('2.2.4'), iso27001('8.9')],
  messages: {
    set: '{component} serves profiles.',
    unset: '{component} serves profiles, because that is the default.',
  },
  judge(component, report) {
    const profiling = component.setting('profiling');
    if (profiling.is('false')) return;
    report(profiling, { message: profiling.isSet ? 'set' : 'unset', fix: assign(profiling, 'false', 'Serve no profiles') });
  },
  examples: [
    {
      bad: inPod`
        - name: kube-controller-manager
          image: registry.k8s.io/kube-controller-manager:v1.34.2
          command:
            - kube-controller-manager
            - --profiling=true
      `,
      fixed: inPod`
        - name: kube-controller-manager
          image: registry.k8s.io/kube-controller-manager:v1.34.2
          command:
            - kube-controller-manager
            - --profiling=false
      `,
    },
    {
      title: 'Profiles are the default',
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
            - --profiling=false
      `,
    },
  ],
});
