import { assign, cis, defineComponentRule, enlist, gdpr, hipaa, inPod, iso27001, near, nist800190, nist80053, nsa, pciDss, same, soc2 } from '../../kit/index.js';

export default defineComponentRule({
  id: 'api-server-without-rbac',
  component: 'kube-apiserver',
  severity: 'error',
  profile: 'baseline',
  since: '0.1.0',
  docs: {
    summary: 'The API server authorizes without RBAC.',
    why: 'Roles and bindings have no effect unless RBAC is one of the modes, although the API accepts them. Without any mode the API server allows everything to everybody.',
    unless: 'a webhook in `--authorization-mode` decides the same.',
  },
  aliases: [
    same('checkov', 'CKV_K8S_77'),
    same('trivy', 'KCV-0009'),
    same('kubescape', 'ensure-that-the-api-server-authorization-mode-argument-includes-RBAC', 'C-0120'),
    near('kubescape', 'C-0088', 'accepts an absent flag and looks at the cluster in the cloud'),
  ],
  frameworks: [cis('1.2.8'), nsa('rbac'), nist800190('4.3.1'), nist80053('AC-3'), pciDss('7.3.2'), soc2('CC6.3'), hipaa('164.312(a)(1)'), gdpr('32(1)(b)'), iso27001('8.3')],
  messages: {
    missing: '{component} authorizes without RBAC, with {value}.',
    unset: '{component} allows every request, because that is the default of {setting}.',
  },
  judge(component, report) {
    const mode = component.setting('authorization-mode');
    if (mode.list.includes('RBAC')) return;
    if (mode.isSet) report(mode, { message: 'missing', fix: enlist(mode, 'RBAC', 'Authorize with RBAC too') });
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
            - "--authorization-mode=Webhook,RBAC"
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
