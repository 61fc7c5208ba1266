import { defineComponentRule, gdpr, hipaa, inPod, isLoopback, iso27001, mitre, nist800190, nist80053, nsa, pciDss, soc2 } from '../../kit/index.js';

export default defineComponentRule({
  id: 'kubelet-plain-static-pod-url',
  component: 'kubelet',
  severity: 'error',
  profile: 'baseline',
  since: '0.1.0',
  docs: {
    summary: 'The kubelet fetches static pods over plain HTTP.',
    why: 'Static pods run without admission control and as whatever they ask for. Whoever can change the answer on its way runs a privileged container on the node.',
  },
  aliases: [],
  frameworks: [nsa('encryption'), nsa('worker-nodes'), mitre('T1557'), mitre('T1610'), nist800190('4.3.5'), nist80053('SC-8(1)'), pciDss('2.2.7'), soc2('CC6.7'), hipaa('164.312(e)(1)'), gdpr('32(1)(a)'), iso27001('8.24')],
  messages: {
    plain: '{component} fetches static pods from {value}.',
  },
  judge(component, report) {
    const url = component.setting('manifest-url');
    if (url.value !== undefined && /^http:/iu.test(url.value) && !isLoopback(url.value)) report(url, { message: 'plain' });
  },
  examples: [
    {
      bad: inPod`
        - name: kubelet
          image: registry.example.com/node/kubelet:v1.34.2
          command:
            - kubelet
            - --manifest-url=http://10.0.0.5/pods.yaml
      `,
    },
  ],
});
