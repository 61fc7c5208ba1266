import { assign, cis, defineComponentRule, inPod, iso27001, near, nist80053 } from '../../kit/index.js';

export default defineComponentRule({
  id: 'api-server-long-request-timeout',
  component: 'kube-apiserver',
  severity: 'hint',
  profile: 'strict',
  since: '0.1.0',
  docs: {
    summary: 'The API server lets requests last for more than five minutes.',
    why: 'Each open request holds memory and a place in line; a few clients that never finish can use up both. The default is one minute.',
    unless: 'slow links need more time.',
  },
  aliases: [
    near('checkov', 'CKV_K8S_95', 'judges the spelling of the time and not its length'),
    near('kubescape', 'C-0134', 'asks for a review of any value'),
    near('kubescape', 'ensure-that-the-api-server-request-timeout-argument-is-set-as-appropriate', 'asks for a review of any value'),
  ],
  frameworks: [cis('1.2.20'), nist80053('SC-5'), iso27001('8.6')],
  messages: {
    long: '{component} lets requests last for {value}.',
  },
  judge(component, report) {
    const timeout = component.setting('request-timeout');
    if ((timeout.seconds ?? 0) > 300) report(timeout, { message: 'long', fix: assign(timeout, '5m0s', 'End requests after five minutes') });
  },
  examples: [
    {
      bad: inPod`
        - name: kube-apiserver
          image: registry.k8s.io/kube-apiserver:v1.34.2
          command:
            - kube-apiserver
            - --request-timeout=1h
      `,
      fixed: inPod`
        - name: kube-apiserver
          image: registry.k8s.io/kube-apiserver:v1.34.2
          command:
            - kube-apiserver
            - --request-timeout=5m0s
      `,
    },
  ],
});
