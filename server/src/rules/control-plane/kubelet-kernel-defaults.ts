import { assign, defineComponentRule, inPod, iso27001, manifest, nist80053, nsa, same } from '../../kit/index.js';

export default defineComponentRule({
  id: 'kubelet-kernel-defaults',
  component: 'kubelet',
  severity: 'hint',
  profile: 'strict',
  since: '0.1.0',
  docs: {
    summary: 'The kubelet changes settings of the kernel as it likes.',
    why: 'A kubelet that protects the defaults stops where the kernel is not set as it needs; otherwise it changes the settings itself, and what the administrator has hardened is undone in silence.',
    unless: 'nothing but the kubelet sets the kernel up.',
  },
  aliases: [
    same('checkov', 'CKV_K8S_144'),
  ],
  frameworks: [nsa('worker-nodes'), nist80053('CM-6'), iso27001('8.9')],
  messages: {
    set: '{component} changes settings of the kernel.',
    unset: '{component} changes settings of the kernel, because that is the default.',
  },
  judge(component, report) {
    const protect = component.setting('protect-kernel-defaults');
    if (protect.is('true')) return;
    report(protect, { message: protect.isSet ? 'set' : 'unset', fix: assign(protect, 'true', 'Leave the kernel alone') });
  },
  examples: [
    {
      bad: inPod`
        - name: kubelet
          image: registry.example.com/node/kubelet:v1.34.2
          command:
            - kubelet
            - --protect-kernel-defaults=false
      `,
      fixed: inPod`
        - name: kubelet
          image: registry.example.com/node/kubelet:v1.34.2
          command:
            - kubelet
            - --protect-kernel-defaults=true
      `,
    },
    {
      title: 'In a configuration file',
      bad: manifest`
        apiVersion: kubelet.config.k8s.io/v1beta1
        kind: KubeletConfiguration
        protectKernelDefaults: false
      `,
      fixed: manifest`
        apiVersion: kubelet.config.k8s.io/v1beta1
        kind: KubeletConfiguration
        protectKernelDefaults: true
      `,
    },
  ],
});
