import { cis, defineComponentRule, inPod, iso27001, near, nist80053, nsa } from '../../kit/index.js';

export default defineComponentRule({
  id: 'etcd-authority-shared',
  component: 'kube-apiserver',
  severity: 'information',
  profile: 'restricted',
  since: '0.1.0',
  docs: {
    summary: 'Etcd and the clients of the cluster have the same certificate authority.',
    why: 'An etcd that trusts the authority of the cluster serves whoever has a certificate of it: a kubelet\'s is enough to read all Secrets past the API server.',
  },
  aliases: [
    near('kubescape', 'C-0159', 'compares the authority that etcd trusts, in another object'),
    near('kubescape', 'etcd-unique-ca', 'compares the authority that etcd trusts, in another object'),
  ],
  frameworks: [cis('2.7'), nsa('etcd'), nist80053('SC-17'), nist80053('AC-6'), iso27001('8.24')],
  messages: {
    shared: '{component} verifies clients and etcd by the same authority {value}.',
  },
  judge(component, report) {
    const own = component.setting('etcd-cafile');
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
            - --etcd-cafile=/etc/kubernetes/pki/ca.crt
      `,
    },
    {
      title: 'Etcd has an authority of its own',
      good: inPod`
        - name: kube-apiserver
          image: registry.k8s.io/kube-apiserver:v1.34.2
          command:
            - kube-apiserver
            - --client-ca-file=/etc/kubernetes/pki/ca.crt
            - --etcd-cafile=/etc/kubernetes/pki/other/ca.crt
      `,
    },
  ],
});
