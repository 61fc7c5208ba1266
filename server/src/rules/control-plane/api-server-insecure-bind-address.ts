import { defineComponentRule, hipaa, inPod, iso27001, nist800190, nist80053, nsa, pciDss, same, soc2, withdraw } from '../../kit/index.js';

export default defineComponentRule({
  id: 'api-server-insecure-bind-address',
  component: 'kube-apiserver',
  severity: 'error',
  profile: 'baseline',
  since: '0.1.0',
  docs: {
    summary: 'The API server is told on which address to serve without authentication.',
    why: 'Requests to the insecure port pass authentication and authorization by, so whoever reaches the address owns the cluster. Kubernetes 1.20 took the port away and 1.24 the flag.',
  },
  aliases: [
    same('checkov', 'CKV_K8S_86'),
  ],
  frameworks: [nsa('authentication'), nsa('control-plane'), nist800190('4.3.2'), nist80053('AC-14'), pciDss('8.3.1'), soc2('CC6.1'), hipaa('164.312(d)'), iso27001('8.5')],
  messages: {
    set: '{component} serves without authentication on {value}.',
  },
  judge(component, report) {
    const setting = component.setting('insecure-bind-address');
    if (setting.isSet) report(setting, { message: 'set', fix: withdraw(setting, 'Serve nothing without authentication') });
  },
  examples: [
    {
      bad: inPod`
        - name: kube-apiserver
          image: registry.k8s.io/kube-apiserver:v1.34.2
          command:
            - kube-apiserver
            - --insecure-bind-address=0.0.0.0
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
