import { defineComponentRule, inPod, iso27001, mitre, nist80053, nsa, pciDss, same, soc2, withdraw } from '../../kit/index.js';

export default defineComponentRule({
  id: 'api-server-basic-auth',
  component: 'kube-apiserver',
  severity: 'error',
  profile: 'baseline',
  since: '0.1.0',
  docs: {
    summary: 'The API server takes passwords from a file.',
    why: 'The file holds passwords in plain text, they never expire, and a change takes a restart. Kubernetes dropped the flag in 1.19; newer servers do not start with it.',
  },
  aliases: [
    same('checkov', 'CKV_K8S_69'),
  ],
  frameworks: [nsa('authentication'), mitre('T1552.001'), nist80053('IA-5'), pciDss('8.3.2'), soc2('CC6.1'), iso27001('5.17')],
  messages: {
    file: '{component} reads passwords from {value}.',
  },
  judge(component, report) {
    const file = component.setting('basic-auth-file');
    if (file.isSet) report(file, { message: 'file', fix: withdraw(file, 'Read no passwords from a file') });
  },
  examples: [
    {
      bad: inPod`
        - name: kube-apiserver
          image: registry.k8s.io/kube-apiserver:v1.34.2
          command:
            - kube-apiserver
            - --basic-auth-file=/etc/kubernetes/users.csv
      `,
      fixed: inPod`
        - name: kube-apiserver
          image: registry.k8s.io/kube-apiserver:v1.34.2
          command:
            - kube-apiserver
      `,
    },
  ],
});
