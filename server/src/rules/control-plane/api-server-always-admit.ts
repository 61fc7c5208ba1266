import { cis, defineComponentRule, inPod, iso27001, near, nist80053, pciDss, same, soc2, withdraw } from '../../kit/index.js';

export default defineComponentRule({
  id: 'api-server-always-admit',
  component: 'kube-apiserver',
  severity: 'error',
  profile: 'baseline',
  since: '0.1.0',
  docs: {
    summary: 'The API server admits every object.',
    why: 'The plugin AlwaysAdmit lets everything pass that other plugins do not stop, and has long been deprecated. Who turns it on mostly believes to have turned admission control off, and often has.',
  },
  aliases: [
    same('trivy', 'KCV-0011'),
    same('kubescape', 'ensure-that-the-admission-control-plugin-AlwaysAdmit-is-not-set', 'C-0122'),
    near('checkov', 'CKV_K8S_79', 'overlooks AlwaysAdmit among other plugins'),
  ],
  frameworks: [cis('1.2.10'), nist80053('CM-6'), pciDss('2.2.6'), soc2('CC6.8'), iso27001('8.9')],
  messages: {
    on: '{component} enables the plugin AlwaysAdmit.',
  },
  judge(component, report) {
    const plugins = component.setting('enable-admission-plugins');
    const part = plugins.part('AlwaysAdmit');
    if (part) report(plugins, { message: 'on', fix: withdraw(plugins, 'Enable AlwaysAdmit no more', part) }, part);
  },
  examples: [
    {
      bad: inPod`
        - name: kube-apiserver
          image: registry.k8s.io/kube-apiserver:v1.34.2
          command:
            - kube-apiserver
            - --enable-admission-plugins=NodeRestriction,AlwaysAdmit
      `,
      fixed: inPod`
        - name: kube-apiserver
          image: registry.k8s.io/kube-apiserver:v1.34.2
          command:
            - kube-apiserver
            - --enable-admission-plugins=NodeRestriction
      `,
    },
    {
      title: 'The only plugin',
      bad: inPod`
        - name: kube-apiserver
          image: registry.k8s.io/kube-apiserver:v1.34.2
          command:
            - kube-apiserver
            - --enable-admission-plugins=AlwaysAdmit
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
  ],
});
