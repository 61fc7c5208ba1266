import { assign, cis, defineComponentRule, inPod, isLoopback, iso27001, nist80053, nsa, pciDss, same } from '../../kit/index.js';

export default defineComponentRule({
  id: 'scheduler-bind-address',
  component: 'kube-scheduler',
  severity: 'information',
  profile: 'restricted',
  since: '0.1.0',
  docs: {
    summary: 'The scheduler listens on all addresses of its host.',
    why: 'Only probes on the same host and, with a scraper for it, metrics need the scheduler. On all addresses, which is the default, its health and metrics are open to every pod and neighbour, and so is the next flaw in it.',
    unless: 'a Prometheus server scrapes it over the network, with authentication.',
  },
  aliases: [
    same('checkov', 'CKV_K8S_115'),
    same('trivy', 'KCV-0041'),
    same('kubescape', 'ensure-that-the-scheduler-bind-address-argument-is-set-to-127.0.0.1', 'C-0152'),
  ],
  frameworks: [cis('1.4.2'), nsa('control-plane'), nist80053('CM-7'), nist80053('SC-7'), pciDss('2.2.4'), iso27001('8.9')],
  messages: {
    set: '{component} listens on {value}.',
    unset: '{component} listens on all addresses, because that is the default.',
  },
  judge(component, report) {
    const address = component.setting('bind-address');
    if (address.value !== undefined && isLoopback(address.value)) return;
    report(address, { message: address.isSet ? 'set' : 'unset', fix: assign(address, '127.0.0.1', 'Listen on the host itself only') });
  },
  examples: [
    {
      bad: inPod`
        - name: kube-scheduler
          image: registry.k8s.io/kube-scheduler:v1.34.2
          command:
            - kube-scheduler
            - --bind-address=0.0.0.0
      `,
      fixed: inPod`
        - name: kube-scheduler
          image: registry.k8s.io/kube-scheduler:v1.34.2
          command:
            - kube-scheduler
            - --bind-address=127.0.0.1
      `,
    },
    {
      title: 'All addresses are the default',
      bad: inPod`
        - name: kube-scheduler
          image: registry.k8s.io/kube-scheduler:v1.34.2
          command:
            - kube-scheduler
            - --v=2
      `,
      fixed: inPod`
        - name: kube-scheduler
          image: registry.k8s.io/kube-scheduler:v1.34.2
          command:
            - kube-scheduler
            - --v=2
            - --bind-address=127.0.0.1
      `,
    },
  ],
});
