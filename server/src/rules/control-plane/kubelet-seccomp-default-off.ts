import { assign, cis, defineComponentRule, inPod, manifest, mitre, nist800190, nist80053, nsa } from '../../kit/index.js';

export default defineComponentRule({
  id: 'kubelet-seccomp-default-off',
  component: 'kubelet',
  severity: 'hint',
  profile: 'strict',
  since: '0.1.0',
  docs: {
    summary: 'Containers run without a seccomp profile unless their pod asks for one.',
    why: 'With the setting on, the kubelet gives every container the profile of its runtime, which takes about sixty dangerous system calls away. It is off by default.',
    unless: 'policies see to it that every pod has a profile.',
  },
  aliases: [],
  frameworks: [cis('4.2.14'), nsa('seccomp'), mitre('T1611'), nist800190('4.4.3'), nist80053('CM-6')],
  messages: {
    set: '{component} leaves containers without a seccomp profile.',
    unset: '{component} leaves containers without a seccomp profile, because that is the default.',
  },
  judge(component, report) {
    const seccomp = component.setting('seccomp-default');
    if (seccomp.is('true')) return;
    report(seccomp, { message: seccomp.isSet ? 'set' : 'unset', fix: assign(seccomp, 'true', 'Give containers the profile of their runtime') });
  },
  examples: [
    {
      bad: inPod`
        - name: kubelet
          image: registry.example.com/node/kubelet:v1.34.2
          command:
            - kubelet
            - --seccomp-default=false
      `,
      fixed: inPod`
        - name: kubelet
          image: registry.example.com/node/kubelet:v1.34.2
          command:
            - kubelet
            - --seccomp-default=true
      `,
    },
    {
      title: 'In a configuration file',
      bad: manifest`
        apiVersion: kubelet.config.k8s.io/v1beta1
        kind: KubeletConfiguration
        seccompDefault: false
      `,
      fixed: manifest`
        apiVersion: kubelet.config.k8s.io/v1beta1
        kind: KubeletConfiguration
        seccompDefault: true
      `,
    },
  ],
});
