import { apiGroupsOf, cis, defineRule, entriesText, isBuiltInRbac, isKubernetesGroup, manifest, near, nsa, policyRulesOf, same } from '../../kit/index.js';

export default defineRule({
  id: 'wildcard-custom-resource',
  severity: 'hint',
  profile: 'strict',
  since: '0.1.0',
  docs: {
    summary: 'A role grants something on every resource of an API that extends Kubernetes.',
    why: 'The wildcard takes in every resource and subresource that a later version of the API adds, without anybody having decided that the account should have it.',
    unless: 'the API belongs to the operator that the role is for.',
  },
  aliases: [
    same('kube-linter', 'wildcard-in-rules'),
    same('trivy', 'KSV-0046', 'KSV-0112'),
    near('checkov', 'CKV_K8S_49', 'looks at the first rule only, and counts any wildcard'),
  ],
  frameworks: [cis('5.1.3'), nsa('rbac')],
  messages: {
    resources: '{title} grants {verbs} on every resource of {groups}.',
  },
  visit: {
    resource(resource, report) {
      if (isBuiltInRbac(resource)) return;
      for (const rule of policyRulesOf(resource)) {
        const all = rule.resources.find((entry) => entry.is('*'));
        if (!all || rule.apiGroups.some((group) => group.isTemplated || (group.string !== undefined && isKubernetesGroup(group.string)))) continue;
        if (rule.apiGroups.length > 0) report(all, { message: 'resources', data: { title: resource.title, verbs: entriesText(rule.verbs, 'every verb'), groups: apiGroupsOf(rule) } });
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
          - apiGroups: [shop.example.com]
            resources: ["*"]
            verbs: [get, list, watch]
      `,
    },
  ],
});
