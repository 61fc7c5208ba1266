import { assign, cis, defineComponentRule, gdpr, hipaa, inPod, iso27001, mitre, nist80053, nsa, pciDss, same, soc2 } from '../../kit/index.js';

export default defineComponentRule({
  id: 'etcd-peer-auto-tls',
  component: 'etcd',
  severity: 'warning',
  profile: 'baseline',
  since: '0.1.0',
  docs: {
    summary: 'Etcd makes its own certificate for other members.',
    why: 'A certificate that etcd has signed itself when it started is verified by nobody, so other members cannot tell etcd from an impostor who does the same.',
  },
  aliases: [
    same('trivy', 'KCV-0047'),
    same('kubescape', 'etcd-peer-auto-tls-disabled', 'C-0158'),
  ],
  frameworks: [cis('2.6'), nsa('encryption'), nsa('etcd'), mitre('T1557'), nist80053('SC-8(1)'), pciDss('2.2.7'), soc2('CC6.7'), hipaa('164.312(e)(1)'), gdpr('32(1)(a)'), iso27001('8.24')],
  messages: {
    on: '{component} signs its certificate for other members itself.',
  },
  judge(component, report) {
    const automatic = component.setting('peer-auto-tls');
    if (automatic.is('true')) report(automatic, { message: 'on', fix: assign(automatic, 'false', 'Sign no certificates') });
  },
  examples: [
    {
      bad: inPod`
        - name: etcd
          image: registry.k8s.io/etcd:3.6.4-0
          command:
            - etcd
            - --peer-auto-tls=true
      `,
      fixed: inPod`
        - name: etcd
          image: registry.k8s.io/etcd:3.6.4-0
          command:
            - etcd
            - --peer-auto-tls=false
      `,
    },
  ],
});
