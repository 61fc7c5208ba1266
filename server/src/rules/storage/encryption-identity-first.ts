import { cis, defineRule, gdpr, hipaa, iso27001, manifest, nist80053, nsa, pciDss, soc2 } from '../../kit/index.js';

export default defineRule({
  id: 'encryption-identity-first',
  severity: 'error',
  profile: 'restricted',
  since: '0.1.0',
  docs: {
    summary: 'The API server writes resources to etcd without encryption, although an encryption configuration exists.',
    why: 'The first provider of a list writes; the others only read. With `identity` first everything new is stored in plain text, in etcd and in its backups, and the file looks as if it were encrypted.',
    unless: 'encryption is being taken back on purpose.',
  },
  aliases: [],
  frameworks: [cis('1.2.28'), nsa('encryption'), nist80053('SC-28(1)'), pciDss('3.6.1'), soc2('CC6.1'), hipaa('164.312(a)(2)(iv)'), gdpr('32(1)(a)'), iso27001('8.24')],
  messages: {
    first: 'EncryptionConfiguration stores {resources} in plain text, because identity is the first provider.',
  },
  visit: {
    resource(resource, report) {
      if (resource.kind !== 'EncryptionConfiguration' && resource.kind !== 'EncryptionConfig') return;
      for (const entry of resource.root.at('resources').items()) {
        const first = entry.at('providers').items()[0];
        const names = entry.at('resources').items().map((item) => String(item.value ?? ''));
        const later = resource.root.at('resources').items().some((other) => other !== entry && other.at('resources').items().some((item) => item.is('*.*', '*.')));
        // Entries that take single resources out of a wildcard are written so on purpose.
        if (first?.entries().some(({ key }) => key === 'identity') !== true || (later && !names.includes('secrets') && !names.some((name) => name.startsWith('*')))) continue;
        report(first.at('identity'), { message: 'first', data: { resources: names.join(', ') } });
      }
    },
  },
  examples: [
    {
      bad: manifest`
        apiVersion: apiserver.config.k8s.io/v1
        kind: EncryptionConfiguration
        resources:
          - resources: [secrets]
            providers:
              - identity: {}
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
          - resources: [secrets]
            providers:
              - kms:
                  apiVersion: v2
                  name: vault
                  endpoint: unix:///var/run/kms.sock
              - identity: {}
      `,
    },
  ],
});
