import { cis, couldBeSecret, decodeBase64, defineRule, gdpr, iso27001, manifest, mitre, namesSecret, nist80053, nsa, pciDss, secretIn, secretsInText, soc2 } from '../../kit/index.js';

/** Keys that hold the secret in Secrets of a type of their own. */
const KEYS = new Set(['bootstrap.kubernetes.io/token token-secret', 'kubernetes.io/basic-auth password', 'kubernetes.io/service-account-token token']);

export default defineRule({
  id: 'secret-in-manifest',
  severity: 'error',
  profile: 'baseline',
  since: '0.1.0',
  docs: {
    summary: 'A Secret stands in the manifest with its value.',
    why: 'Base64 hides nothing: whoever can read the repository or its history has the secret, and removing it from the file does not remove it from the history. Secrets are kept out of manifests by External Secrets, Sealed Secrets, SOPS or a store of the cloud.',
    unless: 'the value is public, such as a password that only a local test database knows, or the file is made and thrown away by a script.',
  },
  aliases: [],
  frameworks: [cis('5.4.2'), nsa('secrets'), mitre('T1552.001'), nist80053('IA-5(7)'), nist80053('SC-28'), pciDss('8.6.2'), soc2('CC6.1'), iso27001('5.17'), gdpr('32(1)(a)')],
  messages: {
    named: 'Secret {name} has the value of {key} in the manifest.',
    encoded: 'Secret {name} has the value of {key} in the manifest; base64 is no encryption.',
    recognized: 'Secret {name} has {what} in the manifest, in {key}.',
  },
  visit: {
    resource(resource, report) {
      if (resource.kind !== 'Secret' || resource.group !== '') return;
      const name = resource.name ?? '(unnamed)';
      const type = resource.root.at('type').string ?? '';
      for (const part of ['data', 'stringData'] as const) {
        for (const { key, field } of resource.root.at(part).entries()) {
          const written = field.value === undefined || field.isTemplated ? '' : String(field.value);
          const text = part === 'data' ? (decodeBase64(written) ?? '') : written;
          if (text.trim() === '' || isTemplateText(text)) continue;
          const what = secretIn(text) ?? registryPassword(text, key) ?? secretsInText(text, key)[0]?.what;
          if (what !== undefined && (text.trim().includes('\n') || !namesSecret(key))) report(field, { message: 'recognized', data: { name, what, key } });
          else if (what !== undefined || ((namesSecret(key) || KEYS.has(`${type} ${key}`)) && couldBeSecret(text))) report(field, { message: part === 'data' ? 'encoded' : 'named', data: { name, key } });
        }
      }
    },
  },
  examples: [
    {
      bad: manifest`
        apiVersion: v1
        kind: Secret
        metadata:
          name: shop-db
        stringData:
          username: shop
          password: correct-horse-battery
      `,
    },
    {
      title: 'The same in base64',
      bad: manifest`
        apiVersion: v1
        kind: Secret
        metadata:
          name: shop-db
        data:
          username: c2hvcA==
          password: Y29ycmVjdC1ob3JzZS1iYXR0ZXJ5
      `,
    },
    {
      title: 'A store keeps the value',
      good: manifest`
        apiVersion: external-secrets.io/v1
        kind: ExternalSecret
        metadata:
          name: shop-db
        spec:
          secretStoreRef:
            name: vault
            kind: SecretStore
          target:
            name: shop-db
          data:
            - secretKey: password
              remoteRef:
                key: shop/db
                property: password
      `,
    },
  ],
});

/** Placeholders of templates, which may stand in base64, too. */
function isTemplateText(text: string): boolean {
  return /\{\{|\$\{|^\$\(|^<[^>]*>$/u.test(text.trim());
}

/** The configuration of a registry's client holds the password in `auth`, in base64, or in `password`. */
function registryPassword(text: string, key: string): string | undefined {
  if (key !== '.dockerconfigjson' && key !== '.dockercfg') return undefined;
  return /"(?:auth|password|identitytoken)"\s*:\s*"[^"{}$<]+"/u.test(text) ? 'the password of a registry' : undefined;
}
