import { cis, defineComponentRule, hipaa, inPod, iso27001, nist80053, nsa, pciDss, same, soc2 } from '../../kit/index.js';

export default defineComponentRule({
  id: 'api-server-audit-log-unset',
  component: 'kube-apiserver',
  severity: 'information',
  profile: 'restricted',
  since: '0.1.0',
  docs: {
    summary: 'The API server writes no audit log.',
    why: 'Without it nobody can tell afterwards who read a Secret, who changed a role or when an intruder came in. It is off by default.',
  },
  aliases: [
    same('checkov', 'CKV_K8S_91'),
    same('trivy', 'KCV-0019'),
    same('kubescape', 'ensure-that-the-api-server-audit-log-path-argument-is-set', 'C-0130'),
  ],
  frameworks: [cis('1.2.16'), nsa('audit-logging'), nist80053('AU-12'), pciDss('10.2.1'), soc2('CC7.2'), hipaa('164.312(b)'), iso27001('8.15')],
  messages: {
    unset: '{component} writes no audit log.',
  },
  judge(component, report) {
    const file = component.setting('audit-log-path');
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
            - --audit-log-path=/var/log/kubernetes/audit.log
      `,
    },
  ],
});
