import { defineRule, iso27001, manifest, mitre, nist80053, soc2 } from '../../kit/index.js';

/** Settings of Argo CD that open it. */
const SETTINGS = [
  ['argocd-cm', 'users.anonymous.enabled', 'true'],
  ['argocd-cm', 'exec.enabled', 'true'],
  ['argocd-rbac-cm', 'policy.default', 'role:admin'],
  ['argocd-cmd-params-cm', 'server.insecure', 'true'],
  ['argocd-cmd-params-cm', 'server.disable.auth', 'true'],
] as const;

export default defineRule({
  id: 'argo-open-access',
  severity: 'error',
  profile: 'restricted',
  since: '0.1.0',
  docs: {
    summary: 'Argo CD can be used without a login, over plain HTTP, or with more rights than are given.',
    why: 'Argo CD applies manifests with the rights of a cluster’s administrator. Anonymous access, a default role of `admin`, a server without TLS or a terminal into pods open that to whoever reaches its web page.',
    unless: 'a proxy in front of it terminates TLS (for `server.insecure`).',
  },
  aliases: [],
  frameworks: [nist80053('AC-14'), nist80053('AC-6'), soc2('CC6.1'), iso27001('8.5'), mitre('T1133')],
  messages: {
    setting: 'ConfigMap {name} sets {key} to {value}.',
  },
  visit: {
    resource(resource, report) {
      if (resource.kind !== 'ConfigMap' || resource.group !== '') return;
      for (const [object, key, value] of SETTINGS) {
        if (resource.name !== object) continue;
        const field = resource.root.at('data').locate([key]);
        if (String(field.value ?? '') === value) report(field, { message: 'setting', data: { name: object, key, value } });
      }
    },
  },
  examples: [
    {
      bad: manifest`
        apiVersion: v1
        kind: ConfigMap
        metadata:
          name: argocd-rbac-cm
        data:
          policy.default: role:admin
      `,
    },
    {
      good: manifest`
        apiVersion: v1
        kind: ConfigMap
        metadata:
          name: argocd-rbac-cm
        data:
          policy.default: role:readonly
      `,
    },
  ],
});
