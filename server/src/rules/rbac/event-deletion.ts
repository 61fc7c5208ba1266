import { defineRule, grantsIn, iso27001, manifest, mitre, near, nist80053, nsa, same, soc2, type Access } from '../../kit/index.js';

const ACCESS: readonly Access[] = [
  { verbs: ['delete', 'deletecollection'], groups: ['', 'events.k8s.io'], resources: ['events'] },
  { verbs: ['delete', 'deletecollection'], groups: [''], resources: ['pods/log'] },
];

export default defineRule({
  id: 'event-deletion',
  severity: 'information',
  profile: 'strict',
  since: '0.1.0',
  docs: {
    summary: 'A role can delete events or logs.',
    why: 'Events tell what happened in the cluster. Who deletes them covers their tracks, and hardly any program has another reason to.',
    unless: 'the program is there to tidy up events.',
  },
  aliases: [
    same('trivy', 'KSV-0042'),
    near('kubescape', 'C-0031', 'judges roles together with their bindings'),
    near('kubescape', 'rule-can-delete-k8s-events-v1', 'judges roles together with their bindings'),
  ],
  frameworks: [nsa('rbac'), mitre('T1070'), nist80053('AU-9'), soc2('CC7.2'), iso27001('8.15')],
  messages: {
    granted: '{title} grants {verbs} on {resource}.',
  },
  visit: {
    resource(resource, report) {
      for (const { place, words } of grantsIn(resource, ...ACCESS)) report(place, { message: 'granted', data: words });
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
          - apiGroups: [""]
            resources: [events]
            verbs: [delete]
      `,
    },
    {
      title: 'the rule names the objects that it is for',
      good: manifest`
        apiVersion: rbac.authorization.k8s.io/v1
        kind: ClusterRole
        metadata:
          name: operator
        rules:
          - apiGroups: [""]
            resources: [events]
            verbs: [delete]
            resourceNames: [web]
      `,
    },
  ],
});
