import { cis, defineRule, gdpr, hipaa, iso27001, manifest, nist80053, nsa, pciDss, soc2 } from '../../kit/index.js';

export default defineRule({
  id: 'encryption-without-secrets',
  severity: 'warning',
  profile: 'restricted',
  since: '0.1.0',
  docs: {
    summary: 'The encryption configuration does not cover Secrets.',
    why: 'Whoever reads the disk of etcd or one of its backups has every password, token and key of the cluster.',
  },
  aliases: [],
  frameworks: [cis('1.2.28'), nsa('encryption'), nist80053('SC-28(1)'), pciDss('3.6.1'), soc2('CC6.1'), hipaa('164.312(a)(2)(iv)'), gdpr('32(1)(a)'), iso27001('8.24')],
  messages: {
    uncovered: 'EncryptionConfiguration covers {resources}, but not secrets.',
  },
  visit: {
    resource(resource, report) {
      if (resource.kind !== 'EncryptionConfiguration' || resource.isPartial) return;
      const list = resource.root.at('resources');
      const names = list.items().flatMap((entry) => entry.at('resources').items());
      if (list.items().length === 0 || names.some((name) => name.isTemplated || name.is('secrets', 'secrets.', '*.', '*.*'))) return;
      report(names[0] ?? list, { message: 'uncovered', data: { resources: names.map((name) => String(name.value ?? '')).join(', ') } });
    },
  },
  examples: [
    {
      bad: manifest`
        apiVersion: apiserver.config.k8s.io/v1
        kind: EncryptionConfiguration
        resources:
          - resources: [configmaps]
            providers:
              - kms:
                  apiVersion: v2
                  name: vault
                  endpoint: unix:///var/run/kms.sock
      `,
    },
    {
      good: manifest`
        apiVersion: apiserver.config.k8s.io/v1
        kind: EncryptionConfiguration
        resources:
          - resources: ['*.*']
            providers:
              - kms:
                  apiVersion: v2
                  name: vault
                  endpoint: unix:///var/run/kms.sock
      `,
    },
  ],
});
