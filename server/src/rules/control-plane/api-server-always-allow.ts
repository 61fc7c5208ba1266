import { assign, cis, defineComponentRule, gdpr, hipaa, inPod, iso27001, mitre, nist800190, nist80053, nsa, pciDss, same, soc2, withdraw } from '../../kit/index.js';

export default defineComponentRule({
  id: 'api-server-always-allow',
  component: 'kube-apiserver',
  severity: 'error',
  profile: 'baseline',
  since: '0.1.0',
  docs: {
    summary: 'The API server authorizes every request.',
    why: '`AlwaysAllow` grants everything to everybody who is authenticated, and to anonymous users too: any pod with a token is an administrator. Other modes beside it change nothing, as one that allows is enough.',
  },
  aliases: [
    same('checkov', 'CKV_K8S_74'),
    same('trivy', 'KCV-0007'),
    same('kubescape', 'ensure-that-the-api-server-authorization-mode-argument-is-not-set-to-AlwaysAllow', 'C-0118'),
  ],
  frameworks: [cis('1.2.6'), nsa('rbac'), mitre('T1078'), nist800190('4.3.1'), nist80053('AC-3'), pciDss('7.3.2'), soc2('CC6.3'), hipaa('164.312(a)(1)'), gdpr('32(1)(b)'), iso27001('8.3')],
  messages: {
    all: '{component} allows every request.',
  },
  judge(component, report) {
    const mode = component.setting('authorization-mode');
    const part = mode.part('AlwaysAllow');
    if (!part) return;
    const fix = mode.list.length > 1 ? withdraw(mode, 'Take AlwaysAllow away', part) : assign(mode, 'Node,RBAC', 'Authorize with Node and RBAC');
    report(mode, { message: 'all', fix }, part);
  },
  examples: [
    {
      bad: inPod`
        - name: kube-apiserver
          image: registry.k8s.io/kube-apiserver:v1.34.2
          command:
            - kube-apiserver
            - --authorization-mode=AlwaysAllow
      `,
      fixed: inPod`
        - name: kube-apiserver
          image: registry.k8s.io/kube-apiserver:v1.34.2
          command:
            - kube-apiserver
            - "--authorization-mode=Node,RBAC"
      `,
    },
    {
      title: 'One mode that allows is enough',
      bad: inPod`
        - name: kube-apiserver
          image: registry.k8s.io/kube-apiserver:v1.34.2
          command:
            - kube-apiserver
            - --authorization-mode=Node,RBAC,AlwaysAllow
      `,
      fixed: inPod`
        - name: kube-apiserver
          image: registry.k8s.io/kube-apiserver:v1.34.2
          command:
            - kube-apiserver
            - "--authorization-mode=Node,RBAC"
      `,
    },
  ],
});
