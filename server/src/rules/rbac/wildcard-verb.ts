import { cis, defineRule, entriesText, isBuiltInRbac, iso27001, manifest, near, nist80053, nsa, pciDss, policyRulesOf, same, soc2 } from '../../kit/index.js';

export default defineRule({
  id: 'wildcard-verb',
  severity: 'information',
  profile: 'strict',
  since: '0.1.0',
  docs: {
    summary: 'A role grants every verb on a resource.',
    why: 'The wildcard is more than reading and writing: deleting whole collections, `escalate`, `bind` and `impersonate` are verbs, and so is whatever a later version of the API adds.',
    unless: 'the resources belong to the operator that the role is for.',
  },
  aliases: [
    same('kube-linter', 'wildcard-in-rules'),
    near('checkov', 'CKV_K8S_49', 'looks at the first rule only, and counts any wildcard'),
    near('trivy', 'KSV-0045', 'counts Secrets, pods, workloads, roles, bindings, users and groups only'),
  ],
  frameworks: [cis('5.1.3'), nsa('rbac'), nist80053('AC-6'), pciDss('7.2.5'), soc2('CC6.3'), iso27001('8.2')],
  messages: {
    verbs: '{title} grants every verb on {resources}.',
  },
  visit: {
    resource(resource, report) {
      if (isBuiltInRbac(resource)) return;
      for (const rule of policyRulesOf(resource)) {
        const all = rule.verbs.find((entry) => entry.is('*'));
        if (!all || rule.isAllPowerful || rule.nonResourceURLs.length > 0) continue;
        report(all, { message: 'verbs', data: { title: resource.title, resources: entriesText(rule.resources, 'every resource') } });
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
          - apiGroups: [apps]
            resources: [deployments]
            verbs: ["*"]
      `,
    },
  ],
});
