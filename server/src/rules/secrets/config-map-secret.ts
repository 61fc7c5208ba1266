import {
  cis, couldBeSecret, decodeBase64, defineRule, formIn, iso27001, manifest, mitre, namesSecret, near, nist80053, nsa, pciDss, same, secretIn, secretsInText, soc2, within,
} from '../../kit/index.js';

/** Keys that name a file; what is in the file tells. */
const FILE = /\.(?:cfg|conf|crt|env|html|ini|js|json|lua|pem|properties|py|sh|tmpl|toml|tpl|txt|xml|ya?ml)$/iu;

export default defineRule({
  id: 'config-map-secret',
  severity: 'error',
  profile: 'baseline',
  since: '0.1.0',
  docs: {
    summary: 'A ConfigMap holds a secret in plain text.',
    why: 'Whoever can read the repository, its history or the object in the cluster has the secret. ConfigMaps are made for what everyone may see: roles let far more accounts read them than Secrets, encryption at rest usually leaves them out, and tools print them.',
    unless: 'the value is public, such as a password that only a local test database knows.',
  },
  aliases: [
    same('trivy', 'KSV-0109'),
    near('trivy', 'KSV-01010', 'takes names of users, addresses, hashes and everything with `key` in its name for sensitive'),
    near('polaris', 'sensitiveConfigmapContent', 'judges a key by its name alone, whatever the value is'),
    near('kubescape', 'rule-credentials-configmap', 'takes every name with `key` in it, and any value in base64 that matches'),
    near('kubescape', 'C-0012', 'is about environment variables, too'),
  ],
  frameworks: [cis('5.4.2'), nsa('secrets'), mitre('T1552.001'), nist80053('IA-5(7)'), pciDss('8.6.2'), soc2('CC6.1'), iso27001('5.17')],
  messages: {
    named: 'ConfigMap {name} holds the secret {key} in plain text.',
    recognized: 'ConfigMap {name} holds {what} in plain text, in {key}.',
  },
  visit: {
    resource(resource, report) {
      if (resource.kind !== 'ConfigMap' || resource.group !== '') return;
      const name = resource.name ?? '(unnamed)';
      for (const { key, field } of resource.root.at('data').entries()) {
        const text = field.value === undefined || field.isTemplated ? '' : String(field.value);
        if (!FILE.test(key) && namesSecret(key) && !/\s/u.test(text) && couldBeSecret(text) && formIn(text) === undefined) {
          report(field, { message: 'named', data: { name, key } });
          continue;
        }
        for (const secret of secretsInText(text, key)) report(within(field, secret.range), { message: 'recognized', data: { name, what: secret.what, key } });
      }
      for (const { key, field } of resource.root.at('binaryData').entries()) {
        const what = secretIn(decodeBase64(field.string ?? '') ?? '');
        if (what !== undefined) report(field, { message: 'recognized', data: { name, what, key } });
      }
    },
  },
  examples: [
    {
      bad: manifest`
        apiVersion: v1
        kind: ConfigMap
        metadata:
          name: shop
        data:
          DB_USER: shop
          DB_PASSWORD: correct-horse-battery
      `,
    },
    {
      title: 'A setting within a file',
      bad: manifest`
        apiVersion: v1
        kind: ConfigMap
        metadata:
          name: shop
        data:
          shop.properties: |
            db.user=shop
            db.password=correct-horse-battery
      `,
    },
    {
      title: 'What is about a secret is none',
      good: manifest`
        apiVersion: v1
        kind: ConfigMap
        metadata:
          name: shop
        data:
          DB_PASSWORD_FILE: /run/secrets/db/password
          shop.properties: |
            db.password=\${DB_PASSWORD}
            token.ttl=3600
      `,
    },
  ],
});
