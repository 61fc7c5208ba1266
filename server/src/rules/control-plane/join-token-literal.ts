import { cis, defineRule, iso27001, kubeadmStep, manifest, mitre, nist80053, nsa, pciDss, soc2 } from '../../kit/index.js';

/** An id of six characters and a secret of sixteen. */
const TOKEN = /^[a-z0-9]{6}\.[a-z0-9]{16}$/u;

export default defineRule({
  id: 'join-token-literal',
  severity: 'warning',
  profile: 'baseline',
  since: '0.1.0',
  docs: {
    summary: 'A token with which nodes join the cluster is written into a manifest.',
    why: 'Everybody who can read the repository can add a node of their own to the cluster while the token holds, and receives the pods and Secrets that are scheduled to it. kubeadm makes a token up where none is written.',
    unless: 'the token is one of a cluster that exists for tests only.',
  },
  aliases: [],
  frameworks: [cis('3.1.3'), nsa('secrets'), mitre('T1552.001'), nist80053('IA-5(7)'), pciDss('8.6.2'), soc2('CC6.1'), iso27001('5.17')],
  messages: { literal: '{title} holds a token with which nodes join.' },
  visit: {
    resource(resource, report) {
      const init = kubeadmStep(resource, 'init');
      const discovery = kubeadmStep(resource, 'join')?.at('discovery');
      const fields = [...(init?.at('bootstrapTokens').items() ?? []).map((token) => token.at('token')), discovery?.at('bootstrapToken', 'token'), discovery?.at('tlsBootstrapToken')];
      for (const field of fields) {
        if (field && !field.isTemplated && TOKEN.test(field.string ?? '')) report(field, { message: 'literal', data: { title: resource.title } });
      }
    },
  },
  examples: [
    {
      bad: manifest`
        apiVersion: kubeadm.k8s.io/v1beta4
        kind: InitConfiguration
        bootstrapTokens:
          - token: 8a1mxk.2v0c7tq9w4e6r1yz
            ttl: 1h0m0s
      `,
    },
    {
      title: 'A script fills the token in',
      good: manifest`
        apiVersion: kubeadm.k8s.io/v1beta4
        kind: JoinConfiguration
        discovery:
          bootstrapToken:
            token: $TOKEN
      `,
    },
  ],
});
