import { cis, defineComponentRule, inPod, iso27001, near, nist80053, same } from '../../kit/index.js';

export default defineComponentRule({
  id: 'controller-manager-signing-key-unset',
  component: 'kube-controller-manager',
  severity: 'information',
  profile: 'restricted',
  since: '0.1.0',
  docs: {
    summary: 'The controller manager has no key to sign service account tokens with.',
    why: 'Without a key file it makes no tokens for service accounts, so clusters that lack it depend on other and mostly weaker credentials for what runs in them.',
    unless: 'another program signs all tokens.',
  },
  aliases: [
    same('trivy', 'KCV-0036'),
    same('kubescape', 'ensure-that-the-controller-manager-service-account-private-key-file-argument-is-set-as-appropriate', 'C-0147'),
    near('checkov', 'CKV_K8S_110', 'wants a file whose name ends in .pem, and accepts an absent flag'),
  ],
  frameworks: [cis('1.3.4'), nist80053('SC-12'), iso27001('8.24')],
  messages: {
    unset: '{component} has no key for service account tokens.',
  },
  judge(component, report) {
    const file = component.setting('service-account-private-key-file');
    if (!file.value) report(file, { message: 'unset' });
  },
  examples: [
    {
      bad: inPod`
        - name: kube-controller-manager
          image: registry.k8s.io/kube-controller-manager:v1.34.2
          command:
            - kube-controller-manager
      `,
    },
    {
      title: 'The file is given',
      good: inPod`
        - name: kube-controller-manager
          image: registry.k8s.io/kube-controller-manager:v1.34.2
          command:
            - kube-controller-manager
            - --service-account-private-key-file=/etc/kubernetes/pki/sa.key
      `,
    },
  ],
});
