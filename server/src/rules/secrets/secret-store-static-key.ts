import { defineRule, iso27001, manifest, mitre, nist80053, nsa, soc2 } from '../../kit/index.js';

/** Where stores name keys that are kept in a Secret. */
const STATIC: readonly (readonly [path: readonly string[], provider: string])[] = [
  [['aws', 'auth', 'secretRef'], 'AWS'],
  [['gcpsm', 'auth', 'secretRef'], 'Google Cloud'],
  [['azurekv', 'authSecretRef'], 'Azure'],
  [['vault', 'auth', 'tokenSecretRef'], 'Vault'],
  [['vault', 'auth', 'userPass'], 'Vault'],
  [['alibaba', 'auth', 'secretRef'], 'Alibaba Cloud'],
  [['oracle', 'auth'], 'Oracle Cloud'],
];

export default defineRule({
  id: 'secret-store-static-key',
  severity: 'warning',
  profile: 'restricted',
  since: '0.1.0',
  docs: {
    summary: 'A secret store logs in with a stored key instead of the identity of a workload.',
    why: 'The key that opens all other secrets lies in a Secret of the cluster, does not expire by itself and works from anywhere. With workload identity there is nothing to steal.',
    unless: 'the cluster runs where the provider has no identity for workloads.',
  },
  aliases: [],
  frameworks: [nsa('secrets'), nist80053('IA-5'), soc2('CC6.1'), iso27001('5.17'), nist80053('IA-5(7)'), mitre('T1078.004')],
  messages: {
    key: '{title} logs in to {provider} with a stored key.',
  },
  visit: {
    resource(resource, report) {
      if (resource.group !== 'external-secrets.io' || !/^(?:Cluster)?SecretStore$/u.test(resource.kind)) return;
      for (const [path, provider] of STATIC) {
        const field = resource.root.at('spec', 'provider').locate(path);
        if (field.isSet) report(field, { message: 'key', data: { title: resource.title, provider } });
      }
    },
  },
  examples: [
    {
      bad: manifest`
        apiVersion: external-secrets.io/v1
        kind: SecretStore
        metadata:
          name: aws
        spec:
          provider:
            aws:
              service: SecretsManager
              region: eu-central-1
              auth:
                secretRef:
                  accessKeyIDSecretRef:
                    name: aws
                    key: id
                  secretAccessKeySecretRef:
                    name: aws
                    key: key
      `,
    },
    {
      good: manifest`
        apiVersion: external-secrets.io/v1
        kind: SecretStore
        metadata:
          name: aws
        spec:
          provider:
            aws:
              service: SecretsManager
              region: eu-central-1
              auth:
                jwt:
                  serviceAccountRef:
                    name: external-secrets
      `,
    },
  ],
});
