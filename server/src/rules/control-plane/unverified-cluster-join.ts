import { cis, defineRule, fix, iso27001, kubeadmStep, manifest, mitre, nist80053, nsa, pciDss } from '../../kit/index.js';

export default defineRule({
  id: 'unverified-cluster-join',
  severity: 'error',
  profile: 'baseline',
  since: '0.1.0',
  docs: {
    summary: 'A node joins the cluster without verifying the API server.',
    why: 'The token is sent to whoever answers at the address, and what comes back is believed: an impostor receives the token, with which it can join the real cluster, and becomes the node\'s control plane.',
    unless: 'the node and the API server meet in a network that nobody else can reach.',
  },
  aliases: [],
  frameworks: [cis('4.2.3'), nsa('authentication'), mitre('T1557'), nist80053('IA-3'), nist80053('SC-8(1)'), pciDss('2.2.7'), iso27001('8.24')],
  messages: { skipped: '{title} joins without verifying the API server.' },
  visit: {
    resource(resource, report) {
      const skip = kubeadmStep(resource, 'join')?.locate(['discovery', 'bootstrapToken', 'unsafeSkipCAVerification']);
      if (skip?.value !== true) return;
      const hashes = skip.parent?.as<{ caCertHashes?: readonly string[] }>().at('caCertHashes').items() ?? [];
      report(skip, { message: 'skipped', data: { title: resource.title }, fix: hashes.length > 0 ? fix.remove(skip, 'Verify the API server by its hash', 'suggestion') : undefined });
    },
  },
  examples: [
    {
      bad: manifest`
        apiVersion: kubeadm.k8s.io/v1beta4
        kind: JoinConfiguration
        discovery:
          bootstrapToken:
            apiServerEndpoint: api.example.com:6443
            unsafeSkipCAVerification: true
      `,
    },
    {
      title: 'The hash is there',
      bad: manifest`
        apiVersion: kubeadm.k8s.io/v1beta4
        kind: JoinConfiguration
        discovery:
          bootstrapToken:
            apiServerEndpoint: api.example.com:6443
            caCertHashes:
              - sha256:7c2e69131a36ae2a042a339b33381c6d0d43887e2de83720eff5359e26aec866
            unsafeSkipCAVerification: true
      `,
      fixed: manifest`
        apiVersion: kubeadm.k8s.io/v1beta4
        kind: JoinConfiguration
        discovery:
          bootstrapToken:
            apiServerEndpoint: api.example.com:6443
            caCertHashes:
              - sha256:7c2e69131a36ae2a042a339b33381c6d0d43887e2de83720eff5359e26aec866
      `,
    },
  ],
});
