import { cis, defineComponentRule, inPod, iso27001, near, nist800190, nist80053, nsa, pciDss, soc2, withdraw } from '../../kit/index.js';

export default defineComponentRule({
  id: 'pod-security-plugin-off',
  component: 'kube-apiserver',
  severity: 'warning',
  profile: 'restricted',
  since: '0.1.0',
  docs: {
    summary: 'The API server does not enforce the Pod Security Standards.',
    why: 'The labels `pod-security.kubernetes.io/enforce` of namespaces have no effect without the plugin PodSecurity, which is on by default. Privileged pods are then admitted where everybody believes that they are refused.',
    unless: 'another admission controller enforces the same standards.',
  },
  aliases: [
    near('checkov', 'CKV_K8S_84', 'asks for PodSecurityPolicy, which Kubernetes 1.25 removed'),
    near('checkov', 'CKV_K8S_81', 'asks for plugins that Kubernetes 1.25 and 1.30 removed'),
    near('trivy', 'KCV-0013', 'asks for plugins that Kubernetes 1.25 and 1.30 removed'),
    near('kubescape', 'C-0124', 'asks for plugins that Kubernetes 1.25 and 1.30 removed'),
    near('kubescape', 'C-0068', 'asks for PodSecurityPolicy, which Kubernetes 1.25 removed'),
  ],
  frameworks: [cis('5.2.1'), nsa('pod-security-enforcement'), nist800190('4.4.3'), nist80053('CM-6'), pciDss('2.2.6'), soc2('CC6.8'), iso27001('8.9')],
  messages: {
    off: '{component} disables the plugin {value}.',
  },
  judge(component, report) {
    const plugins = component.setting('disable-admission-plugins');
    const part = plugins.part('PodSecurity');
    if (part) report(plugins, { message: 'off', fix: withdraw(plugins, 'Disable PodSecurity no more', part) }, part);
  },
  examples: [
    {
      bad: inPod`
        - name: kube-apiserver
          image: registry.k8s.io/kube-apiserver:v1.34.2
          command:
            - kube-apiserver
            - --disable-admission-plugins=PodSecurity
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
            - --disable-admission-plugins=PodSecurity,StorageObjectInUseProtection
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
