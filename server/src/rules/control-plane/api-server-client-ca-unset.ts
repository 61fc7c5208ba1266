import { cis, defineComponentRule, hipaa, inPod, iso27001, nist80053, nsa, pciDss, same, soc2 } from '../../kit/index.js';

export default defineComponentRule({
  id: 'api-server-client-ca-unset',
  component: 'kube-apiserver',
  severity: 'warning',
  profile: 'restricted',
  since: '0.1.0',
  docs: {
    summary: 'The API server does not accept client certificates.',
    why: 'Kubelets and the control plane identify themselves by certificates. Without an authority to verify them by they are anonymous, or use tokens that do not expire.',
    unless: 'a proxy before the API server authenticates all clients.',
  },
  aliases: [
    same('trivy', 'KCV-0028'),
    same('kubescape', 'ensure-that-the-api-server-client-ca-file-argument-is-set-as-appropriate', 'C-0139'),
  ],
  frameworks: [cis('1.2.25'), nsa('authentication'), nist80053('IA-9'), pciDss('8.3.1'), soc2('CC6.1'), hipaa('164.312(d)'), iso27001('8.5')],
  messages: {
    unset: '{component} verifies no client certificates.',
  },
  judge(component, report) {
    const file = component.setting('client-ca-file');
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
            - --client-ca-file=/etc/kubernetes/pki/ca.crt
      `,
    },
  ],
});
