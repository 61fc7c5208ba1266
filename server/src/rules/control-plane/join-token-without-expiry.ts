import { cis, defineRule, fix, iso27001, kubeadmStep, manifest, mitre, nist80053, nsa, secondsOf } from '../../kit/index.js';

export default defineRule({
  id: 'join-token-without-expiry',
  severity: 'warning',
  profile: 'baseline',
  since: '0.1.0',
  docs: {
    summary: 'A token with which nodes join the cluster never expires.',
    why: 'Whoever finds the token, in a script or a log of years ago, adds a node of their own and receives the pods and Secrets that are scheduled to it. By default a token lasts for a day.',
    unless: 'nodes join the cluster by themselves at any time and the token is rotated otherwise.',
  },
  aliases: [],
  frameworks: [cis('3.1.3'), nsa('authentication'), mitre('T1078'), nist80053('IA-5'), iso27001('5.17')],
  messages: { forever: '{title} makes a join token that never expires.' },
  visit: {
    resource(resource, report) {
      const tokens = kubeadmStep(resource, 'init')?.at('bootstrapTokens').items() ?? [];
      for (const token of tokens) {
        const ttl = token.at('ttl');
        if (ttl.isTemplated || secondsOf(String(ttl.value ?? '')) !== 0 || token.at('expires').isSet) continue;
        report(ttl, { message: 'forever', data: { title: resource.title }, fix: fix.set(ttl, '24h0m0s', 'Let the token expire after a day', 'suggestion') });
      }
    },
  },
  examples: [
    {
      bad: manifest`
        apiVersion: kubeadm.k8s.io/v1beta4
        kind: InitConfiguration
        bootstrapTokens:
          - description: for the first nodes
            ttl: 0s
      `,
      fixed: manifest`
        apiVersion: kubeadm.k8s.io/v1beta4
        kind: InitConfiguration
        bootstrapTokens:
          - description: for the first nodes
            ttl: 24h0m0s
      `,
    },
    {
      title: 'A day is the default',
      good: manifest`
        apiVersion: kubeadm.k8s.io/v1beta4
        kind: InitConfiguration
        bootstrapTokens:
          - description: for the first nodes
      `,
    },
  ],
});
