import { defineComponentRule, inPod, iso27001, mitre, nist80053, nsa } from '../../kit/index.js';

export default defineComponentRule({
  id: 'front-proxy-authority-shared',
  component: 'kube-apiserver',
  severity: 'error',
  profile: 'baseline',
  since: '0.1.0',
  docs: {
    summary: 'The authority of clients is that of the front proxy too.',
    why: 'Every client of the cluster, each kubelet for one, then has a certificate by which it may act for any user that it names in a header, unless the list of allowed names is perfect. Kubernetes\' documentation warns of it.',
  },
  aliases: [],
  frameworks: [nsa('authentication'), mitre('T1078'), nist80053('AC-6'), iso27001('8.5')],
  messages: {
    shared: '{component} verifies clients and the front proxy by the same authority {value}.',
  },
  judge(component, report) {
    const own = component.setting('requestheader-client-ca-file');
    const clients = component.setting('client-ca-file');
    if (!own.isSet || !own.value || own.value !== clients.value) return;
    report(own, { message: 'shared', related: [{ message: 'Clients are verified by it here.', place: clients.field }] });
  },
  examples: [
    {
      bad: inPod`
        - name: kube-apiserver
          image: registry.k8s.io/kube-apiserver:v1.34.2
          command:
            - kube-apiserver
            - --client-ca-file=/etc/kubernetes/pki/ca.crt
            - --requestheader-client-ca-file=/etc/kubernetes/pki/ca.crt
      `,
    },
    {
      title: 'The front proxy has an authority of its own',
      good: inPod`
        - name: kube-apiserver
          image: registry.k8s.io/kube-apiserver:v1.34.2
          command:
            - kube-apiserver
            - --client-ca-file=/etc/kubernetes/pki/ca.crt
            - --requestheader-client-ca-file=/etc/kubernetes/pki/other/ca.crt
      `,
    },
  ],
});
