import { cis, defineRule, fix, hipaa, iso27001, manifest, nist80053, nsa, pciDss, soc2 } from '../../kit/index.js';

/** What a rule can match by. */
const SELECTORS = ['users', 'userGroups', 'verbs', 'resources', 'namespaces', 'nonResourceURLs'] as const;

export default defineRule({
  id: 'audit-policy-catch-all-none',
  severity: 'warning',
  profile: 'restricted',
  since: '0.1.0',
  docs: {
    summary: 'The audit policy ends in a rule, or consists of one, that logs nothing at all.',
    why: 'The first rule that matches decides. One without conditions and with the level `None` matches every request that is left, so that what nobody thought of leaves no trace.',
  },
  aliases: [],
  frameworks: [cis('3.2.1'), nsa('audit-logging'), nist80053('AU-12'), pciDss('10.2.1'), soc2('CC7.2'), hipaa('164.312(b)'), iso27001('8.15')],
  messages: {
    none: 'The audit policy logs nothing of all requests that no earlier rule matches.',
  },
  visit: {
    resource(resource, report) {
      if (resource.kind !== 'Policy' || resource.group !== 'audit.k8s.io') return;
      for (const rule of resource.root.at('rules').items()) {
        if (SELECTORS.some((key) => rule.locate([key]).isSet || rule.locate([key]).isTemplated)) continue;
        const level = rule.at('level');
        if (level.is('None')) report(level, { message: 'none', fix: fix.set(level, 'Metadata', 'Log who did what', 'suggestion') });
      }
    },
  },
  examples: [
    {
      bad: manifest`
        apiVersion: audit.k8s.io/v1
        kind: Policy
        rules:
          - level: RequestResponse
            resources:
              - group: rbac.authorization.k8s.io
          - level: None
      `,
      fixed: manifest`
        apiVersion: audit.k8s.io/v1
        kind: Policy
        rules:
          - level: RequestResponse
            resources:
              - group: rbac.authorization.k8s.io
          - level: Metadata
      `,
    },
    {
      good: manifest`
        apiVersion: audit.k8s.io/v1
        kind: Policy
        rules:
          - level: None
            nonResourceURLs: [/healthz*]
          - level: Metadata
      `,
    },
  ],
});
