import { cis, defineComponentRule, gdpr, hipaa, inPod, iso27001, manifest, mitre, nist800190, nist80053, nsa, pciDss, same, soc2 } from '../../kit/index.js';

export default defineComponentRule({
  id: 'kubelet-tls-certificate-unset',
  component: 'kubelet',
  severity: 'information',
  profile: 'strict',
  since: '0.1.0',
  docs: {
    summary: 'The kubelet signs its serving certificate itself.',
    why: 'Nothing can verify a certificate that the kubelet has made up, so the API server has to trust whoever answers at the address of the node. Files, or a certificate that the cluster signs, put an end to that.',
  },
  aliases: [
    same('checkov', 'CKV_K8S_148'),
  ],
  frameworks: [cis('4.2.9'), nsa('encryption'), nsa('worker-nodes'), mitre('T1557'), nist800190('4.3.5'), nist80053('SC-8(1)'), pciDss('2.2.7'), soc2('CC6.7'), hipaa('164.312(e)(1)'), gdpr('32(1)(a)'), iso27001('8.24')],
  messages: {
    unset: '{component} signs its serving certificate itself: {setting} is not set.',
  },
  judge(component, report) {
    if (component.setting('rotate-server-certificates').is('true')) return; // The cluster signs the certificate.
    const settings = (['tls-cert-file', 'tls-private-key-file'] as const).map((flag) => component.setting(flag));
    const missing = settings.find((setting) => !setting.isUnknown && !setting.value);
    if (missing) report(missing, { message: 'unset' });
  },
  examples: [
    {
      bad: inPod`
        - name: kubelet
          image: registry.example.com/node/kubelet:v1.34.2
          command:
            - kubelet
            - --tls-cert-file=/var/lib/kubelet/pki/kubelet.crt
      `,
    },
    {
      title: 'The cluster signs the certificate',
      good: manifest`
        apiVersion: kubelet.config.k8s.io/v1beta1
        kind: KubeletConfiguration
        serverTLSBootstrap: true
      `,
    },
  ],
});
