import { cis, defineRule, gdpr, hipaa, iso27001, manifest, nist80053, nsa, pciDss, soc2 } from '../../kit/index.js';

export default defineRule({
  id: 'encryption-weak-provider',
  severity: 'warning',
  profile: 'restricted',
  since: '0.1.0',
  docs: {
    summary: 'Resources are encrypted in a way that Kubernetes no longer recommends.',
    why: 'AES-CBC can be attacked through its padding, and AES-GCM with a key of its own must change the key every 200,000 writes, which nobody does by hand. Both keep their keys in a file beside the data.',
    unless: 'another provider stands first, and this one only reads what is stored from before.',
  },
  aliases: [],
  frameworks: [cis('1.2.28'), nsa('encryption'), nist80053('SC-28(1)'), pciDss('3.6.1'), soc2('CC6.1'), hipaa('164.312(a)(2)(iv)'), gdpr('32(1)(a)'), iso27001('8.24'), nist80053('SC-13')],
  messages: {
    weak: 'EncryptionConfiguration encrypts {resources} with {provider}.',
  },
  visit: {
    resource(resource, report) {
      if (resource.kind !== 'EncryptionConfiguration') return;
      for (const entry of resource.root.at('resources').items()) {
        const first = entry.at('providers').items()[0];
        for (const { key, field } of first?.entries() ?? []) {
          if (key !== 'aescbc' && key !== 'aesgcm') continue;
          report(field, { message: 'weak', data: { resources: entry.at('resources').items().map((item) => String(item.value ?? '')).join(', '), provider: key } });
        }
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
              - aescbc:
                  keys:
                    - name: key
                      secret: <key>
              - identity: {}
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
