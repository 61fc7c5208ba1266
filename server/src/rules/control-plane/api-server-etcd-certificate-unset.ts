import { cis, defineComponentRule, hipaa, inPod, iso27001, nist80053, nsa, pciDss, same, soc2 } from '../../kit/index.js';

export default defineComponentRule({
  id: 'api-server-etcd-certificate-unset',
  component: 'kube-apiserver',
  severity: 'warning',
  profile: 'restricted',
  since: '0.1.0',
  docs: {
    summary: 'The API server does not identify itself to etcd.',
    why: 'An etcd that serves a client without certificate serves every client, and etcd holds the whole cluster: all Secrets can be read and any role written by going around the API.',
  },
  aliases: [
    same('checkov', 'CKV_K8S_99'),
    same('trivy', 'KCV-0026'),
    same('kubescape', 'ensure-that-the-api-server-etcd-certfile-and-etcd-keyfile-arguments-are-set-as-appropriate', 'C-0137'),
  ],
  frameworks: [cis('1.2.23'), nsa('authentication'), nsa('etcd'), nist80053('IA-9'), pciDss('8.3.1'), soc2('CC6.1'), hipaa('164.312(d)'), iso27001('8.5')],
  messages: {
    unset: '{component} has no certificate for etcd: {setting} is not set.',
  },
  judge(component, report) {
    const settings = (['etcd-certfile', 'etcd-keyfile'] as const).map((flag) => component.setting(flag));
    const missing = settings.find((setting) => !setting.isUnknown && !setting.value);
    if (missing) report(missing, { message: 'unset' });
  },
  examples: [
    {
      bad: inPod`
        - name: kube-apiserver
          image: registry.k8s.io/kube-apiserver:v1.34.2
          command:
            - kube-apiserver
            - --etcd-keyfile=/etc/kubernetes/pki/apiserver-etcd-client.key
      `,
    },
    {
      title: 'Both files are given',
      good: inPod`
        - name: kube-apiserver
          image: registry.k8s.io/kube-apiserver:v1.34.2
          command:
            - kube-apiserver
            - --etcd-certfile=/etc/kubernetes/pki/apiserver-etcd-client.crt
            - --etcd-keyfile=/etc/kubernetes/pki/apiserver-etcd-client.key
      `,
    },
  ],
});
