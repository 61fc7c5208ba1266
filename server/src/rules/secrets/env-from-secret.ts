import { cis, defineRule, inPod, mitre, near, nsa, same } from '../../kit/index.js';

export default defineRule({
  id: 'env-from-secret',
  severity: 'hint',
  profile: 'strict',
  since: '0.1.0',
  docs: {
    summary: 'All keys of a Secret become environment variables of the container.',
    why: 'The program gets more than it needs, every key that is added to the Secret is handed out silently, and child processes, crash reports and debug pages show the whole of it.',
    unless: 'the program reads all of the keys and cannot read files.',
  },
  aliases: [
    same('checkov', 'CKV_K8S_35'),
    same('kubesec', 'SecretsAsEnvironmentVariables'),
    same('kubescape', 'rule-secrets-in-env-var', 'C-0207'),
    near('kubescape', 'rule-credentials-in-env-var', 'is about literal credentials first'),
    near('kubescape', 'C-0259', 'is about literal credentials first'),
  ],
  frameworks: [cis('5.4.1'), nsa('secrets'), mitre('T1552.007')],
  messages: { all: 'Container {name} gets every key of the secret {secret} as an environment variable.' },
  visit: {
    container(container, report) {
      for (const entry of container.at('envFrom').items()) {
        const reference = entry.at('secretRef');
        if (!reference.isSet || reference.isTemplated) continue;
        report(reference, { message: 'all', data: { name: container.name, secret: String(reference.at('name').value ?? '(unnamed)') } });
      }
    },
  },
  examples: [
    {
      bad: inPod`
        - name: web
          image: registry.example.com/shop/web:4.2.1
          envFrom:
            - secretRef:
                name: shop-db
      `,
    },
    {
      good: inPod`
        - name: web
          image: registry.example.com/shop/web:4.2.1
          envFrom:
            - configMapRef:
                name: shop
      `,
    },
  ],
});
