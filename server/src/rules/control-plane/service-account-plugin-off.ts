import { cis, defineComponentRule, inPod, iso27001, near, nist80053, pciDss, same, soc2, withdraw } from '../../kit/index.js';

export default defineComponentRule({
  id: 'service-account-plugin-off',
  component: 'kube-apiserver',
  severity: 'warning',
  profile: 'baseline',
  since: '0.1.0',
  docs: {
    summary: 'The API server does not put service accounts into pods.',
    why: 'The plugin ServiceAccount gives each pod its account and token and refuses pods that name an account which does not exist. Without it, limits on which Secrets an account may mount are not enforced either.',
  },
  aliases: [
    same('trivy', 'KCV-0014'),
    same('kubescape', 'ensure-that-the-admission-control-plugin-ServiceAccount-is-set', 'C-0125'),
    near('checkov', 'CKV_K8S_82', 'wants the plugin among those enabled, though it is on by default'),
  ],
  frameworks: [cis('1.2.12'), nist80053('CM-6'), pciDss('2.2.6'), soc2('CC6.8'), iso27001('8.9')],
  messages: {
    off: '{component} disables the plugin {value}.',
  },
  judge(component, report) {
    const plugins = component.setting('disable-admission-plugins');
    const part = plugins.part('ServiceAccount');
    if (part) report(plugins, { message: 'off', fix: withdraw(plugins, 'Disable ServiceAccount no more', part) }, part);
  },
  examples: [
    {
      bad: inPod`
        - name: kube-apiserver
          image: registry.k8s.io/kube-apiserver:v1.34.2
          command:
            - kube-apiserver
            - --disable-admission-plugins=ServiceAccount
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
            - --disable-admission-plugins=ServiceAccount,StorageObjectInUseProtection
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
