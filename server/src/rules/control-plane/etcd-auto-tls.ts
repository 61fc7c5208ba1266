import { assign, cis, defineComponentRule, gdpr, hipaa, inPod, iso27001, mitre, nist80053, nsa, pciDss, same, soc2 } from '../../kit/index.js';

export default defineComponentRule({
  id: 'etcd-auto-tls',
  component: 'etcd',
  severity: 'warning',
  profile: 'baseline',
  since: '0.1.0',
  docs: {
    summary: 'Etcd makes its own certificate for clients.',
    why: 'A certificate that etcd has signed itself when it started is verified by nobody, so clients cannot tell etcd from an impostor who does the same.',
  },
  aliases: [
    same('checkov', 'CKV_K8S_118'),
    same('trivy', 'KCV-0044'),
    same('kubescape', 'etcd-auto-tls-disabled', 'C-0155'),
  ],
  frameworks: [cis('2.3'), nsa('encryption'), nsa('etcd'), mitre('T1557'), nist80053('SC-8(1)'), pciDss('2.2.7'), soc2('CC6.7'), hipaa('164.312(e)(1)'), gdpr('32(1)(a)'), iso27001('8.24')],
  messages: {
    on: '{component} signs its certificate for clients itself.',
  },
  judge(component, report) {
    const automatic = component.setting('auto-tls');
    if (automatic.is('true')) report(automatic, { message: 'on', fix: assign(automatic, 'false', 'Sign no certificates') });
  },
  examples: [
    {
      bad: inPod`
        - name: etcd
          image: registry.k8s.io/etcd:3.6.4-0
          command:
            - etcd
            - --auto-tls=true
      `,
      fixed: inPod`
        - name: etcd
          image: registry.k8s.io/etcd:3.6.4-0
          command:
            - etcd
            - --auto-tls=false
      `,
    },
  ],
});
