import { cis, defineComponentRule, gdpr, hipaa, inPod, iso27001, near, nist80053, nsa, same, soc2 } from '../../kit/index.js';

export default defineComponentRule({
  id: 'secrets-unencrypted-at-rest',
  component: 'kube-apiserver',
  severity: 'information',
  profile: 'restricted',
  since: '0.1.0',
  docs: {
    summary: 'The API server stores Secrets unencrypted in etcd.',
    why: 'Secrets are only encoded, not encrypted, unless a provider is configured. A backup of etcd, a disk that is thrown away or a shell on its host then gives all of them away.',
    unless: 'the storage that etcd runs on is encrypted and that is enough for you.',
  },
  aliases: [
    same('checkov', 'CKV_K8S_104'),
    same('trivy', 'KCV-0030'),
    same('kubescape', 'ensure-that-the-api-server-encryption-provider-config-argument-is-set-as-appropriate', 'C-0141'),
    near('kubescape', 'C-0066', 'looks at the encryption of cloud providers too'),
    same('kubescape', 'etcd-encryption-native'),
  ],
  frameworks: [cis('1.2.27'), nsa('secrets'), nsa('encryption'), nsa('etcd'), nist80053('SC-28(1)'), soc2('CC6.1'), hipaa('164.312(a)(2)(iv)'), gdpr('32(1)(a)'), iso27001('8.24')],
  messages: {
    unset: '{component} stores Secrets unencrypted in etcd.',
  },
  judge(component, report) {
    const file = component.setting('encryption-provider-config');
    if (!file.value) report(file, { message: 'unset' });
  },
  examples: [
    {
      bad: inPod`
        - name: kube-apiserver
          image: registry.k8s.io/kube-apiserver:v1.34.2
          command:
            - kube-apiserver
      `,
    },
    {
      title: 'The file is given',
      good: inPod`
        - name: kube-apiserver
          image: registry.k8s.io/kube-apiserver:v1.34.2
          command:
            - kube-apiserver
            - --encryption-provider-config=/etc/kubernetes/encryption.yaml
      `,
    },
  ],
});
