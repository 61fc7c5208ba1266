import { defineRule, grantsIn, iso27001, manifest, mitre, nist80053, nsa, pciDss, soc2, type Access } from '../../kit/index.js';

const ACCESS: Access = { verbs: ['create', 'update', 'patch'], groups: ['apiregistration.k8s.io'], resources: ['apiservices'] };

export default defineRule({
  id: 'api-service-write-access',
  severity: 'warning',
  profile: 'restricted',
  since: '0.1.0',
  docs: {
    summary: 'A role can redirect parts of the Kubernetes API to a server of its choice.',
    why: 'The API server hands requests for an APIService’s group to the server that it names, with the caller’s identity. Whoever writes one can answer in place of the real API, and see what is asked.',
    unless: 'the program manages API servers of its own, and the rule cannot name them in `resourceNames`.',
  },
  aliases: [],
  frameworks: [nsa('rbac'), mitre('T1557'), nist80053('AC-6'), pciDss('7.2.5'), soc2('CC6.3'), iso27001('8.2')],
  messages: {
    granted: '{title} grants {verbs} on {resource}.',
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
          - apiGroups: [apiregistration.k8s.io]
            resources: [apiservices]
            verbs: [create]
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
          - apiGroups: [apiregistration.k8s.io]
            resources: [apiservices]
            verbs: [update]
            resourceNames: [v1beta1.metrics.k8s.io]
      `,
    },
  ],
});
