import { assign, cis, defineComponentRule, hipaa, inPod, iso27001, manifest, mitre, nist800190, nist80053, nsa, pciDss, same, soc2 } from '../../kit/index.js';

export default defineComponentRule({
  id: 'kubelet-anonymous-access',
  component: 'kubelet',
  severity: 'error',
  profile: 'baseline',
  since: '0.1.0',
  docs: {
    summary: 'The kubelet answers requests that name no user.',
    why: 'The kubelet runs commands in every container of its node. Anonymous callers can do so where its authorization lets them, which it does by default where it has no configuration file.',
  },
  aliases: [
    same('checkov', 'CKV_K8S_138'),
  ],
  frameworks: [cis('4.2.1'), nsa('authentication'), nsa('worker-nodes'), mitre('T1609'), nist800190('4.3.2'), nist800190('4.3.5'), nist80053('AC-14'), pciDss('8.3.1'), soc2('CC6.1'), hipaa('164.312(d)'), iso27001('8.5')],
  messages: {
    set: '{component} answers anonymous requests.',
    unset: '{component} answers anonymous requests, because that is the default.',
  },
  judge(component, report) {
    const anonymous = component.setting('anonymous-auth');
    if (anonymous.is('false')) return;
    report(anonymous, { message: anonymous.isSet ? 'set' : 'unset', fix: assign(anonymous, 'false', 'Refuse anonymous requests') });
  },
  examples: [
    {
      bad: inPod`
        - name: kubelet
          image: registry.example.com/node/kubelet:v1.34.2
          command:
            - kubelet
            - --anonymous-auth=true
      `,
      fixed: inPod`
        - name: kubelet
          image: registry.example.com/node/kubelet:v1.34.2
          command:
            - kubelet
            - --anonymous-auth=false
      `,
    },
    {
      title: 'In a configuration file',
      bad: manifest`
        apiVersion: kubelet.config.k8s.io/v1beta1
        kind: KubeletConfiguration
        authentication:
          anonymous:
            enabled: true
      `,
      fixed: manifest`
        apiVersion: kubelet.config.k8s.io/v1beta1
        kind: KubeletConfiguration
        authentication:
          anonymous:
            enabled: false
      `,
    },
  ],
});
