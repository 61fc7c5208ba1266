import { defineRule, isRole, manifest, nsa, policyRulesOf } from '../../kit/index.js';

export default defineRule({
  id: 'non-resource-url-in-role',
  severity: 'error',
  profile: 'baseline',
  since: '0.1.0',
  docs: {
    summary: 'A Role grants paths that are no resources, which the API server refuses.',
    why: 'Paths such as `/metrics` belong to no namespace, so only a ClusterRole can grant them. The API server does not accept the Role, and what comes after it in the file may be left out without anybody noticing.',
  },
  aliases: [],
  frameworks: [nsa('rbac')],
  messages: {
    urls: '{title} grants paths that are no resources, which the API server refuses in a Role.',
  },
  visit: {
    resource(resource, report) {
      if (!isRole(resource) || resource.kind !== 'Role') return;
      for (const rule of policyRulesOf(resource)) {
        if (rule.nonResourceURLs.length > 0) report(rule.field.at('nonResourceURLs'), { message: 'urls', data: { title: resource.title } });
      }
    },
  },
  examples: [
    {
      bad: manifest`
        apiVersion: rbac.authorization.k8s.io/v1
        kind: Role
        metadata:
          name: monitor
          namespace: shop
        rules:
          - nonResourceURLs: [/metrics]
            verbs: [get]
      `,
    },
  ],
});
