import { defineComponentRule, inPod, iso27001, mitre, nist80053, nsa } from '../../kit/index.js';

export default defineComponentRule({
  id: 'front-proxy-any-name',
  component: 'kube-apiserver',
  severity: 'warning',
  profile: 'restricted',
  since: '0.1.0',
  docs: {
    summary: 'Any certificate of the front proxy\'s authority may act for any user.',
    why: 'A client with a certificate of `--requestheader-client-ca-file` names the user that it acts for in a header. Without a list of allowed names every certificate of that authority can claim to be `system:masters`.',
    unless: 'the authority has signed one certificate, that of the aggregator.',
  },
  aliases: [],
  frameworks: [nsa('authentication'), mitre('T1078'), nist80053('IA-9'), nist80053('AC-6'), iso27001('8.5')],
  messages: {
    any: '{component} lets any certificate of {authority} act for any user.',
  },
  judge(component, report) {
    const authority = component.setting('requestheader-client-ca-file');
    const names = component.setting('requestheader-allowed-names');
    if (!authority.value || names.isUnknown || names.list.length > 0) return;
    report(names.isSet ? names : authority, { message: 'any', data: { authority: authority.value } });
  },
  examples: [
    {
      bad: inPod`
        - name: kube-apiserver
          image: registry.k8s.io/kube-apiserver:v1.34.2
          command:
            - kube-apiserver
            - --requestheader-client-ca-file=/etc/kubernetes/pki/front-proxy-ca.crt
      `,
    },
    {
      title: 'One name is allowed',
      good: inPod`
        - name: kube-apiserver
          image: registry.k8s.io/kube-apiserver:v1.34.2
          command:
            - kube-apiserver
            - --requestheader-client-ca-file=/etc/kubernetes/pki/front-proxy-ca.crt
            - --requestheader-allowed-names=front-proxy-client
      `,
    },
  ],
});
