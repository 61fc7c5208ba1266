import { cis, defineRule, gdpr, hipaa, iso27001, manifest, nist80053, nsa, pciDss, soc2 } from '../../kit/index.js';

export default defineRule({
  id: 'encryption-kms-v-one',
  severity: 'warning',
  profile: 'restricted',
  since: '0.1.0',
  tag: 'deprecated',
  docs: {
    summary: 'The encryption provider is asked through version 1 of the KMS interface.',
    why: 'Version 1 is deprecated since Kubernetes 1.28 and switched off since 1.29. It asks the key service for every object, which makes the API server slow or unavailable, and changing the key needs a restart.',
  },
  aliases: [],
  frameworks: [cis('1.2.28'), nsa('encryption'), nist80053('SC-28(1)'), pciDss('3.6.1'), soc2('CC6.1'), hipaa('164.312(a)(2)(iv)'), gdpr('32(1)(a)'), iso27001('8.24')],
  messages: {
    set: 'KMS provider {name} uses version {version} of the interface.',
    unset: 'KMS provider {name} uses version v1 of the interface, because that is the default.',
  },
  visit: {
    resource(resource, report, { kubernetesVersion }) {
      if (resource.kind !== 'EncryptionConfiguration' || !kubernetesVersion.atLeast(1, 28)) return;
      for (const entry of resource.root.at('resources').items()) {
        for (const provider of entry.at('providers').items()) {
          const kms = provider.at('kms');
          const version = kms.at('apiVersion');
          if (!kms.isSet || version.isTemplated || (version.isSet && !version.is('v1'))) continue;
          const name = String(kms.at('name').value ?? '(unnamed)');
          if (version.isSet) report(version, { message: 'set', data: { name, version: 'v1' } });
          else report(version, { message: 'unset', data: { name } });
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
              - kms:
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
      `,
    },
  ],
});
