import { cis, defineRule, grantsIn, iso27001, manifest, mitre, near, nist80053, nsa, pciDss, same, soc2, type Access } from '../../kit/index.js';

const ACCESS: Access = { verbs: ['create', 'update', 'patch', 'delete', 'deletecollection'], groups: [''], resources: ['secrets'] };

export default defineRule({
  id: 'secret-write-access',
  severity: 'information',
  profile: 'strict',
  since: '0.1.0',
  docs: {
    summary: 'A role can change or delete all Secrets of its scope.',
    why: 'Who writes Secrets decides with which keys and passwords other programs work, and who creates a Secret of the type `kubernetes.io/service-account-token` is handed a lasting token of any service account of the namespace.',
    unless: 'the program is there to make Secrets, such as a certificate or secrets operator.',
  },
  aliases: [
    same('trivy', 'KSV-0041', 'KSV-0113'),
    near('kube-linter', 'access-to-secrets', 'judges roles together with their bindings, and counts reading too'),
    near('kubescape', 'C-0007', 'judges roles together with their bindings, and counts deleting only'),
    near('kubescape', 'rule-excessive-delete-rights-v1', 'judges roles together with their bindings, and counts deleting only'),
  ],
  frameworks: [cis('5.1.2'), nsa('rbac'), mitre('T1098'), nist80053('AC-6'), pciDss('7.2.5'), soc2('CC6.3'), iso27001('8.2')],
  messages: {
    granted: '{title} grants {verbs} on {resource}.',
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
            verbs: [create]
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
            verbs: [update]
            resourceNames: [web-tls]
      `,
    },
  ],
});
