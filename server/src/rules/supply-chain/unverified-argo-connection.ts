import { decodeBase64, defineRule, iso27001, manifest, mitre, nist80053, soc2 } from '../../kit/index.js';

export default defineRule({
  id: 'unverified-argo-connection',
  severity: 'warning',
  profile: 'restricted',
  since: '0.1.0',
  docs: {
    summary: 'Argo CD does not check whom it talks to.',
    why: 'Whoever stands between Argo CD and the repository or cluster sees the credentials, and for a repository decides what is deployed.',
  },
  aliases: [],
  frameworks: [nist80053('SC-8(1)'), nist80053('SC-23'), soc2('CC6.7'), mitre('T1557'), iso27001('8.24')],
  messages: {
    insecure: 'Secret {name} lets Argo CD connect without checking the other side ({key}).',
    plain: 'Secret {name} lets Argo CD fetch over plain HTTP ({value}).',
  },
  visit: {
    resource(resource, report) {
      const type = resource.metadata.at('labels').locate(['argocd.argoproj.io/secret-type']);
      if (resource.kind !== 'Secret' || !type.is('repository', 'repo-creds', 'cluster')) return;
      const name = resource.name ?? '(unnamed)';
      for (const part of ['data', 'stringData'] as const) {
        for (const { key, field } of resource.root.at(part).entries()) {
          const written = field.isTemplated ? '' : String(field.value ?? '');
          const text = part === 'data' ? (decodeBase64(written) ?? '') : written;
          if ((/^(?:insecure|insecureIgnoreHostKey)$/u.test(key) && text.trim() === 'true') || (key === 'config' && /"insecure"\s*:\s*true/u.test(text))) report(field, { message: 'insecure', data: { name, key } });
          if (key === 'url' && /^http:\/\//u.test(text)) report(field, { message: 'plain', data: { name, value: text } });
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
          name: shop
          labels:
            argocd.argoproj.io/secret-type: repository
        stringData:
          url: https://git.example.com/shop.git
          insecure: "true"
      `,
    },
    {
      good: manifest`
        apiVersion: v1
        kind: Secret
        metadata:
          name: shop
          labels:
            argocd.argoproj.io/secret-type: repository
        stringData:
          url: https://git.example.com/shop.git
      `,
    },
  ],
});
