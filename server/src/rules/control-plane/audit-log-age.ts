import { assign, cis, defineComponentRule, hipaa, inPod, iso27001, near, nist80053, nsa, pciDss, same } from '../../kit/index.js';

export default defineComponentRule({
  id: 'audit-log-age',
  component: 'kube-apiserver',
  severity: 'hint',
  profile: 'strict',
  since: '0.1.0',
  docs: {
    summary: 'The API server keeps audit logs for less than thirty days, or for no stated time.',
    why: 'Intrusions are mostly found weeks after they began. By default age does not matter and size or number decide alone how long the trace lasts.',
    unless: 'the log is sent elsewhere before it is rotated.',
  },
  aliases: [
    same('checkov', 'CKV_K8S_92'),
    near('trivy', 'KCV-0020', 'accepts any value'),
    same('kubescape', 'ensure-that-the-api-server-audit-log-maxage-argument-is-set-to-30-or-as-appropriate', 'C-0131'),
  ],
  frameworks: [cis('1.2.17'), nsa('audit-logging'), nist80053('AU-11'), pciDss('10.5.1'), hipaa('164.312(b)'), iso27001('8.15')],
  messages: {
    low: '{component} keeps audit logs for {value} days.',
    unset: '{component} keeps audit logs for no stated time.',
  },
  judge(component, report) {
    const setting = component.setting('audit-log-maxage');
    if ((setting.number ?? 0) >= 30) return;
    report(setting, { message: setting.number ? 'low' : 'unset', fix: assign(setting, '30', 'Keep 30 days of audit logs') });
  },
  examples: [
    {
      bad: inPod`
        - name: kube-apiserver
          image: registry.k8s.io/kube-apiserver:v1.34.2
          command:
            - kube-apiserver
            - --audit-log-maxage=7
      `,
      fixed: inPod`
        - name: kube-apiserver
          image: registry.k8s.io/kube-apiserver:v1.34.2
          command:
            - kube-apiserver
            - --audit-log-maxage=30
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
            - --audit-log-maxage=30
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
