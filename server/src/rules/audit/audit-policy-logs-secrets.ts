import { cis, defineRule, iso27001, manifest, mitre, nist80053, nsa, pciDss, soc2, type Field, type Loose } from '../../kit/index.js';

/** Resources whose bodies are credentials, with their groups. */
const CREDENTIALS: readonly (readonly [name: string, group: string])[] = [
  ['secrets', ''],
  ['serviceaccounts/token', ''],
  ['tokenreviews', 'authentication.k8s.io'],
];
const NARROWING = ['users', 'userGroups', 'verbs', 'namespaces'] as const;

export default defineRule({
  id: 'audit-policy-logs-secrets',
  severity: 'error',
  profile: 'restricted',
  since: '0.1.0',
  docs: {
    summary: 'The audit log receives the content of Secrets or tokens.',
    why: 'At the levels `Request` and `RequestResponse` bodies are logged. For Secrets, token requests and token reviews the body is the credential: it then lies in log files and in every system that they are sent to.',
  },
  aliases: [],
  frameworks: [cis('3.2.2'), nsa('audit-logging'), mitre('T1552.001'), nist80053('AU-9'), pciDss('10.3.1'), soc2('CC6.1'), iso27001('8.15')],
  messages: {
    logged: 'The audit policy logs the content of {resource} (level {level}).',
  },
  visit: {
    resource(resource, report) {
      if (resource.kind !== 'Policy' || resource.group !== 'audit.k8s.io') return;
      const open = new Map(CREDENTIALS);
      for (const rule of resource.root.at('rules').items()) {
        const level = rule.at('level');
        if (level.isTemplated) return;
        for (const [name, group] of [...open]) {
          if (!covers(rule, name, group)) continue;
          if (level.is('Request', 'RequestResponse')) report(level, { message: 'logged', data: { resource: name, level: level.string ?? '' } });
          // What a rule without further conditions matches, no later rule sees.
          if (!NARROWING.some((key) => rule.locate([key]).isSet)) open.delete(name);
        }
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
            resources:
              - group: ""
                resources: [serviceaccounts/token]
              - group: authentication.k8s.io
                resources: [tokenreviews]
          - level: Request
      `,
    },
    {
      good: manifest`
        apiVersion: audit.k8s.io/v1
        kind: Policy
        rules:
          - level: Metadata
            resources:
              - group: ""
                resources: [secrets, serviceaccounts/token]
              - group: authentication.k8s.io
                resources: [tokenreviews]
          - level: Request
      `,
    },
  ],
});

/** Whether a rule of an audit policy matches requests for a resource. */
function covers(rule: Field<Loose>, name: string, group: string): boolean {
  const lists = rule.at('resources');
  if (!lists.isSet) return !rule.at('nonResourceURLs').isSet && onlyReads(rule) === false;
  const [parent] = name.split('/');
  return (
    onlyReads(rule) === false &&
    lists.items().some((list) => {
      if (String(list.at('group').value ?? '') !== group || list.at('resourceNames').isSet) return false;
      const resources = list.at('resources');
      return !resources.isSet || resources.items().some((item) => item.is(name, '*', `${parent ?? ''}/*`) && (item.value !== `${parent ?? ''}/*` || name.includes('/')));
    })
  );
}

/** Whether the rule matches only requests whose bodies hold nothing: deletions of single objects. */
function onlyReads(rule: Field<Loose>): boolean {
  const verbs = rule.at('verbs').items();
  return verbs.length > 0 && verbs.every((verb) => verb.is('delete', 'deletecollection'));
}
