import { assign, defineComponentRule, gdpr, hipaa, inPod, iso27001, mitre, nist80053, nsa, pciDss, same, soc2 } from '../../kit/index.js';

export default defineComponentRule({
  id: 'api-server-secure-port-off',
  component: 'kube-apiserver',
  severity: 'error',
  profile: 'baseline',
  since: '0.1.0',
  docs: {
    summary: 'The API server does not serve over TLS.',
    why: 'Port 0 turns the port with TLS, authentication and authorization off, which leaves the insecure one as the only way in. Newer versions refuse it.',
  },
  aliases: [
    same('checkov', 'CKV_K8S_89'),
    same('trivy', 'KCV-0017'),
    same('kubescape', 'ensure-that-the-api-server-secure-port-argument-is-not-set-to-0', 'C-0128'),
  ],
  frameworks: [nsa('encryption'), mitre('T1557'), nist80053('SC-8(1)'), pciDss('2.2.7'), soc2('CC6.7'), hipaa('164.312(e)(1)'), gdpr('32(1)(a)'), iso27001('8.24')],
  messages: {
    off: '{component} has no port with TLS.',
  },
  judge(component, report) {
    const port = component.setting('secure-port');
    if (port.is('0')) report(port, { message: 'off', fix: assign(port, '6443', 'Serve over TLS on port 6443') });
  },
  examples: [
    {
      bad: inPod`
        - name: kube-apiserver
          image: registry.k8s.io/kube-apiserver:v1.34.2
          command:
            - kube-apiserver
            - --secure-port=0
      `,
      fixed: inPod`
        - name: kube-apiserver
          image: registry.k8s.io/kube-apiserver:v1.34.2
          command:
            - kube-apiserver
            - --secure-port=6443
      `,
    },
  ],
});
