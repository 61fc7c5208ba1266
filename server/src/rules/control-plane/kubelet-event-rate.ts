import { assign, cis, defineComponentRule, inPod, iso27001, manifest, near, nist80053 } from '../../kit/index.js';

export default defineComponentRule({
  id: 'kubelet-event-rate',
  component: 'kubelet',
  severity: 'hint',
  profile: 'strict',
  since: '0.1.0',
  docs: {
    summary: 'The kubelet records any number of events, or hardly any.',
    why: 'With 0 a pod that fails again and again floods the API server with events. With fewer than five in a second the events by which an intruder is noticed are dropped.',
  },
  aliases: [
    near('checkov', 'CKV_K8S_147', 'finds fault with more than five events a second, and accepts 0'),
  ],
  frameworks: [cis('4.2.8'), nist80053('AU-12'), nist80053('SC-5'), iso27001('8.15')],
  messages: {
    any: '{component} records any number of events.',
    few: '{component} records at most {value} events a second.',
  },
  judge(component, report) {
    const rate = component.setting('event-qps');
    if (rate.number === undefined || rate.number >= 5) return;
    report(rate, { message: rate.number > 0 ? 'few' : 'any', fix: assign(rate, '50', 'Record up to fifty events a second') });
  },
  examples: [
    {
      bad: inPod`
        - name: kubelet
          image: registry.example.com/node/kubelet:v1.34.2
          command:
            - kubelet
            - --event-qps=0
      `,
      fixed: inPod`
        - name: kubelet
          image: registry.example.com/node/kubelet:v1.34.2
          command:
            - kubelet
            - --event-qps=50
      `,
    },
    {
      title: 'In a configuration file',
      bad: manifest`
        apiVersion: kubelet.config.k8s.io/v1beta1
        kind: KubeletConfiguration
        eventRecordQPS: 0
      `,
      fixed: manifest`
        apiVersion: kubelet.config.k8s.io/v1beta1
        kind: KubeletConfiguration
        eventRecordQPS: 50
      `,
    },
  ],
});
