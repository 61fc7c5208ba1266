import { cis, defineRule, fix, manifest, nist80053, type Field, type Loose } from '../../kit/index.js';

export default defineRule({
  id: 'audit-policy-request-received',
  severity: 'hint',
  profile: 'strict',
  since: '0.1.0',
  docs: {
    summary: 'The audit policy logs every request twice.',
    why: 'Without `omitStages: [RequestReceived]` an event is written when a request arrives and another when it is answered. The first says nothing that the second does not, fills disks, and makes that old events are thrown away sooner.',
    unless: 'requests that are never answered must be seen.',
  },
  aliases: [],
  frameworks: [cis('3.2.1'), nist80053('AU-4')],
  messages: {
    unset: 'The audit policy logs requests when they arrive and again when they are answered.',
  },
  visit: {
    resource(resource, report) {
      if (resource.kind !== 'Policy' || resource.group !== 'audit.k8s.io' || resource.isPartial) return;
      const stages = resource.root.at('omitStages');
      const rules = resource.root.at('rules').items();
      const isOmitted = (list: Field<Loose>): boolean => list.isTemplated || list.items().some((item) => item.isTemplated || item.is('RequestReceived'));
      if (rules.length === 0 || isOmitted(stages) || rules.every((rule) => rule.at('level').is('None') || isOmitted(rule.at('omitStages')))) return;
      report(stages, { message: 'unset', fix: fix.append(stages, 'RequestReceived', 'Log requests only when they are answered', 'suggestion') });
    },
  },
  examples: [
    {
      bad: manifest`
        apiVersion: audit.k8s.io/v1
        kind: Policy
        omitStages: [Panic]
        rules:
          - level: Metadata
      `,
      fixed: manifest`
        apiVersion: audit.k8s.io/v1
        kind: Policy
        omitStages: [Panic, RequestReceived]
        rules:
          - level: Metadata
      `,
    },
    {
      good: manifest`
        apiVersion: audit.k8s.io/v1
        kind: Policy
        omitStages: [RequestReceived]
        rules:
          - level: Metadata
      `,
    },
  ],
});
