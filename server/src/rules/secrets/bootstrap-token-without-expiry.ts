import { cis, defineRule, manifest, mitre, nist80053 } from '../../kit/index.js';

export default defineRule({
  id: 'bootstrap-token-without-expiry',
  severity: 'warning',
  profile: 'restricted',
  since: '0.1.0',
  docs: {
    summary: 'A bootstrap token never expires.',
    why: 'Whoever has the token can add a node to the cluster, and through it get at the Secrets of every pod that is put there. It is meant to live for hours.',
  },
  aliases: [],
  frameworks: [cis('3.1.3'), nist80053('IA-5'), mitre('T1528')],
  messages: {
    unset: 'Bootstrap token {name} never expires.',
  },
  visit: {
    resource(resource, report) {
      if (resource.kind !== 'Secret' || resource.isPartial || !resource.root.at('type').is('bootstrap.kubernetes.io/token')) return;
      const parts = [resource.root.at('stringData'), resource.root.at('data')];
      if (parts.some((part) => part.locate(['expiration']).isSet || part.isTemplated)) return;
      report(resource.metadata.at('name'), { message: 'unset', data: { name: resource.name ?? '(unnamed)' } });
    },
  },
  examples: [
    {
      bad: manifest`
        apiVersion: v1
        kind: Secret
        metadata:
          name: bootstrap-token-abcdef
          namespace: kube-system
        type: bootstrap.kubernetes.io/token
        stringData:
          token-id: abcdef
          usage-bootstrap-authentication: "true"
      `,
    },
    {
      good: manifest`
        apiVersion: v1
        kind: Secret
        metadata:
          name: bootstrap-token-abcdef
          namespace: kube-system
        type: bootstrap.kubernetes.io/token
        stringData:
          token-id: abcdef
          usage-bootstrap-authentication: "true"
          expiration: 2026-03-10T03:22:11Z
      `,
    },
  ],
});
