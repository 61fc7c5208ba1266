import { cis, defineComponentRule, inPod, iso27001, near, nist80053, same } from '../../kit/index.js';

export default defineComponentRule({
  id: 'service-account-key-unset',
  component: 'kube-apiserver',
  severity: 'information',
  profile: 'restricted',
  since: '0.1.0',
  docs: {
    summary: 'The API server verifies service account tokens with its TLS key.',
    why: 'Without a key of their own the tokens are checked against the private key of the server certificate. Then neither can be exchanged without the other, and one leak spends both.',
  },
  aliases: [
    same('trivy', 'KCV-0025'),
    same('kubescape', 'ensure-that-the-api-server-service-account-key-file-argument-is-set-as-appropriate', 'C-0136'),
    near('checkov', 'CKV_K8S_97', 'wants a file whose name ends in .pem, and accepts an absent flag'),
  ],
  frameworks: [cis('1.2.22'), nist80053('SC-12'), iso27001('8.24')],
  messages: {
    unset: '{component} has no key of its own for service account tokens.',
  },
  judge(component, report) {
    const file = component.setting('service-account-key-file');
    if (!file.value) report(file, { message: 'unset' });
  },
  examples: [
    {
      bad: inPod`
        - name: kube-apiserver
          image: registry.k8s.io/kube-apiserver:v1.34.2
          command:
            - kube-apiserver
      `,
    },
    {
      title: 'The file is given',
      good: inPod`
        - name: kube-apiserver
          image: registry.k8s.io/kube-apiserver:v1.34.2
          command:
            - kube-apiserver
            - --service-account-key-file=/etc/kubernetes/pki/sa.pub
      `,
    },
  ],
});
