import {
  cis, couldBeSecret, defineRule, inPod, iso27001, matchesGlob, mitre, namesSecret, near, nist800190, nist80053, nsa, pciDss, secretIn, soc2,
} from '../../kit/index.js';

export default defineRule({
  id: 'env-secret-literal',
  severity: 'error',
  profile: 'baseline',
  since: '0.1.0',
  docs: {
    summary: 'A secret stands in plain text in an environment variable.',
    why: 'Whoever can read the manifest, the repository it lives in, its history, or the workload in the cluster has the secret. Reading workloads is granted far more freely than reading Secrets, and taking the text out of a repository does not take it out of its history.',
    unless: 'the value is public, such as a password that only a local test database knows.',
  },
  aliases: [
    near('polaris', 'sensitiveContainerEnvVar', 'goes by the name and fires whatever the value is, and knows by its form no secret but a private key'),
    near('kube-linter', 'env-var-secret', 'looks only for `secret` in the name, whatever the value is'),
    near('kubescape', 'rule-credentials-in-env-var', 'takes any name with `key` and any `envFrom.secretRef` too'),
    near('kubescape', 'C-0259', 'takes any name with `key` and any `envFrom.secretRef` too'),
  ],
  frameworks: [
    cis('5.4.1'), nsa('secrets'), mitre('T1552.001'), nist800190('4.1.4'), nist80053('IA-5'), nist80053('IA-5(7)'), pciDss('8.6.2'), soc2('CC6.1'), iso27001('5.17'),
  ],
  options: {
    names: {
      type: 'string-list',
      description: 'More names of variables that hold secrets; `*` stands for any characters, capital letters do not matter.',
      default: [],
    },
    allowNames: {
      type: 'string-list',
      description: 'Names of variables that hold no secret, whatever their value is; written as in `names`.',
      default: [],
    },
  },
  messages: {
    named: 'Environment variable {variable} of container {name} holds a secret in plain text.',
    recognized: 'Environment variable {variable} of container {name} holds {what} in plain text.',
  },
  visit: {
    container(container, report, { options }) {
      for (const entry of container.at('env').items()) {
        const value = entry.at('value');
        const variable = String(entry.at('name').value ?? '');
        const text = value.value === undefined || value.isTemplated ? '' : String(value.value);
        const isNamed = (patterns: readonly string[]): boolean => patterns.some((pattern) => matchesGlob(pattern.toLowerCase(), variable.toLowerCase()));
        if (text === '' || isNamed(options.allowNames)) continue;
        const what = secretIn(text);
        if (what !== undefined) report(value, { message: 'recognized', data: { variable, name: container.name, what } });
        else if ((namesSecret(variable) || isNamed(options.names)) && couldBeSecret(text)) report(value, { message: 'named', data: { variable, name: container.name } });
      }
    },
  },
  examples: [
    {
      bad: inPod`
        - name: web
          image: registry.example.com/shop/web:4.2.1
          env:
            - name: DB_PASSWORD
              value: correct-horse-battery
      `,
    },
    {
      title: 'The password of an address',
      bad: inPod`
        - name: web
          image: registry.example.com/shop/web:4.2.1
          env:
            - name: DATABASE_URL
              value: postgres://shop:correct-horse-battery@db:5432/shop
      `,
    },
    {
      title: 'A private key, whatever its name is',
      bad: inPod`
        - name: web
          image: registry.example.com/shop/web:4.2.1
          env:
            - name: SIGNER
              value: |
                -----BEGIN EC PRIVATE KEY-----
                bm90IGEga2V5
                -----END EC PRIVATE KEY-----
      `,
    },
    {
      title: 'What is about a secret is none',
      good: inPod`
        - name: web
          image: registry.example.com/shop/web:4.2.1
          env:
            - name: DB_PASSWORD_FILE
              value: /run/secrets/db/password
            - name: TOKEN_TTL
              value: "3600"
            - name: DATABASE_URL
              value: postgres://shop:$(DB_PASSWORD)@db:5432/shop
      `,
    },
  ],
});
