import { cis, defineComponentRule, gdpr, hipaa, inPod, iso27001, mitre, near, nist80053, nsa, pciDss, same, soc2 } from '../../kit/index.js';

export default defineComponentRule({
  id: 'controller-manager-root-ca-unset',
  component: 'kube-controller-manager',
  severity: 'information',
  profile: 'restricted',
  since: '0.1.0',
  docs: {
    summary: 'The controller manager does not tell pods how to verify the API server.',
    why: 'The authority that this file holds is put beside the token in every pod. Without it clients in pods cannot verify the API server, and hand their token to whoever answers.',
  },
  aliases: [
    same('trivy', 'KCV-0037'),
    same('kubescape', 'ensure-that-the-controller-manager-root-ca-file-argument-is-set-as-appropriate', 'C-0148'),
    near('checkov', 'CKV_K8S_111', 'wants a file whose name ends in .pem, and accepts an absent flag'),
  ],
  frameworks: [cis('1.3.5'), nsa('encryption'), mitre('T1557'), nist80053('SC-8(1)'), pciDss('2.2.7'), soc2('CC6.7'), hipaa('164.312(e)(1)'), gdpr('32(1)(a)'), iso27001('8.24')],
  messages: {
    unset: '{component} gives pods no authority to verify the API server by.',
  },
  judge(component, report) {
    const file = component.setting('root-ca-file');
    if (!file.value) report(file, { message: 'unset' });
  },
  examples: [
    {
      bad: inPod`
        - name: kube-controller-manager
          image: registry.k8s.io/kube-controller-manager:v1.34.2
          command:
            - kube-controller-manager
      `,
    },
    {
      title: 'The file is given',
      good: inPod`
        - name: kube-controller-manager
          image: registry.k8s.io/kube-controller-manager:v1.34.2
          command:
            - kube-controller-manager
            - --root-ca-file=/etc/kubernetes/pki/ca.crt
      `,
    },
  ],
});
