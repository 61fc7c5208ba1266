import { cis, defineRule, grantsIn, iso27001, manifest, mitre, near, nist80053, nsa, pciDss, soc2, type Access } from '../../kit/index.js';

const ACCESS: readonly Access[] = [
  { verbs: ['impersonate'], groups: [''], resources: ['users', 'groups', 'serviceaccounts'], names: ['system:masters', 'system:admin', 'kubernetes-admin'] },
  { verbs: ['impersonate'], groups: ['authentication.k8s.io'], resources: ['uids', 'userextras'] },
];

export default defineRule({
  id: 'impersonation-right',
  severity: 'warning',
  profile: 'baseline',
  since: '0.1.0',
  docs: {
    summary: 'A role can act in the name of other users, groups or service accounts.',
    why: 'Who impersonates others has their rights. The group `system:masters` is beyond all authorization, so the right to impersonate any group is the right to everything.',
    unless: 'the program is a proxy that has checked who the user is, and the rule cannot name whom it may impersonate.',
  },
  aliases: [
    near('trivy', 'KSV-0043', 'looks for the group `*` together with groups and impersonate as written'),
    near('kubescape', 'C-0065', 'judges roles together with their bindings'),
    near('kubescape', 'C-0191', 'judges roles together with their bindings'),
    near('kubescape', 'rule-can-impersonate-users-groups-v1', 'judges roles together with their bindings'),
    near('checkov', 'CKV2_K8S_3', 'judges bindings of service accounts and nodes to roles of one rule'),
  ],
  frameworks: [cis('5.1.8'), nsa('rbac'), mitre('T1078'), nist80053('AC-6'), pciDss('7.2.5'), soc2('CC6.3'), iso27001('8.2')],
  messages: {
    granted: '{title} grants {verbs} on {resource}.',
  },
  visit: {
    resource(resource, report) {
      for (const { place, words } of grantsIn(resource, ...ACCESS)) report(place, { message: 'granted', data: words });
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
            resources: [groups]
            verbs: [impersonate]
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
            resources: [groups]
            verbs: [impersonate]
            resourceNames: [jane]
      `,
    },
  ],
});
