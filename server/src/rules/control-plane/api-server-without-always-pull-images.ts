import { cis, defineComponentRule, enlist, inPod, iso27001, near, nist800190, nist80053, pciDss, same, soc2 } from '../../kit/index.js';

export default defineComponentRule({
  id: 'api-server-without-always-pull-images',
  component: 'kube-apiserver',
  severity: 'hint',
  profile: 'strict',
  since: '0.1.0',
  docs: {
    summary: 'The API server lets pods use private images that a node has cached.',
    why: 'Once a node has pulled a private image, any pod on it can run that image without the credentials for it. The plugin AlwaysPullImages makes the kubelet check them each time, at the price of asking the registry.',
    unless: 'one team owns all images, or the kubelet verifies credentials of cached images itself.',
  },
  aliases: [
    same('trivy', 'KCV-0012'),
    same('kubescape', 'ensure-that-the-admission-control-plugin-AlwaysPullImages-is-set', 'C-0123'),
    near('checkov', 'CKV_K8S_80', 'accepts an absent flag'),
  ],
  frameworks: [cis('1.2.11'), nist800190('4.3.4'), nist80053('CM-6'), pciDss('2.2.6'), soc2('CC6.8'), iso27001('8.9')],
  messages: {
    missing: '{component} lets pods use cached images: the enabled plugins are {value}.',
    unset: '{component} lets pods use cached images without credentials.',
  },
  judge(component, report) {
    const plugins = component.setting('enable-admission-plugins');
    if (plugins.list.includes('AlwaysPullImages')) return;
    report(plugins, { message: plugins.isSet ? 'missing' : 'unset', fix: enlist(plugins, 'AlwaysPullImages', 'Enable AlwaysPullImages') });
  },
  examples: [
    {
      bad: inPod`
        - name: kube-apiserver
          image: registry.k8s.io/kube-apiserver:v1.34.2
          command:
            - kube-apiserver
            - --enable-admission-plugins=PodTolerationRestriction
      `,
      fixed: inPod`
        - name: kube-apiserver
          image: registry.k8s.io/kube-apiserver:v1.34.2
          command:
            - kube-apiserver
            - "--enable-admission-plugins=PodTolerationRestriction,AlwaysPullImages"
      `,
    },
    {
      title: 'No plugin is named',
      bad: inPod`
        - name: kube-apiserver
          image: registry.k8s.io/kube-apiserver:v1.34.2
          command:
            - kube-apiserver
            - --secure-port=6443
      `,
      fixed: inPod`
        - name: kube-apiserver
          image: registry.k8s.io/kube-apiserver:v1.34.2
          command:
            - kube-apiserver
            - --secure-port=6443
            - --enable-admission-plugins=AlwaysPullImages
      `,
    },
    {
      title: 'The plugin is on',
      good: inPod`
        - name: kube-apiserver
          image: registry.k8s.io/kube-apiserver:v1.34.2
          command:
            - kube-apiserver
            - --enable-admission-plugins=PodTolerationRestriction,AlwaysPullImages
      `,
    },
  ],
});
