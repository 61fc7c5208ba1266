import { defineRule, grantsIn, iso27001, manifest, mitre, nist80053, nsa, pciDss, soc2, type Access } from '../../kit/index.js';

const ACCESS: Access = { verbs: ['update', 'patch'], groups: [''], resources: ['namespaces'] };

export default defineRule({
  id: 'namespace-write-access',
  severity: 'warning',
  profile: 'restricted',
  since: '0.1.0',
  docs: {
    summary: 'A role can change namespaces.',
    why: 'A namespace’s labels say which Pod Security level holds in it and which network policies let it through. Who changes them lifts the limits that the namespace has.',
    unless: 'the program manages namespaces.',
  },
  aliases: [],
  frameworks: [nsa('rbac'), mitre('T1562'), nist80053('AC-6'), pciDss('7.2.5'), soc2('CC6.3'), iso27001('8.2')],
  messages: {
    granted: '{title} grants {verbs} on {resource}, so on their Pod Security levels.',
  },
  visit: {
    resource(resource, report) {
      for (const { place, words } of grantsIn(resource, ACCESS)) report(place, { message: 'granted', data: words });
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
            resources: [namespaces]
            verbs: [update]
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
            resources: [namespaces]
            verbs: [update]
            resourceNames: [web]
      `,
    },
  ],
});
