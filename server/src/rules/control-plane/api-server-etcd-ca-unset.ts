import { cis, defineComponentRule, gdpr, hipaa, inPod, iso27001, mitre, nist80053, nsa, pciDss, same, soc2 } from '../../kit/index.js';

export default defineComponentRule({
  id: 'api-server-etcd-ca-unset',
  component: 'kube-apiserver',
  severity: 'warning',
  profile: 'restricted',
  since: '0.1.0',
  docs: {
    summary: 'The API server does not verify the certificate of etcd.',
    why: 'Whoever can stand between the API server and etcd receives every Secret that is written, and decides what the API server believes to have read.',
  },
  aliases: [
    same('checkov', 'CKV_K8S_102'),
    same('trivy', 'KCV-0029'),
    same('kubescape', 'ensure-that-the-api-server-etcd-cafile-argument-is-set-as-appropriate', 'C-0140'),
  ],
  frameworks: [cis('1.2.26'), nsa('encryption'), nsa('etcd'), mitre('T1557'), nist80053('SC-8(1)'), pciDss('2.2.7'), soc2('CC6.7'), hipaa('164.312(e)(1)'), gdpr('32(1)(a)'), iso27001('8.24')],
  messages: {
    unset: '{component} has no authority to verify etcd by: {setting} is not set.',
  },
  judge(component, report) {
    const file = component.setting('etcd-cafile');
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
            - --etcd-cafile=/etc/kubernetes/pki/etcd/ca.crt
      `,
    },
  ],
});
