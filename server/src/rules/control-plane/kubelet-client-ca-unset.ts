import { cis, defineComponentRule, hipaa, inPod, iso27001, manifest, nist800190, nist80053, nsa, pciDss, same, soc2 } from '../../kit/index.js';

export default defineComponentRule({
  id: 'kubelet-client-ca-unset',
  component: 'kubelet',
  severity: 'warning',
  profile: 'restricted',
  since: '0.1.0',
  docs: {
    summary: 'The kubelet verifies no client certificates.',
    why: 'The API server identifies itself to kubelets by a certificate. A kubelet that has no authority to verify it by must take the API server for anonymous, or anonymous callers for the API server.',
    unless: 'kubelets accept tokens only.',
  },
  aliases: [
    same('checkov', 'CKV_K8S_140'),
  ],
  frameworks: [cis('4.2.3'), nsa('authentication'), nsa('worker-nodes'), nist800190('4.3.5'), nist80053('IA-9'), pciDss('8.3.1'), soc2('CC6.1'), hipaa('164.312(d)'), iso27001('8.5')],
  messages: {
    unset: '{component} verifies no client certificates.',
  },
  judge(component, report) {
    const file = component.setting('client-ca-file');
    if (!file.value) report(file, { message: 'unset' });
  },
  examples: [
    {
      bad: inPod`
        - name: kubelet
          image: registry.example.com/node/kubelet:v1.34.2
          command:
            - kubelet
            - --v=2
      `,
    },
    {
      title: 'In a configuration file',
      good: manifest`
        apiVersion: kubelet.config.k8s.io/v1beta1
        kind: KubeletConfiguration
        authentication:
          x509:
            clientCAFile: /etc/kubernetes/pki/ca.crt
      `,
    },
  ],
});
