import { defineRule, manifest, nist80053, nsa, same } from '../../kit/index.js';

const WANTED = ['max', 'min', 'default', 'defaultRequest'] as const;

export default defineRule({
  id: 'incomplete-limit-range',
  severity: 'hint',
  profile: 'all',
  since: '0.1.0',
  docs: {
    summary: 'No entry of the limit range sets bounds and defaults together.',
    why: 'Defaults catch the containers that say nothing, bounds those that say too much; with one of them missing, a pod of the namespace can still take what it likes.',
    unless: 'a quota bounds the namespace and only defaults are wanted.',
  },
  aliases: [same('trivy', 'KSV-0039')],
  frameworks: [nsa('resource-policies'), nist80053('SC-6')],
  messages: { incomplete: 'No entry of {name} sets all of max, min, default and defaultRequest.' },
  visit: {
    resource(resource, report) {
      if (resource.kind !== 'LimitRange' || resource.group !== '' || resource.isPartial) return;
      const limits = resource.root.at('spec', 'limits');
      const entries = limits.items();
      if (limits.isTemplated || entries.some((entry) => entry.isTemplated || (entry.at('type').isSet && WANTED.every((key) => entry.at(key).isSet || entry.at(key).isTemplated)))) return;
      report(limits, { message: 'incomplete', data: { name: resource.title } });
    },
  },
  examples: [
    {
      bad: manifest`
        apiVersion: v1
        kind: LimitRange
        metadata:
          name: defaults
        spec:
          limits:
            - type: Container
              default:
                memory: 256Mi
      `,
    },
    {
      good: manifest`
        apiVersion: v1
        kind: LimitRange
        metadata:
          name: bounds
        spec:
          limits:
            - type: Container
              max:
                memory: 1Gi
              min:
                memory: 16Mi
              default:
                memory: 256Mi
              defaultRequest:
                memory: 128Mi
      `,
    },
  ],
});
