import { cis, defineComponentRule, hipaa, inPod, iso27001, nist80053, nsa, pciDss, same, soc2 } from '../../kit/index.js';

export default defineComponentRule({
  id: 'api-server-kubelet-certificate-unset',
  component: 'kube-apiserver',
  severity: 'warning',
  profile: 'restricted',
  since: '0.1.0',
  docs: {
    summary: 'The API server does not identify itself to kubelets.',
    why: 'Without a client certificate a kubelet sees an anonymous caller. Then either `kubectl exec` and `logs` fail, or kubelets obey anybody on the network, which is what an intruder hopes for.',
  },
  aliases: [
    same('checkov', 'CKV_K8S_72'),
    same('trivy', 'KCV-0005'),
    same('kubescape', 'ensure-that-the-api-server-kubelet-client-certificate-and-kubelet-client-key-arguments-are-set-as-appropriate', 'C-0116'),
  ],
  frameworks: [cis('1.2.4'), nsa('authentication'), nist80053('IA-9'), pciDss('8.3.1'), soc2('CC6.1'), hipaa('164.312(d)'), iso27001('8.5')],
  messages: {
    unset: '{component} has no certificate for kubelets: {setting} is not set.',
  },
  judge(component, report) {
    const settings = (['kubelet-client-certificate', 'kubelet-client-key'] as const).map((flag) => component.setting(flag));
    const missing = settings.find((setting) => !setting.isUnknown && !setting.value);
    if (missing) report(missing, { message: 'unset' });
  },
  examples: [
    {
      bad: inPod`
        - name: kube-apiserver
          image: registry.k8s.io/kube-apiserver:v1.34.2
          command:
            - kube-apiserver
            - --kubelet-client-key=/etc/kubernetes/pki/apiserver-kubelet-client.key
      `,
    },
    {
      title: 'Both files are given',
      good: inPod`
        - name: kube-apiserver
          image: registry.k8s.io/kube-apiserver:v1.34.2
          command:
            - kube-apiserver
            - --kubelet-client-certificate=/etc/kubernetes/pki/apiserver-kubelet-client.crt
            - --kubelet-client-key=/etc/kubernetes/pki/apiserver-kubelet-client.key
      `,
    },
  ],
});
