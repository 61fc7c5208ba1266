import { cis, defineComponentRule, enlist, inPod, iso27001, near, nist80053, nsa, pciDss, same, soc2 } from '../../kit/index.js';

export default defineComponentRule({
  id: 'api-server-without-node-restriction',
  component: 'kube-apiserver',
  severity: 'warning',
  profile: 'restricted',
  since: '0.1.0',
  docs: {
    summary: 'Kubelets may change the objects of other nodes.',
    why: 'With a stolen kubelet credential an intruder relabels nodes to attract sensitive pods, and edits pods that run elsewhere. The plugin NodeRestriction holds each kubelet to its own node and its own pods; it is not on by default.',
  },
  aliases: [
    same('trivy', 'KCV-0016'),
    same('kubescape', 'ensure-that-the-admission-control-plugin-NodeRestriction-is-set', 'C-0127'),
    near('checkov', 'CKV_K8S_85', 'accepts an absent flag'),
  ],
  frameworks: [cis('1.2.14'), nsa('worker-nodes'), nist80053('CM-6'), nist80053('AC-6'), pciDss('2.2.6'), soc2('CC6.8'), iso27001('8.9')],
  messages: {
    missing: '{component} lets kubelets change other nodes: the enabled plugins are {value}.',
    unset: '{component} lets kubelets change other nodes, because NodeRestriction is off by default.',
  },
  judge(component, report) {
    const plugins = component.setting('enable-admission-plugins');
    if (plugins.list.includes('NodeRestriction')) return;
    report(plugins, { message: plugins.isSet ? 'missing' : 'unset', fix: enlist(plugins, 'NodeRestriction', 'Enable NodeRestriction') });
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
            - "--enable-admission-plugins=PodTolerationRestriction,NodeRestriction"
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
            - --enable-admission-plugins=NodeRestriction
      `,
    },
    {
      title: 'The plugin is on',
      good: inPod`
        - name: kube-apiserver
          image: registry.k8s.io/kube-apiserver:v1.34.2
          command:
            - kube-apiserver
            - --enable-admission-plugins=PodTolerationRestriction,NodeRestriction
      `,
    },
  ],
});
