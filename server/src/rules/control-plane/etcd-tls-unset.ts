import { cis, defineComponentRule, gdpr, hipaa, inPod, iso27001, mitre, nist80053, nsa, pciDss, same, soc2 } from '../../kit/index.js';

export default defineComponentRule({
  id: 'etcd-tls-unset',
  component: 'etcd',
  severity: 'warning',
  profile: 'baseline',
  since: '0.1.0',
  docs: {
    summary: 'Etcd serves its clients without a certificate.',
    why: 'All that the cluster knows, Secrets included, passes between the API server and etcd. Without a certificate it does so in plain text, or etcd cannot be told from an impostor.',
  },
  aliases: [
    same('checkov', 'CKV_K8S_116'),
    same('trivy', 'KCV-0042'),
    same('kubescape', 'etcd-tls-enabled', 'C-0153'),
  ],
  frameworks: [cis('2.1'), nsa('encryption'), nsa('etcd'), mitre('T1557'), nist80053('SC-8(1)'), pciDss('2.2.7'), soc2('CC6.7'), hipaa('164.312(e)(1)'), gdpr('32(1)(a)'), iso27001('8.24')],
  messages: {
    unset: '{component} has no certificate for clients: {setting} is not set.',
  },
  judge(component, report) {
    const settings = (['cert-file', 'key-file'] as const).map((flag) => component.setting(flag));
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
            - --key-file=/etc/kubernetes/pki/etcd/server.key
      `,
    },
    {
      title: 'Both files are given',
      good: inPod`
        - name: etcd
          image: registry.k8s.io/etcd:3.6.4-0
          command:
            - etcd
            - --cert-file=/etc/kubernetes/pki/etcd/server.crt
            - --key-file=/etc/kubernetes/pki/etcd/server.key
      `,
    },
  ],
});
