import { assign, cis, defineComponentRule, enlist, gdpr, hipaa, inPod, iso27001, nist800190, nist80053, nsa, pciDss, same, soc2 } from '../../kit/index.js';

export default defineComponentRule({
  id: 'api-server-without-node-authorization',
  component: 'kube-apiserver',
  severity: 'warning',
  profile: 'restricted',
  since: '0.1.0',
  docs: {
    summary: 'The API server does not authorize kubelets by the pods that they run.',
    why: 'The Node mode lets a kubelet read the Secrets, ConfigMaps and volumes of the pods on its own node and no others. Without it kubelets need wide roles, and one stolen node opens the secrets of all.',
  },
  aliases: [
    same('checkov', 'CKV_K8S_75'),
    same('trivy', 'KCV-0008'),
    same('kubescape', 'ensure-that-the-api-server-authorization-mode-argument-includes-Node', 'C-0119'),
  ],
  frameworks: [cis('1.2.7'), nsa('rbac'), nist800190('4.3.1'), nist80053('AC-3'), pciDss('7.3.2'), soc2('CC6.3'), hipaa('164.312(a)(1)'), gdpr('32(1)(b)'), iso27001('8.3')],
  messages: {
    missing: '{component} authorizes without Node, with {value}.',
    unset: '{component} allows every request, because that is the default of {setting}.',
  },
  judge(component, report) {
    const mode = component.setting('authorization-mode');
    if (mode.list.includes('Node')) return;
    if (mode.isSet) report(mode, { message: 'missing', fix: enlist(mode, 'Node', 'Authorize with Node too') });
    else report(mode, { message: 'unset', fix: assign(mode, 'Node,RBAC', 'Authorize with Node and RBAC') });
  },
  examples: [
    {
      bad: inPod`
        - name: kube-apiserver
          image: registry.k8s.io/kube-apiserver:v1.34.2
          command:
            - kube-apiserver
            - --authorization-mode=Webhook
      `,
      fixed: inPod`
        - name: kube-apiserver
          image: registry.k8s.io/kube-apiserver:v1.34.2
          command:
            - kube-apiserver
            - "--authorization-mode=Webhook,Node"
      `,
    },
    {
      title: 'AlwaysAllow is the default',
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
            - "--authorization-mode=Node,RBAC"
      `,
    },
    {
      title: 'A file says how requests are authorized',
      good: inPod`
        - name: kube-apiserver
          image: registry.k8s.io/kube-apiserver:v1.34.2
          command:
            - kube-apiserver
            - --authorization-config=/etc/kubernetes/authorization.yaml
      `,
    },
  ],
});
