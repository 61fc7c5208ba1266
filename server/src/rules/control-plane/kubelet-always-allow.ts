import { assign, cis, defineComponentRule, gdpr, hipaa, inPod, iso27001, manifest, mitre, near, nist800190, nist80053, nsa, pciDss, soc2 } from '../../kit/index.js';

export default defineComponentRule({
  id: 'kubelet-always-allow',
  component: 'kubelet',
  severity: 'error',
  profile: 'baseline',
  since: '0.1.0',
  docs: {
    summary: 'The kubelet authorizes every request.',
    why: 'Whoever the kubelet knows, by a certificate or a token of any pod, may then run commands in all containers of the node and read their logs. The flag allows all by default; in a configuration file the default is `Webhook`, which asks the API server.',
  },
  aliases: [
    near('checkov', 'CKV_K8S_139', 'accepts an absent flag'),
  ],
  frameworks: [cis('4.2.2'), nsa('rbac'), nsa('worker-nodes'), mitre('T1609'), nist800190('4.3.1'), nist800190('4.3.5'), nist80053('AC-3'), pciDss('7.3.2'), soc2('CC6.3'), hipaa('164.312(a)(1)'), gdpr('32(1)(b)'), iso27001('8.3')],
  messages: {
    set: '{component} allows every request.',
    unset: '{component} allows every request, because that is the default.',
  },
  judge(component, report) {
    const mode = component.setting('authorization-mode');
    if (mode.is('AlwaysAllow')) report(mode, { message: mode.isSet ? 'set' : 'unset', fix: assign(mode, 'Webhook', 'Ask the API server') });
  },
  examples: [
    {
      bad: inPod`
        - name: kubelet
          image: registry.example.com/node/kubelet:v1.34.2
          command:
            - kubelet
            - --authorization-mode=AlwaysAllow
      `,
      fixed: inPod`
        - name: kubelet
          image: registry.example.com/node/kubelet:v1.34.2
          command:
            - kubelet
            - --authorization-mode=Webhook
      `,
    },
    {
      title: 'In a configuration file',
      bad: manifest`
        apiVersion: kubelet.config.k8s.io/v1beta1
        kind: KubeletConfiguration
        authorization:
          mode: AlwaysAllow
      `,
      fixed: manifest`
        apiVersion: kubelet.config.k8s.io/v1beta1
        kind: KubeletConfiguration
        authorization:
          mode: Webhook
      `,
    },
  ],
});
