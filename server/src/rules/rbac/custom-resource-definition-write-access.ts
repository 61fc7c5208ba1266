import { defineRule, grantsIn, iso27001, manifest, mitre, nist80053, nsa, pciDss, soc2, type Access } from '../../kit/index.js';

const ACCESS: Access = { verbs: ['create', 'update', 'patch', 'delete', 'deletecollection'], groups: ['apiextensions.k8s.io'], resources: ['customresourcedefinitions'] };

export default defineRule({
  id: 'custom-resource-definition-write-access',
  severity: 'information',
  profile: 'strict',
  since: '0.1.0',
  docs: {
    summary: 'A role can change which resources the API has.',
    why: 'A CustomResourceDefinition can name a webhook that converts its objects: whoever writes one reads and changes every object of that kind. Whoever deletes one deletes all of its objects.',
    unless: 'installing extensions is what the role is for, as with an operator or a delivery pipeline.',
  },
  aliases: [],
  frameworks: [nsa('rbac'), mitre('T1485'), nist80053('AC-6'), pciDss('7.2.5'), soc2('CC6.3'), iso27001('8.2')],
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
          - apiGroups: [apiextensions.k8s.io]
            resources: [customresourcedefinitions]
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
          - apiGroups: [apiextensions.k8s.io]
            resources: [customresourcedefinitions]
            verbs: [update]
            resourceNames: [orders.shop.example.com]
      `,
    },
  ],
});
