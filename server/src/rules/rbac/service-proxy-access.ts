import { defineRule, grantsIn, iso27001, manifest, nist80053, nsa, pciDss, soc2, type Access } from '../../kit/index.js';

const ACCESS: Access = { verbs: ['get', 'create', 'update', 'patch', 'delete'], groups: [''], resources: ['pods/proxy', 'services/proxy'] };

export default defineRule({
  id: 'service-proxy-access',
  severity: 'information',
  profile: 'strict',
  since: '0.1.0',
  docs: {
    summary: 'A role can reach any pod or Service through the API server.',
    why: 'The API server makes the connection, so that network policies see it and not the caller. Programs that trust what comes from inside the cluster can be reached from wherever the API can.',
    unless: 'a tool of the team depends on the proxy, and the programs behind it ask for a login.',
  },
  aliases: [],
  frameworks: [nsa('rbac'), nist80053('AC-6'), nist80053('AC-4'), pciDss('7.2.5'), soc2('CC6.3'), iso27001('8.2')],
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
          - apiGroups: [""]
            resources: [services/proxy]
            verbs: [get]
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
            resources: [services/proxy]
            verbs: [get]
            resourceNames: [web-0]
      `,
    },
  ],
});
