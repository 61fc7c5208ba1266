import { assign, cis, defineComponentRule, inPod, iso27001, near, nist80053, nsa, same } from '../../kit/index.js';

export default defineComponentRule({
  id: 'audit-log-size',
  component: 'kube-apiserver',
  severity: 'hint',
  profile: 'strict',
  since: '0.1.0',
  docs: {
    summary: 'The API server rotates audit logs before they hold a hundred megabytes, or at no stated size.',
    why: 'Small files are rotated away within minutes when somebody makes noise to cover a trace.',
    unless: 'the log is sent elsewhere before it is rotated.',
  },
  aliases: [
    same('checkov', 'CKV_K8S_94'),
    near('trivy', 'KCV-0022', 'accepts any value'),
    near('kubescape', 'C-0133', 'asks for a review of any value'),
    near('kubescape', 'ensure-that-the-api-server-audit-log-maxsize-argument-is-set-to-100-or-as-appropriate', 'asks for a review of any value'),
  ],
  frameworks: [cis('1.2.19'), nsa('audit-logging'), nist80053('AU-4'), iso27001('8.15')],
  messages: {
    low: '{component} rotates audit logs at {value} megabytes.',
    unset: '{component} rotates audit logs at no stated size.',
  },
  judge(component, report) {
    const setting = component.setting('audit-log-maxsize');
    if ((setting.number ?? 0) >= 100) return;
    report(setting, { message: setting.number ? 'low' : 'unset', fix: assign(setting, '100', 'Keep 100 megabytes in an audit log') });
  },
  examples: [
    {
      bad: inPod`
        - name: kube-apiserver
          image: registry.k8s.io/kube-apiserver:v1.34.2
          command:
            - kube-apiserver
            - --audit-log-maxsize=10
      `,
      fixed: inPod`
        - name: kube-apiserver
          image: registry.k8s.io/kube-apiserver:v1.34.2
          command:
            - kube-apiserver
            - --audit-log-maxsize=100
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
            - --audit-log-maxsize=100
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
