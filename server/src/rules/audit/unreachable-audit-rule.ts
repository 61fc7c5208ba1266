import { cis, defineRule, manifest, nsa, type Field, type Loose } from '../../kit/index.js';

/** What a rule can match by. */
const SELECTORS = ['users', 'userGroups', 'verbs', 'resources', 'namespaces', 'nonResourceURLs'] as const;

export default defineRule({
  id: 'unreachable-audit-rule',
  severity: 'information',
  profile: 'restricted',
  since: '0.1.0',
  tag: 'unnecessary',
  docs: {
    summary: 'A rule of the audit policy is never reached.',
    why: 'The first rule that matches decides, and an earlier one without conditions matches everything: what this rule was to log, or to leave out, follows the other one.',
  },
  aliases: [],
  frameworks: [cis('3.2.1'), nsa('audit-logging')],
  messages: {
    unreachable: 'This rule of the audit policy is never reached, because an earlier one matches every request.',
  },
  visit: {
    resource(resource, report) {
      if (resource.kind !== 'Policy' || resource.group !== 'audit.k8s.io') return;
      let last: Field<Loose> | undefined;
      for (const rule of resource.root.at('rules').items()) {
        if (last) report(rule.at('level'), { message: 'unreachable', related: [{ message: 'This rule matches every request.', place: last.at('level') }] });
        else if (rule.at('level').isSet && !SELECTORS.some((key) => rule.locate([key]).isSet || rule.locate([key]).isTemplated)) last = rule;
      }
    },
  },
  examples: [
    {
      bad: manifest`
        apiVersion: audit.k8s.io/v1
        kind: Policy
        rules:
          - level: Metadata
          - level: RequestResponse
            resources:
              - group: rbac.authorization.k8s.io
      `,
    },
    {
      good: manifest`
        apiVersion: audit.k8s.io/v1
        kind: Policy
        rules:
          - level: RequestResponse
            resources:
              - group: rbac.authorization.k8s.io
          - level: Metadata
      `,
    },
  ],
});
