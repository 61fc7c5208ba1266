import { cis, defineRule, entriesText, isBuiltInRbac, manifest, near, nsa, policyRulesOf } from '../../kit/index.js';

export default defineRule({
  id: 'wildcard-api-group',
  severity: 'hint',
  profile: 'strict',
  since: '0.1.0',
  docs: {
    summary: 'A role names a resource in every API group.',
    why: 'Two groups can have resources of the same name that mean different things, and extensions add groups at any time. A role that means pods gets `pods` of every API to come.',
  },
  aliases: [near('checkov', 'CKV_K8S_49', 'looks at the first rule only, and counts any wildcard')],
  frameworks: [cis('5.1.3'), nsa('rbac')],
  messages: {
    groups: '{title} grants {verbs} on {resources} of every API group.',
  },
  visit: {
    resource(resource, report) {
      if (isBuiltInRbac(resource)) return;
      for (const rule of policyRulesOf(resource)) {
        const all = rule.apiGroups.find((entry) => entry.is('*'));
        if (!all || rule.resources.some((entry) => entry.is('*'))) continue; // Every resource is said to be granted elsewhere.
        const resources = entriesText(rule.resources, 'every resource');
        if (resources !== '') report(all, { message: 'groups', data: { title: resource.title, verbs: entriesText(rule.verbs, 'every verb'), resources } });
      }
    },
  },
  examples: [
    {
      bad: manifest`
        apiVersion: rbac.authorization.k8s.io/v1
        kind: Role
        metadata:
          name: reader
          namespace: shop
        rules:
          - apiGroups: ["*"]
            resources: [pods]
            verbs: [get]
      `,
    },
  ],
});
