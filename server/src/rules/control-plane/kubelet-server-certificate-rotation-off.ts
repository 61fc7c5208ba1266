import { assign, cis, defineComponentRule, gdpr, hipaa, inPod, iso27001, mitre, near, nist80053, nsa, pciDss, same, soc2 } from '../../kit/index.js';

export default defineComponentRule({
  id: 'kubelet-server-certificate-rotation-off',
  component: ['kube-controller-manager', 'kubelet'],
  severity: 'warning',
  profile: 'restricted',
  since: '0.1.0',
  docs: {
    summary: 'Serving certificates of kubelets are not renewed through the API.',
    why: 'With the gate RotateKubeletServerCertificate off kubelets cannot ask for serving certificates, and sign their own: then the API server has nothing to verify them by. It is on by default.',
  },
  aliases: [
    same('checkov', 'CKV_K8S_112'),
    same('kubescape', 'ensure-that-the-controller-manager-RotateKubeletServerCertificate-argument-is-set-to-true', 'C-0149'),
    near('trivy', 'KCV-0038', 'wants the default written out'),
  ],
  frameworks: [cis('1.3.6'), cis('4.2.11'), nsa('encryption'), mitre('T1557'), nist80053('SC-8(1)'), nist80053('SC-17'), pciDss('2.2.7'), soc2('CC6.7'), hipaa('164.312(e)(1)'), gdpr('32(1)(a)'), iso27001('8.24')],
  messages: {
    off: '{component} has the feature gate RotateKubeletServerCertificate off.',
  },
  judge(component, report) {
    const gate = component.featureGate('RotateKubeletServerCertificate');
    if (gate?.is('false')) report(gate, { message: 'off', fix: assign(gate, 'true', 'Renew serving certificates') });
  },
  examples: [
    {
      bad: inPod`
        - name: kube-controller-manager
          image: registry.k8s.io/kube-controller-manager:v1.34.2
          command:
            - kube-controller-manager
            - --feature-gates=RotateKubeletServerCertificate=false
      `,
      fixed: inPod`
        - name: kube-controller-manager
          image: registry.k8s.io/kube-controller-manager:v1.34.2
          command:
            - kube-controller-manager
            - --feature-gates=RotateKubeletServerCertificate=true
      `,
    },
  ],
});
