import { apiGroupsOf, cis, defineRule, entriesText, isBuiltInRbac, isKubernetesGroup, iso27001, manifest, near, nist80053, nsa, pciDss, policyRulesOf, same, soc2 } from '../../kit/index.js';

export default defineRule({
  id: 'wildcard-resource',
  severity: 'warning',
  profile: 'restricted',
  since: '0.1.0',
  docs: {
    summary: 'A role grants something on every resource of Kubernetes’ own API groups.',
    why: 'The wildcard takes in what the author did not think of: in the core group Secrets and the subresources that open shells in containers, elsewhere roles and webhooks, and whatever a later version of the API adds.',
    unless: 'the role is for auditors who may read everything, Secrets included.',
  },
  aliases: [
    same('kube-linter', 'wildcard-in-rules'),
    same('trivy', 'KSV-0046', 'KSV-0112'),
    near('checkov', 'CKV_K8S_49', 'looks at the first rule only, and counts any wildcard'),
  ],
  frameworks: [cis('5.1.3'), nsa('rbac'), nist80053('AC-6'), pciDss('7.2.5'), soc2('CC6.3'), iso27001('8.2')],
  messages: {
    resources: '{title} grants {verbs} on every resource of {groups}.',
  },
  visit: {
    resource(resource, report) {
      if (isBuiltInRbac(resource)) return;
      for (const rule of policyRulesOf(resource)) {
        const all = rule.resources.find((entry) => entry.is('*'));
        if (!all || rule.isAllPowerful || !rule.apiGroups.some((group) => group.string !== undefined && isKubernetesGroup(group.string))) continue;
        report(all, { message: 'resources', data: { title: resource.title, verbs: entriesText(rule.verbs, 'every verb'), groups: apiGroupsOf(rule) } });
      }
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
            resources: ["*"]
            verbs: [get, list, watch]
      `,
    },
    {
      title: 'one subresource of every resource is a finer right',
      good: manifest`
        apiVersion: rbac.authorization.k8s.io/v1
        kind: ClusterRole
        metadata:
          name: autoscaler
        rules:
          - apiGroups: ["*"]
            resources: ["*/scale"]
            verbs: [get, update]
      `,
    },
  ],
});
