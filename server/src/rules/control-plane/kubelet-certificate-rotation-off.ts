import { assign, cis, defineComponentRule, inPod, iso27001, manifest, nist80053, nsa, same } from '../../kit/index.js';

export default defineComponentRule({
  id: 'kubelet-certificate-rotation-off',
  component: 'kubelet',
  severity: 'warning',
  profile: 'restricted',
  since: '0.1.0',
  docs: {
    summary: 'The kubelet does not renew its client certificate.',
    why: 'A certificate that is not renewed is either issued for years, and stolen ones are good for as long, or it expires and the node drops out of the cluster.',
    unless: 'another program renews the certificate.',
  },
  aliases: [
    same('checkov', 'CKV_K8S_149'),
  ],
  frameworks: [cis('4.2.10'), nsa('authentication'), nist80053('IA-5'), nist80053('SC-17'), iso27001('8.24')],
  messages: {
    off: '{component} does not renew its client certificate.',
  },
  judge(component, report) {
    const rotation = component.setting('rotate-certificates');
    if (rotation.isSet && rotation.is('false')) report(rotation, { message: 'off', fix: assign(rotation, 'true', 'Renew the certificate') });
  },
  examples: [
    {
      bad: inPod`
        - name: kubelet
          image: registry.example.com/node/kubelet:v1.34.2
          command:
            - kubelet
            - --rotate-certificates=false
      `,
      fixed: inPod`
        - name: kubelet
          image: registry.example.com/node/kubelet:v1.34.2
          command:
            - kubelet
            - --rotate-certificates=true
      `,
    },
    {
      title: 'In a configuration file',
      bad: manifest`
        apiVersion: kubelet.config.k8s.io/v1beta1
        kind: KubeletConfiguration
        rotateCertificates: false
      `,
      fixed: manifest`
        apiVersion: kubelet.config.k8s.io/v1beta1
        kind: KubeletConfiguration
        rotateCertificates: true
      `,
    },
  ],
});
