import { defineComponentRule, inPod, iso27001, nist80053, pciDss, soc2, withdraw } from '../../kit/index.js';

/** Plugins that ask policies. */
const POLICIES = new Set(['ValidatingAdmissionPolicy', 'ValidatingAdmissionWebhook', 'MutatingAdmissionWebhook']);

export default defineComponentRule({
  id: 'policy-admission-off',
  component: 'kube-apiserver',
  severity: 'warning',
  profile: 'restricted',
  since: '0.1.0',
  docs: {
    summary: 'The API server does not ask admission policies.',
    why: 'Policies of Kyverno, Gatekeeper and the like, and those written in CEL, are asked by plugins that are on by default. With the plugin off their objects stay in the cluster, look right, and decide nothing.',
    unless: 'the cluster has no admission policies at all.',
  },
  aliases: [],
  frameworks: [nist80053('CM-6'), pciDss('2.2.6'), soc2('CC6.8'), iso27001('8.9')],
  messages: {
    off: '{component} disables the plugin {value}.',
  },
  judge(component, report) {
    const plugins = component.setting('disable-admission-plugins');
    for (const part of plugins.parts) {
      if (POLICIES.has(part.text)) report(plugins, { message: 'off', fix: withdraw(plugins, `Disable ${part.text} no more`, part) }, part);
    }
  },
  examples: [
    {
      bad: inPod`
        - name: kube-apiserver
          image: registry.k8s.io/kube-apiserver:v1.34.2
          command:
            - kube-apiserver
            - --disable-admission-plugins=ValidatingAdmissionPolicy
            - --v=2
      `,
      fixed: inPod`
        - name: kube-apiserver
          image: registry.k8s.io/kube-apiserver:v1.34.2
          command:
            - kube-apiserver
            - --v=2
      `,
    },
    {
      title: 'Among others',
      bad: inPod`
        - name: kube-apiserver
          image: registry.k8s.io/kube-apiserver:v1.34.2
          command:
            - kube-apiserver
            - --disable-admission-plugins=ValidatingAdmissionPolicy,StorageObjectInUseProtection
      `,
      fixed: inPod`
        - name: kube-apiserver
          image: registry.k8s.io/kube-apiserver:v1.34.2
          command:
            - kube-apiserver
            - --disable-admission-plugins=StorageObjectInUseProtection
      `,
    },
  ],
});
