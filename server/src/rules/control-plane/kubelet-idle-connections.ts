import { assign, cis, defineComponentRule, hipaa, inPod, iso27001, manifest, nist800190, nist80053, nsa, same } from '../../kit/index.js';

export default defineComponentRule({
  id: 'kubelet-idle-connections',
  component: 'kubelet',
  severity: 'hint',
  profile: 'restricted',
  since: '0.1.0',
  docs: {
    summary: 'The kubelet never ends idle connections.',
    why: 'Sessions of `kubectl exec`, `attach` and `port-forward` that nobody uses stay open for ever, ready for whoever takes the terminal over, and use up ports and memory. The default is four hours.',
  },
  aliases: [
    same('checkov', 'CKV_K8S_143'),
  ],
  frameworks: [cis('4.2.5'), nsa('worker-nodes'), nist800190('4.3.5'), nist80053('SC-5'), hipaa('164.312(a)(2)(iii)'), iso27001('8.6')],
  messages: {
    never: '{component} never ends idle connections.',
  },
  judge(component, report) {
    const timeout = component.setting('streaming-connection-idle-timeout');
    if (timeout.seconds === 0) report(timeout, { message: 'never', fix: assign(timeout, '4h0m0s', 'End them after four hours') });
  },
  examples: [
    {
      bad: inPod`
        - name: kubelet
          image: registry.example.com/node/kubelet:v1.34.2
          command:
            - kubelet
            - --streaming-connection-idle-timeout=0
      `,
      fixed: inPod`
        - name: kubelet
          image: registry.example.com/node/kubelet:v1.34.2
          command:
            - kubelet
            - --streaming-connection-idle-timeout=4h0m0s
      `,
    },
    {
      title: 'In a configuration file',
      bad: manifest`
        apiVersion: kubelet.config.k8s.io/v1beta1
        kind: KubeletConfiguration
        streamingConnectionIdleTimeout: 0s
      `,
      fixed: manifest`
        apiVersion: kubelet.config.k8s.io/v1beta1
        kind: KubeletConfiguration
        streamingConnectionIdleTimeout: 4h0m0s
      `,
    },
  ],
});
