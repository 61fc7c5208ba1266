import { defineRule, manifest, nist80053, nsa, same, soc2 } from '../../kit/index.js';

const WANTED = ['requests.cpu', 'requests.memory', 'limits.cpu', 'limits.memory'] as const;

export default defineRule({
  id: 'incomplete-resource-quota',
  severity: 'hint',
  profile: 'all',
  since: '0.1.0',
  docs: {
    summary: 'The quota leaves CPU or memory of the namespace unbounded.',
    why: 'A quota bounds only what it names. Whoever may create pods in the namespace can take all of the cluster\'s CPU or memory that is left out.',
    unless: 'another quota of the namespace bounds the rest, or this one is only about objects or storage.',
  },
  aliases: [same('trivy', 'KSV-0040')],
  frameworks: [nsa('resource-policies'), nist80053('SC-6'), soc2('A1.1')],
  messages: { incomplete: '{name} does not bound {missing}.' },
  visit: {
    resource(resource, report) {
      if (resource.kind !== 'ResourceQuota' || resource.group !== '' || resource.isPartial) return;
      const hard = resource.root.at('spec', 'hard');
      const missing = WANTED.filter((key) => !hard.at(key).isSet && !hard.at(key).isTemplated);
      if (missing.length > 0) report(hard, { message: 'incomplete', data: { name: resource.title, missing: missing.join(', ') } });
    },
  },
  examples: [
    {
      bad: manifest`
        apiVersion: v1
        kind: ResourceQuota
        metadata:
          name: team
        spec:
          hard:
            requests.cpu: "8"
            requests.memory: 32Gi
            limits.memory: 64Gi
      `,
    },
    {
      good: manifest`
        apiVersion: v1
        kind: ResourceQuota
        metadata:
          name: team
        spec:
          hard:
            requests.cpu: "8"
            requests.memory: 32Gi
            limits.cpu: "16"
            limits.memory: 64Gi
      `,
    },
  ],
});
