import { cis, defineComponentRule, enlist, inPod, iso27001, mitre, near, nist80053, pciDss, soc2 } from '../../kit/index.js';

export default defineComponentRule({
  id: 'service-external-ips-admitted',
  component: 'kube-apiserver',
  severity: 'information',
  profile: 'strict',
  since: '0.1.0',
  docs: {
    summary: 'Services may claim any external address.',
    why: 'Whoever may create a Service can put an address of somebody else into `externalIPs` and receives what the cluster sends there (CVE-2020-8554). The plugin DenyServiceExternalIPs refuses the field; it is off by default.',
    unless: 'another policy restricts `externalIPs`, or Services need them.',
  },
  aliases: [
    near('kubescape', 'C-0283', 'accepts an absent flag'),
    near('kubescape', 'ensure-that-the-api-server-DenyServiceExternalIPs-is-set', 'accepts an absent flag'),
    near('kubescape', 'C-0115', 'asks for the opposite, as older editions of the benchmark did'),
    near('kubescape', 'ensure-that-the-api-server-DenyServiceExternalIPs-is-not-set', 'asks for the opposite, as older editions of the benchmark did'),
    near('trivy', 'KCV-0003', 'asks for the opposite, as older editions of the benchmark did'),
  ],
  frameworks: [cis('1.2.3'), mitre('T1557'), nist80053('CM-6'), pciDss('2.2.6'), soc2('CC6.8'), iso27001('8.9')],
  messages: {
    missing: '{component} admits Services with any external address: the enabled plugins are {value}.',
    unset: '{component} admits Services with any external address.',
  },
  judge(component, report) {
    const plugins = component.setting('enable-admission-plugins');
    if (plugins.list.includes('DenyServiceExternalIPs')) return;
    report(plugins, { message: plugins.isSet ? 'missing' : 'unset', fix: enlist(plugins, 'DenyServiceExternalIPs', 'Enable DenyServiceExternalIPs') });
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
            - "--enable-admission-plugins=PodTolerationRestriction,DenyServiceExternalIPs"
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
            - --enable-admission-plugins=DenyServiceExternalIPs
      `,
    },
    {
      title: 'The plugin is on',
      good: inPod`
        - name: kube-apiserver
          image: registry.k8s.io/kube-apiserver:v1.34.2
          command:
            - kube-apiserver
            - --enable-admission-plugins=PodTolerationRestriction,DenyServiceExternalIPs
      `,
    },
  ],
});
