import { assign, cis, defineComponentRule, inPod, iso27001, nist80053, nsa, same, soc2 } from '../../kit/index.js';

export default defineComponentRule({
  id: 'controller-manager-shared-credentials',
  component: 'kube-controller-manager',
  severity: 'warning',
  profile: 'restricted',
  since: '0.1.0',
  docs: {
    summary: 'All controllers act with one powerful credential.',
    why: 'With service accounts of their own each controller may do only what it needs, and the audit log tells them apart. Without, a flaw in one of them has the rights of all.',
  },
  aliases: [
    same('checkov', 'CKV_K8S_108'),
    same('trivy', 'KCV-0035'),
    same('kubescape', 'ensure-that-the-controller-manager-use-service-account-credentials-argument-is-set-to-true', 'C-0146'),
  ],
  frameworks: [cis('1.3.3'), nsa('control-plane'), nist80053('AC-6'), nist80053('AC-5'), soc2('CC6.3'), iso27001('8.2')],
  messages: {
    set: '{component} runs all controllers with one credential.',
    unset: '{component} runs all controllers with one credential, because that is the default.',
  },
  judge(component, report) {
    const own = component.setting('use-service-account-credentials');
    if (own.is('true')) return;
    report(own, { message: own.isSet ? 'set' : 'unset', fix: assign(own, 'true', 'Give each controller its own service account') });
  },
  examples: [
    {
      bad: inPod`
        - name: kube-controller-manager
          image: registry.k8s.io/kube-controller-manager:v1.34.2
          command:
            - kube-controller-manager
            - --use-service-account-credentials=false
      `,
      fixed: inPod`
        - name: kube-controller-manager
          image: registry.k8s.io/kube-controller-manager:v1.34.2
          command:
            - kube-controller-manager
            - --use-service-account-credentials=true
      `,
    },
    {
      title: 'One credential is the default',
      bad: inPod`
        - name: kube-controller-manager
          image: registry.k8s.io/kube-controller-manager:v1.34.2
          command:
            - kube-controller-manager
            - --v=2
      `,
      fixed: inPod`
        - name: kube-controller-manager
          image: registry.k8s.io/kube-controller-manager:v1.34.2
          command:
            - kube-controller-manager
            - --v=2
            - --use-service-account-credentials=true
      `,
    },
  ],
});
