import { assign, cis, defineComponentRule, inPod, iso27001, mitre, nist80053, nsa, same } from '../../kit/index.js';

export default defineComponentRule({
  id: 'extended-service-account-tokens',
  component: 'kube-apiserver',
  severity: 'hint',
  profile: 'strict',
  since: '0.1.0',
  docs: {
    summary: 'Tokens of service accounts last for a year instead of an hour.',
    why: 'For the sake of old clients the API server extends the tokens that it puts into pods to a year, and so also those that are stolen from one. The kubelet renews them every hour anyway.',
    unless: 'programs read their token only once, when they start.',
  },
  aliases: [
    same('kubescape', 'ensure-that-the-api-server-service-account-extend-token-expiration-is-set-to-false', 'C-0290'),
  ],
  frameworks: [cis('1.2.30'), nsa('service-account-tokens'), mitre('T1528'), nist80053('IA-5'), iso27001('5.17')],
  messages: {
    set: '{component} extends the tokens of service accounts to a year.',
    unset: '{component} extends the tokens of service accounts to a year, because that is the default.',
  },
  judge(component, report) {
    const extended = component.setting('service-account-extend-token-expiration');
    if (extended.is('false')) return;
    report(extended, { message: extended.isSet ? 'set' : 'unset', fix: assign(extended, 'false', 'Let tokens expire after an hour') });
  },
  examples: [
    {
      bad: inPod`
        - name: kube-apiserver
          image: registry.k8s.io/kube-apiserver:v1.34.2
          command:
            - kube-apiserver
            - --service-account-extend-token-expiration=true
      `,
      fixed: inPod`
        - name: kube-apiserver
          image: registry.k8s.io/kube-apiserver:v1.34.2
          command:
            - kube-apiserver
            - --service-account-extend-token-expiration=false
      `,
    },
    {
      title: 'Tokens are extended by default',
      bad: inPod`
        - name: kube-apiserver
          image: registry.k8s.io/kube-apiserver:v1.34.2
          command:
            - kube-apiserver
            - --v=2
      `,
      fixed: inPod`
        - name: kube-apiserver
          image: registry.k8s.io/kube-apiserver:v1.34.2
          command:
            - kube-apiserver
            - --v=2
            - --service-account-extend-token-expiration=false
      `,
    },
  ],
});
