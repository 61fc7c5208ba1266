import { cis, defineComponentRule, gdpr, hipaa, inPod, isLoopback, iso27001, mitre, nist80053, nsa, pciDss, soc2 } from '../../kit/index.js';

export default defineComponentRule({
  id: 'etcd-plain-listener',
  component: 'etcd',
  severity: 'error',
  profile: 'restricted',
  since: '0.1.0',
  docs: {
    summary: 'Etcd listens without TLS on more than its own host.',
    why: 'A listener with `http://` does without encryption and certificates, whatever the other flags say: whoever reaches it reads and writes the database.',
    unless: 'a sidecar or a mesh encrypts and authenticates all traffic to etcd.',
  },
  aliases: [],
  frameworks: [cis('2.1'), nsa('encryption'), nsa('etcd'), mitre('T1557'), nist80053('SC-8(1)'), pciDss('2.2.7'), soc2('CC6.7'), hipaa('164.312(e)(1)'), gdpr('32(1)(a)'), iso27001('8.24')],
  messages: {
    plain: '{component} listens without TLS on {value}.',
  },
  judge(component, report) {
    for (const urls of [component.setting('listen-client-urls'), component.setting('listen-peer-urls')]) {
      for (const part of urls.parts) {
        if (/^http:/iu.test(part.text) && !isLoopback(part.text)) report(urls, { message: 'plain' }, part);
      }
    }
  },
  examples: [
    {
      bad: inPod`
        - name: etcd
          image: registry.k8s.io/etcd:3.6.4-0
          command:
            - etcd
            - --listen-client-urls=http://0.0.0.0:2379
      `,
    },
    {
      title: 'On its own host',
      good: inPod`
        - name: etcd
          image: registry.k8s.io/etcd:3.6.4-0
          command:
            - etcd
            - --listen-client-urls=https://10.0.0.5:2379,http://127.0.0.1:2379
      `,
    },
  ],
});
