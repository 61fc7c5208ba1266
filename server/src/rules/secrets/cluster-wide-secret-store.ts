import { defineRule, iso27001, manifest, nist80053, nsa, soc2 } from '../../kit/index.js';

export default defineRule({
  id: 'cluster-wide-secret-store',
  severity: 'information',
  profile: 'restricted',
  since: '0.1.0',
  docs: {
    summary: 'Every namespace can fetch secrets through a ClusterSecretStore, or gets a copy of one.',
    why: 'Without conditions whoever may write an ExternalSecret in any namespace reads everything that the store’s account may read: the namespace is no boundary any more.',
    unless: 'the account behind the store may read only what is meant for all.',
  },
  aliases: [],
  frameworks: [nsa('secrets'), nist80053('IA-5'), soc2('CC6.1'), iso27001('5.17'), nist80053('AC-6'), nsa('namespaces')],
  messages: {
    store: 'ClusterSecretStore {name} serves every namespace.',
    external: 'ClusterExternalSecret {name} puts its secret into every namespace.',
  },
  visit: {
    resource(resource, report) {
      if (resource.group !== 'external-secrets.io' || resource.isPartial) return;
      const name = resource.name ?? '(unnamed)';
      const conditions = resource.root.at('spec', 'conditions');
      if (resource.kind === 'ClusterSecretStore' && !conditions.isTemplated && conditions.items().length === 0) report(resource.metadata.at('name'), { message: 'store', data: { name } });
      const selectors = [resource.root.at('spec', 'namespaceSelector'), ...resource.root.at('spec', 'namespaceSelectors').items()];
      if (resource.kind !== 'ClusterExternalSecret') return;
      for (const selector of selectors) if (selector.isSet && selector.node?.kind === 'map' && selector.entries().length === 0) report(selector, { message: 'external', data: { name } });
    },
  },
  examples: [
    {
      bad: manifest`
        apiVersion: external-secrets.io/v1
        kind: ClusterSecretStore
        metadata:
          name: vault
        spec:
          provider:
            vault:
              server: https://vault.example.com
      `,
    },
    {
      good: manifest`
        apiVersion: external-secrets.io/v1
        kind: ClusterSecretStore
        metadata:
          name: vault
        spec:
          conditions:
            - namespaces: [shop]
          provider:
            vault:
              server: https://vault.example.com
      `,
    },
  ],
});
