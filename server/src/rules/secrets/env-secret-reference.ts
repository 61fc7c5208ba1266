import { cis, defineRule, inPod, mitre, nsa, same } from '../../kit/index.js';

export default defineRule({
  id: 'env-secret-reference',
  severity: 'hint',
  profile: 'strict',
  since: '0.1.0',
  docs: {
    summary: 'A secret reaches the program as an environment variable instead of a file.',
    why: 'Every child process inherits the environment, crash reports and debug pages print it, and it stays what it was when the container started. A mounted Secret has permissions and follows rotation.',
    unless: 'the program cannot read a file.',
  },
  aliases: [
    same('checkov', 'CKV_K8S_35'),
    same('kubesec', 'SecretsAsEnvironmentVariables'),
    same('kube-linter', 'read-secret-from-env-var'),
    same('kubescape', 'rule-secrets-in-env-var', 'C-0207'),
  ],
  frameworks: [cis('5.4.1'), nsa('secrets'), mitre('T1552.007')],
  messages: { variable: 'Container {name} gets the secret {secret} as environment variable {variable}.' },
  visit: {
    container(container, report) {
      for (const entry of container.at('env').items()) {
        const reference = entry.at('valueFrom', 'secretKeyRef');
        if (!reference.isSet || reference.isTemplated) continue;
        const secret = String(reference.at('name').value ?? '(unnamed)');
        report(reference, { message: 'variable', data: { name: container.name, secret, variable: String(entry.at('name').value ?? '') } });
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
              valueFrom:
                secretKeyRef:
                  name: shop-db
                  key: password
      `,
    },
    {
      good: inPod`
        - name: web
          image: registry.example.com/shop/web:4.2.1
          env:
            - name: LOG_LEVEL
              valueFrom:
                configMapKeyRef:
                  name: shop
                  key: log-level
      `,
    },
  ],
});
