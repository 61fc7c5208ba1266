import { cis, defineRule, entriesText, isBuiltInRbac, manifest, nsa, policyRulesOf } from '../../kit/index.js';

export default defineRule({
  id: 'wildcard-non-resource-url',
  severity: 'information',
  profile: 'restricted',
  since: '0.1.0',
  docs: {
    summary: 'A role grants every path of the API server that is no resource.',
    why: 'Beside `/healthz` and `/metrics` these are `/debug/pprof`, which shows what is in the API server’s memory, `/logs`, which shows the files of its log folder, and what extensions add.',
    unless: 'the role is for administrators, and no program is bound to it.',
  },
  aliases: [],
  frameworks: [cis('5.1.3'), nsa('rbac')],
  messages: {
    urls: '{title} grants {verbs} on every path that is no resource.',
  },
  visit: {
    resource(resource, report) {
      if (isBuiltInRbac(resource)) return;
      for (const rule of policyRulesOf(resource)) {
        const all = rule.nonResourceURLs.find((entry) => entry.is('*', '/*'));
        if (all) report(all, { message: 'urls', data: { title: resource.title, verbs: entriesText(rule.verbs, 'every verb') } });
      }
    },
  },
  examples: [
    {
      bad: manifest`
        apiVersion: rbac.authorization.k8s.io/v1
        kind: ClusterRole
        metadata:
          name: monitor
        rules:
          - nonResourceURLs: ["*"]
            verbs: [get]
      `,
    },
    {
      good: manifest`
        apiVersion: rbac.authorization.k8s.io/v1
        kind: ClusterRole
        metadata:
          name: monitor
        rules:
          - nonResourceURLs: [/metrics, /healthz/*]
            verbs: [get]
      `,
    },
  ],
});
