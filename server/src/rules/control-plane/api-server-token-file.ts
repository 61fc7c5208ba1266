import { cis, defineComponentRule, inPod, iso27001, mitre, nist80053, nsa, pciDss, same, soc2, withdraw } from '../../kit/index.js';

export default defineComponentRule({
  id: 'api-server-token-file',
  component: 'kube-apiserver',
  severity: 'error',
  profile: 'baseline',
  since: '0.1.0',
  docs: {
    summary: 'The API server takes bearer tokens from a file.',
    why: 'Static tokens lie in plain text on the control plane, hold for ever and cannot be revoked without a restart. Whoever reads the file, or a backup of it, is those users.',
  },
  aliases: [
    same('checkov', 'CKV_K8S_70'),
    same('trivy', 'KCV-0002'),
    same('kubescape', 'ensure-that-the-api-server-token-auth-file-parameter-is-not-set', 'C-0114'),
  ],
  frameworks: [cis('1.2.2'), nsa('authentication'), mitre('T1552.001'), nist80053('IA-5'), pciDss('8.3.2'), soc2('CC6.1'), iso27001('5.17')],
  messages: {
    file: '{component} reads tokens from {value}.',
  },
  judge(component, report) {
    const file = component.setting('token-auth-file');
    if (file.isSet) report(file, { message: 'file', fix: withdraw(file, 'Read no tokens from a file') });
  },
  examples: [
    {
      bad: inPod`
        - name: kube-apiserver
          image: registry.k8s.io/kube-apiserver:v1.34.2
          command:
            - kube-apiserver
            - --token-auth-file=/etc/kubernetes/tokens.csv
            - --v=2
      `,
      fixed: inPod`
        - name: kube-apiserver
          image: registry.k8s.io/kube-apiserver:v1.34.2
          command:
            - kube-apiserver
            - --v=2
      `,
    },
  ],
});
