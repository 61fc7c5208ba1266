import { cis, defineRule, gdpr, grantsIn, hipaa, iso27001, manifest, mitre, near, nist80053, nsa, pciDss, same, soc2, type Access } from '../../kit/index.js';

const ACCESS: Access = { verbs: ['get', 'list', 'watch'], groups: [''], resources: ['secrets'] };

export default defineRule({
  id: 'secret-read-access',
  severity: 'warning',
  profile: 'restricted',
  since: '0.1.0',
  docs: {
    summary: 'A role can read all Secrets of its scope.',
    why: 'Secrets hold passwords, keys and tokens, those of other service accounts among them: who reads all of them can become whoever they belong to. `list` and `watch` return contents as well, so leaving out `get` protects nothing.',
    unless: 'the program is there to handle all Secrets, such as a secrets operator or a backup.',
  },
  aliases: [
    same('trivy', 'KSV-0041', 'KSV-0113'),
    near('kubescape', 'C-0015', 'judges roles together with their bindings'),
    near('kubescape', 'C-0186', 'judges roles together with their bindings'),
    near('kubescape', 'rule-can-list-get-secrets-v1', 'judges roles together with their bindings'),
    near('kube-linter', 'access-to-secrets', 'judges roles together with their bindings, and counts writing too'),
    near('checkov', 'CKV2_K8S_5', 'judges bindings of service accounts and nodes to roles of one rule'),
  ],
  frameworks: [cis('5.1.2'), nsa('rbac'), mitre('T1552.007'), nist80053('AC-6'), pciDss('7.2.5'), soc2('CC6.3'), iso27001('8.2'), hipaa('164.308(a)(4)(ii)(B)'), gdpr('32(1)(b)')],
  messages: {
    granted: '{title} grants {verbs} on {resource}, contents included.',
  },
  visit: {
    resource(resource, report) {
      for (const { place, words } of grantsIn(resource, ACCESS)) report(place, { message: 'granted', data: words });
    },
  },
  examples: [
    {
      bad: manifest`
        apiVersion: rbac.authorization.k8s.io/v1
        kind: ClusterRole
        metadata:
          name: operator
        rules:
          - apiGroups: [""]
            resources: [secrets]
            verbs: [get]
      `,
    },
    {
      title: 'the rule names the objects that it is for',
      good: manifest`
        apiVersion: rbac.authorization.k8s.io/v1
        kind: ClusterRole
        metadata:
          name: operator
        rules:
          - apiGroups: [""]
            resources: [secrets]
            verbs: [get]
            resourceNames: [web-tls]
      `,
    },
  ],
});
