import { cis, defineRule, grantsIn, iso27001, manifest, mitre, near, nist80053, nsa, pciDss, same, soc2, type Access } from '../../kit/index.js';

const ACCESS: Access = { verbs: ['escalate'], groups: ['rbac.authorization.k8s.io'], resources: ['roles', 'clusterroles'], names: ['cluster-admin', 'admin', 'edit'] };

export default defineRule({
  id: 'role-escalation-right',
  severity: 'warning',
  profile: 'baseline',
  since: '0.1.0',
  docs: {
    summary: 'A role can write roles that grant more than it has itself.',
    why: 'The API server refuses to let anyone write a role with rights that they do not have. The verb `escalate` lifts that barrier: its holder writes itself a role that can do everything.',
    unless: 'the program manages all roles of the cluster and nobody but administrators can change it.',
  },
  aliases: [
    same('checkov', 'CKV_K8S_158'),
    near('trivy', 'KSV-0050', 'looks at roles and rolebindings in any API group, and counts every special verb on both'),
    near('kubescape', 'C-0191', 'judges roles together with their bindings'),
    near('kubescape', 'rule-can-bind-escalate', 'judges roles together with their bindings'),
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
            verbs: [escalate]
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
            verbs: [escalate]
            resourceNames: [viewer]
      `,
    },
  ],
});
