import { cis, defineComponentRule, hipaa, inPod, iso27001, near, nist80053, nsa, pciDss, same, soc2 } from '../../kit/index.js';

export default defineComponentRule({
  id: 'api-server-audit-policy-unset',
  component: 'kube-apiserver',
  severity: 'information',
  profile: 'restricted',
  since: '0.1.0',
  docs: {
    summary: 'The API server has no audit policy.',
    why: 'Only what a policy names is recorded: without a file the API server logs no event at all, wherever the log is to be written.',
  },
  aliases: [
    same('kubescape', 'k8s-audit-logs-enabled-native-cis', 'C-0160'),
    near('kubescape', 'C-0067', 'looks at the logs of cloud providers too'),
    same('kubescape', 'k8s-audit-logs-enabled-native'),
  ],
  frameworks: [cis('3.2.1'), nsa('audit-logging'), nist80053('AU-12'), nist80053('AU-2'), pciDss('10.2.1'), soc2('CC7.2'), hipaa('164.312(b)'), iso27001('8.15')],
  messages: {
    unset: '{component} has no audit policy.',
  },
  judge(component, report) {
    const file = component.setting('audit-policy-file');
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
            - --audit-policy-file=/etc/kubernetes/audit-policy.yaml
      `,
    },
  ],
});
