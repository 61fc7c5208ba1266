import { assign, defineComponentRule, inPod, iso27001, nist80053, nsa, pciDss } from '../../kit/index.js';

export default defineComponentRule({
  id: 'all-alpha-features',
  component: ['kube-apiserver', 'kube-controller-manager', 'kube-scheduler', 'kubelet', 'kube-proxy'],
  severity: 'warning',
  profile: 'baseline',
  since: '0.1.0',
  docs: {
    summary: 'A component of the cluster has all alpha features on.',
    why: 'Alpha features are unfinished and barely tested, may lose data, and change without notice; some open interfaces that nobody has reviewed. `AllAlpha` turns on those of the next version too.',
    unless: 'the cluster is there to try features out.',
  },
  aliases: [],
  frameworks: [nsa('control-plane'), nist80053('CM-7'), pciDss('2.2.4'), iso27001('8.9')],
  messages: {
    all: '{component} has all alpha features on.',
  },
  judge(component, report) {
    const gate = component.featureGate('AllAlpha');
    if (gate?.is('true')) report(gate, { message: 'all', fix: assign(gate, 'false', 'Leave alpha features off') });
  },
  examples: [
    {
      bad: inPod`
        - name: kube-apiserver
          image: registry.k8s.io/kube-apiserver:v1.34.2
          command:
            - kube-apiserver
            - --feature-gates=AllAlpha=true
      `,
      fixed: inPod`
        - name: kube-apiserver
          image: registry.k8s.io/kube-apiserver:v1.34.2
          command:
            - kube-apiserver
            - --feature-gates=AllAlpha=false
      `,
    },
  ],
});
