import { assign, cis, defineComponentRule, inPod, iso27001, near, nist80053, nsa, same } from '../../kit/index.js';

export default defineComponentRule({
  id: 'audit-log-backups',
  component: 'kube-apiserver',
  severity: 'hint',
  profile: 'strict',
  since: '0.1.0',
  docs: {
    summary: 'The API server keeps fewer than ten old audit logs, or no stated number.',
    why: 'Who can cause many requests can push traces out of a log that keeps few files; without a number the disk of the control plane fills instead.',
    unless: 'the log is sent elsewhere before it is rotated.',
  },
  aliases: [
    same('checkov', 'CKV_K8S_93'),
    near('trivy', 'KCV-0021', 'accepts any value'),
    near('kubescape', 'C-0132', 'asks for a review of any value'),
    near('kubescape', 'ensure-that-the-api-server-audit-log-maxbackup-argument-is-set-to-10-or-as-appropriate', 'asks for a review of any value'),
  ],
  frameworks: [cis('1.2.18'), nsa('audit-logging'), nist80053('AU-4'), iso27001('8.15')],
  messages: {
    low: '{component} keeps {value} old audit logs.',
    unset: '{component} keeps no stated number of old audit logs.',
  },
  judge(component, report) {
    const setting = component.setting('audit-log-maxbackup');
    if ((setting.number ?? 0) >= 10) return;
    report(setting, { message: setting.number ? 'low' : 'unset', fix: assign(setting, '10', 'Keep 10 old audit logs') });
  },
  examples: [
    {
      bad: inPod`
        - name: kube-apiserver
          image: registry.k8s.io/kube-apiserver:v1.34.2
          command:
            - kube-apiserver
            - --audit-log-maxbackup=3
      `,
      fixed: inPod`
        - name: kube-apiserver
          image: registry.k8s.io/kube-apiserver:v1.34.2
          command:
            - kube-apiserver
            - --audit-log-maxbackup=10
      `,
    },
    {
      title: 'Nothing is said',
      bad: inPod`
        - name: kube-apiserver
          image: registry.k8s.io/kube-apiserver:v1.34.2
          command:
            - kube-apiserver
            - --audit-log-path=/var/log/audit.log
      `,
      fixed: inPod`
        - name: kube-apiserver
          image: registry.k8s.io/kube-apiserver:v1.34.2
          command:
            - kube-apiserver
            - --audit-log-path=/var/log/audit.log
            - --audit-log-maxbackup=10
      `,
    },
    {
      title: 'The log goes to a webhook',
      good: inPod`
        - name: kube-apiserver
          image: registry.k8s.io/kube-apiserver:v1.34.2
          command:
            - kube-apiserver
            - --audit-webhook-config-file=/etc/kubernetes/audit.kubeconfig
      `,
    },
  ],
});
