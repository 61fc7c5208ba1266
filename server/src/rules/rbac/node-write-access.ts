import { defineRule, grantsIn, iso27001, manifest, nist80053, nsa, pciDss, soc2, type Access } from '../../kit/index.js';

const ACCESS: Access = { verbs: ['create', 'update', 'patch', 'delete', 'deletecollection'], groups: [''], resources: ['nodes', 'nodes/status'] };

export default defineRule({
  id: 'node-write-access',
  severity: 'information',
  profile: 'strict',
  since: '0.1.0',
  docs: {
    summary: 'A role can change or remove nodes.',
    why: 'Labels and taints decide which pods run where. Whoever changes them can draw pods with valuable Secrets onto a node under their control, or empty all others.',
    unless: 'the program manages nodes, such as an autoscaler or a cloud controller.',
  },
  aliases: [],
  frameworks: [nsa('rbac'), nist80053('AC-6'), pciDss('7.2.5'), soc2('CC6.3'), iso27001('8.2')],
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
            resources: [nodes]
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
          - apiGroups: [""]
            resources: [nodes]
            verbs: [update]
            resourceNames: [worker-1]
      `,
    },
  ],
});
