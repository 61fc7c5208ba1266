import { cis, defineRule, grantsIn, iso27001, manifest, mitre, near, nist80053, nsa, pciDss, soc2, type Access } from '../../kit/index.js';

const ACCESS: Access = { verbs: ['bind'], groups: ['rbac.authorization.k8s.io'], resources: ['roles', 'clusterroles'], names: ['cluster-admin', 'admin', 'edit'] };

export default defineRule({
  id: 'role-binding-right',
  severity: 'warning',
  profile: 'baseline',
  since: '0.1.0',
  docs: {
    summary: 'A role can bind roles that grant more than it has itself.',
    why: 'The API server refuses to let anyone bind a role with rights that they do not have. The verb `bind` lifts that barrier: its holder binds itself to `cluster-admin`.',
    unless: 'the program binds roles for others, and the rule cannot name them in `resourceNames`.',
  },
  aliases: [
    near('checkov', 'CKV_K8S_157', 'asks for the verb on bindings, where the API server never checks it'),
    near('trivy', 'KSV-0050', 'looks at roles and rolebindings in any API group, and counts every special verb on both'),
    near('trivy', 'KSV-0051', 'wants an earlier rule that creates role bindings, and takes the name `*` for all names'),
    near('trivy', 'KSV-0052', 'wants an earlier rule that creates cluster role bindings, and takes the name `*` for all names'),
    near('kubescape', 'C-0191', 'judges roles together with their bindings'),
    near('kubescape', 'rule-can-bind-escalate', 'judges roles together with their bindings'),
    near('checkov', 'CKV2_K8S_1', 'judges bindings of service accounts and nodes to roles of one rule, and asks for the verb on bindings'),
  ],
  frameworks: [cis('5.1.8'), nsa('rbac'), mitre('T1098.006'), nist80053('AC-6'), pciDss('7.2.5'), soc2('CC6.3'), iso27001('8.2')],
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
          - apiGroups: [rbac.authorization.k8s.io]
            resources: [clusterroles]
            verbs: [bind]
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
          - apiGroups: [rbac.authorization.k8s.io]
            resources: [clusterroles]
            verbs: [bind]
            resourceNames: [viewer]
      `,
    },
  ],
});
