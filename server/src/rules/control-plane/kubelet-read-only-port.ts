import { assign, cis, defineComponentRule, hipaa, inPod, iso27001, manifest, mitre, nist800190, nist80053, nsa, pciDss, same, soc2 } from '../../kit/index.js';

export default defineComponentRule({
  id: 'kubelet-read-only-port',
  component: 'kubelet',
  severity: 'warning',
  profile: 'baseline',
  since: '0.1.0',
  docs: {
    summary: 'The kubelet has a port without authentication.',
    why: 'The read-only port tells everybody who reaches the node which pods run there, with their specifications and statistics. It is 10255 by default where the kubelet has no configuration file, and closed otherwise.',
  },
  aliases: [
    same('checkov', 'CKV_K8S_141'),
  ],
  frameworks: [cis('4.2.4'), nsa('authentication'), nsa('worker-nodes'), mitre('T1613'), nist800190('4.3.2'), nist800190('4.3.5'), nist80053('AC-14'), pciDss('8.3.1'), soc2('CC6.1'), hipaa('164.312(d)'), iso27001('8.5')],
  messages: {
    set: '{component} serves without authentication on port {value}.',
    unset: '{component} serves without authentication on port {value}, because that is the default.',
  },
  judge(component, report) {
    const port = component.setting('read-only-port');
    if (!port.is('0')) report(port, { message: port.isSet ? 'set' : 'unset', fix: assign(port, '0', 'Close the port') });
  },
  examples: [
    {
      bad: inPod`
        - name: kubelet
          image: registry.example.com/node/kubelet:v1.34.2
          command:
            - kubelet
            - --read-only-port=10255
      `,
      fixed: inPod`
        - name: kubelet
          image: registry.example.com/node/kubelet:v1.34.2
          command:
            - kubelet
            - --read-only-port=0
      `,
    },
    {
      title: 'In a configuration file',
      bad: manifest`
        apiVersion: kubelet.config.k8s.io/v1beta1
        kind: KubeletConfiguration
        readOnlyPort: 10255
      `,
      fixed: manifest`
        apiVersion: kubelet.config.k8s.io/v1beta1
        kind: KubeletConfiguration
        readOnlyPort: 0
      `,
    },
  ],
});
