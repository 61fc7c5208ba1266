import { cis, defineComponentRule, gdpr, hipaa, inPod, iso27001, mitre, nist80053, nsa, pciDss, same, soc2 } from '../../kit/index.js';

export default defineComponentRule({
  id: 'api-server-kubelet-authority-unset',
  component: 'kube-apiserver',
  severity: 'warning',
  profile: 'restricted',
  since: '0.1.0',
  docs: {
    summary: 'The API server does not verify the certificates of kubelets.',
    why: 'Whoever can place himself between the API server and a node can pretend to be its kubelet, and gets what users type into `kubectl exec` and what logs say. Without the flag any certificate is accepted.',
    unless: 'the API server reaches kubelets through a tunnel that authenticates them, such as Konnectivity.',
  },
  aliases: [
    same('checkov', 'CKV_K8S_73'),
    same('trivy', 'KCV-0006'),
    same('kubescape', 'ensure-that-the-api-server-kubelet-certificate-authority-argument-is-set-as-appropriate', 'C-0117'),
  ],
  frameworks: [cis('1.2.5'), nsa('encryption'), mitre('T1557'), nist80053('SC-8(1)'), pciDss('2.2.7'), soc2('CC6.7'), hipaa('164.312(e)(1)'), gdpr('32(1)(a)'), iso27001('8.24')],
  messages: {
    unset: '{component} accepts any certificate of a kubelet: {setting} is not set.',
  },
  judge(component, report) {
    const file = component.setting('kubelet-certificate-authority');
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
            - --kubelet-certificate-authority=/etc/kubernetes/pki/kubelet-ca.crt
      `,
    },
  ],
});
