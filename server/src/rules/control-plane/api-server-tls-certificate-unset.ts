import { cis, defineComponentRule, gdpr, hipaa, inPod, iso27001, mitre, nist80053, nsa, pciDss, same, soc2 } from '../../kit/index.js';

export default defineComponentRule({
  id: 'api-server-tls-certificate-unset',
  component: 'kube-apiserver',
  severity: 'warning',
  profile: 'restricted',
  since: '0.1.0',
  docs: {
    summary: 'The API server makes its own certificate.',
    why: 'A certificate that the server has signed itself cannot be verified, so clients either fail or learn to skip verification, and then anybody can stand in for the API server.',
    unless: 'a proxy before the API server ends TLS.',
  },
  aliases: [
    same('checkov', 'CKV_K8S_100'),
    same('trivy', 'KCV-0027'),
    same('kubescape', 'ensure-that-the-api-server-tls-cert-file-and-tls-private-key-file-arguments-are-set-as-appropriate', 'C-0138'),
  ],
  frameworks: [cis('1.2.24'), nsa('encryption'), mitre('T1557'), nist80053('SC-8(1)'), pciDss('2.2.7'), soc2('CC6.7'), hipaa('164.312(e)(1)'), gdpr('32(1)(a)'), iso27001('8.24')],
  messages: {
    unset: '{component} signs its certificate itself: {setting} is not set.',
  },
  judge(component, report) {
    const settings = (['tls-cert-file', 'tls-private-key-file'] as const).map((flag) => component.setting(flag));
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
            - --tls-private-key-file=/etc/kubernetes/pki/apiserver.key
      `,
    },
    {
      title: 'Both files are given',
      good: inPod`
        - name: kube-apiserver
          image: registry.k8s.io/kube-apiserver:v1.34.2
          command:
            - kube-apiserver
            - --tls-cert-file=/etc/kubernetes/pki/apiserver.crt
            - --tls-private-key-file=/etc/kubernetes/pki/apiserver.key
      `,
    },
  ],
});
