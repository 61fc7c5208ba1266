import { assign, defineComponentRule, gdpr, hipaa, inPod, iso27001, mitre, nist80053, nsa, pciDss, same, soc2 } from '../../kit/index.js';

export default defineComponentRule({
  id: 'api-server-plain-kubelet-connection',
  component: 'kube-apiserver',
  severity: 'error',
  profile: 'baseline',
  since: '0.1.0',
  docs: {
    summary: 'The API server talks to kubelets without TLS.',
    why: 'Everything of `kubectl exec`, `logs` and `port-forward` then crosses the network in plain text, where it can be read and changed. TLS is the default; Kubernetes 1.22 removed the flag.',
  },
  aliases: [
    same('checkov', 'CKV_K8S_71'),
    same('trivy', 'KCV-0004'),
  ],
  frameworks: [nsa('encryption'), mitre('T1557'), nist80053('SC-8(1)'), pciDss('2.2.7'), soc2('CC6.7'), hipaa('164.312(e)(1)'), gdpr('32(1)(a)'), iso27001('8.24')],
  messages: {
    plain: '{component} talks to kubelets over plain HTTP.',
  },
  judge(component, report) {
    const https = component.setting('kubelet-https');
    if (https.is('false')) report(https, { message: 'plain', fix: assign(https, 'true', 'Talk to kubelets over TLS') });
  },
  examples: [
    {
      bad: inPod`
        - name: kube-apiserver
          image: registry.k8s.io/kube-apiserver:v1.34.2
          command:
            - kube-apiserver
            - --kubelet-https=false
      `,
      fixed: inPod`
        - name: kube-apiserver
          image: registry.k8s.io/kube-apiserver:v1.34.2
          command:
            - kube-apiserver
            - --kubelet-https=true
      `,
    },
  ],
});
