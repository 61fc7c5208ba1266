import { cis, decodeBase64, defineRule, gdpr, hipaa, iso27001, manifest, nist80053, nsa, pciDss, soc2 } from '../../kit/index.js';

export default defineRule({
  id: 'encryption-key-in-manifest',
  severity: 'error',
  profile: 'baseline',
  since: '0.1.0',
  docs: {
    summary: 'The key that encrypts the cluster’s Secrets stands in the file.',
    why: 'With the key, every backup and every disk of etcd can be read. It lies in plain text wherever the file lies, in the repository and its history included.',
    unless: 'the key is generated when the file is written, and the file never leaves the control plane.',
  },
  aliases: [],
  frameworks: [cis('1.2.28'), nsa('encryption'), nist80053('SC-28(1)'), pciDss('3.6.1'), soc2('CC6.1'), hipaa('164.312(a)(2)(iv)'), gdpr('32(1)(a)'), iso27001('8.24'), nist80053('SC-12'), pciDss('3.6.1.2')],
  messages: {
    key: 'EncryptionConfiguration holds the {provider} key {name} in plain text.',
  },
  visit: {
    resource(resource, report) {
      if (resource.kind !== 'EncryptionConfiguration') return;
      for (const entry of resource.root.at('resources').items()) {
        for (const provider of entry.at('providers').items()) {
          for (const kind of ['aescbc', 'aesgcm', 'secretbox'] as const) {
            for (const key of provider.at(kind, 'keys').items()) {
              const secret = key.at('secret');
              const bytes = secret.isTemplated ? undefined : decodeBase64(secret.string ?? '')?.length;
              if (bytes === 16 || bytes === 24 || bytes === 32) report(secret, { message: 'key', data: { provider: kind, name: String(key.at('name').value ?? '(unnamed)') } });
            }
          }
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
              - secretbox:
                  keys:
                    - name: first
                      secret: MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=
      `,
    },
    {
      good: manifest`
        apiVersion: apiserver.config.k8s.io/v1
        kind: EncryptionConfiguration
        resources:
          - resources: [secrets]
            providers:
              - secretbox:
                  keys:
                    - name: first
                      secret: \${ENCRYPTION_KEY}
      `,
    },
  ],
});
