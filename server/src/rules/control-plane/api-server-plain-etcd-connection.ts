import { cis, defineComponentRule, gdpr, hipaa, inPod, isLoopback, iso27001, mitre, nist80053, nsa, pciDss, soc2 } from '../../kit/index.js';

export default defineComponentRule({
  id: 'api-server-plain-etcd-connection',
  component: 'kube-apiserver',
  severity: 'error',
  profile: 'baseline',
  since: '0.1.0',
  docs: {
    summary: 'The API server talks to etcd on another host without TLS.',
    why: 'Every Secret, token and role crosses the network in plain text, and whoever can change a packet can change the cluster.',
  },
  aliases: [],
  frameworks: [cis('1.2.26'), nsa('encryption'), nsa('etcd'), mitre('T1557'), nist80053('SC-8(1)'), pciDss('2.2.7'), soc2('CC6.7'), hipaa('164.312(e)(1)'), gdpr('32(1)(a)'), iso27001('8.24')],
  messages: {
    plain: '{component} talks to etcd over plain HTTP at {value}.',
  },
  judge(component, report) {
    const servers = component.setting('etcd-servers');
    for (const part of servers.parts) {
      if (/^http:/iu.test(part.text) && !isLoopback(part.text)) report(servers, { message: 'plain' }, part);
    }
  },
  examples: [
    {
      bad: inPod`
        - name: kube-apiserver
          image: registry.k8s.io/kube-apiserver:v1.34.2
          command:
            - kube-apiserver
            - --etcd-servers=http://10.0.0.5:2379
      `,
    },
    {
      title: 'On the same host',
      good: inPod`
        - name: kube-apiserver
          image: registry.k8s.io/kube-apiserver:v1.34.2
          command:
            - kube-apiserver
            - --etcd-servers=http://127.0.0.1:2379
      `,
    },
  ],
});
