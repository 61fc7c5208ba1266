import { cis, defineComponentRule, inPod, iso27001, near, nist80053, pciDss, same, soc2, withdraw } from '../../kit/index.js';

export default defineComponentRule({
  id: 'namespace-lifecycle-plugin-off',
  component: 'kube-apiserver',
  severity: 'warning',
  profile: 'baseline',
  since: '0.1.0',
  docs: {
    summary: 'The API server accepts objects in namespaces that are gone or going.',
    why: 'The plugin NamespaceLifecycle refuses objects in namespaces that do not exist or are being deleted, and protects `default`, `kube-system` and `kube-public`. Without it objects outlive the quotas, policies and bindings of their namespace.',
  },
  aliases: [
    same('trivy', 'KCV-0015'),
    same('kubescape', 'ensure-that-the-admission-control-plugin-NamespaceLifecycle-is-set', 'C-0126'),
    near('checkov', 'CKV_K8S_83', 'wants the plugin among those enabled, though it is on by default'),
  ],
  frameworks: [cis('1.2.13'), nist80053('CM-6'), pciDss('2.2.6'), soc2('CC6.8'), iso27001('8.9')],
  messages: {
    off: '{component} disables the plugin {value}.',
  },
  judge(component, report) {
    const plugins = component.setting('disable-admission-plugins');
    const part = plugins.part('NamespaceLifecycle');
    if (part) report(plugins, { message: 'off', fix: withdraw(plugins, 'Disable NamespaceLifecycle no more', part) }, part);
  },
  examples: [
    {
      bad: inPod`
        - name: kube-apiserver
          image: registry.k8s.io/kube-apiserver:v1.34.2
          command:
            - kube-apiserver
            - --disable-admission-plugins=NamespaceLifecycle
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
            - --disable-admission-plugins=NamespaceLifecycle,StorageObjectInUseProtection
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
