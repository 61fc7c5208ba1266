import { cis, defineComponentRule, gdpr, hipaa, inPod, iso27001, mitre, nist80053, nsa, pciDss, same, soc2 } from '../../kit/index.js';

export default defineComponentRule({
  id: 'etcd-peer-tls-unset',
  component: 'etcd',
  severity: 'warning',
  profile: 'restricted',
  since: '0.1.0',
  docs: {
    summary: 'Members of etcd talk to each other without a certificate.',
    why: 'Members copy the whole database to each other. Without certificates anybody on the network can read along, or join as a member and receive it.',
    unless: 'etcd has one member only.',
  },
  aliases: [
    same('checkov', 'CKV_K8S_119'),
    same('trivy', 'KCV-0045'),
    same('kubescape', 'etcd-peer-tls-enabled', 'C-0156'),
  ],
  frameworks: [cis('2.4'), nsa('encryption'), nsa('etcd'), mitre('T1557'), nist80053('SC-8(1)'), pciDss('2.2.7'), soc2('CC6.7'), hipaa('164.312(e)(1)'), gdpr('32(1)(a)'), iso27001('8.24')],
  messages: {
    unset: '{component} has no certificate for other members: {setting} is not set.',
  },
  judge(component, report) {
    const settings = (['peer-cert-file', 'peer-key-file'] as const).map((flag) => component.setting(flag));
    const missing = settings.find((setting) => !setting.isUnknown && !setting.value);
    if (missing) report(missing, { message: 'unset' });
  },
  examples: [
    {
      bad: inPod`
        - name: etcd
          image: registry.k8s.io/etcd:3.6.4-0
          command:
            - etcd
            - --peer-key-file=/etc/kubernetes/pki/etcd/peer.key
      `,
    },
    {
      title: 'Both files are given',
      good: inPod`
        - name: etcd
          image: registry.k8s.io/etcd:3.6.4-0
          command:
            - etcd
            - --peer-cert-file=/etc/kubernetes/pki/etcd/peer.crt
            - --peer-key-file=/etc/kubernetes/pki/etcd/peer.key
      `,
    },
  ],
});
