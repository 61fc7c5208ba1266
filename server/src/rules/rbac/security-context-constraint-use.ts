import { defineRule, grantsIn, iso27001, manifest, mitre, nist80053, nsa, pciDss, soc2, type Access } from '../../kit/index.js';

const ACCESS: Access = { verbs: ['use'], groups: ['security.openshift.io'], resources: ['securitycontextconstraints'], names: ['privileged', 'hostaccess', 'hostmount-anyuid', 'hostnetwork', 'hostnetwork-v2', 'anyuid', 'node-exporter'] };

export default defineRule({
  id: 'security-context-constraint-use',
  severity: 'warning',
  profile: 'restricted',
  since: '0.1.0',
  docs: {
    summary: 'A role can run pods under a strong SecurityContextConstraint of OpenShift.',
    why: 'On OpenShift the constraints that an account may `use` decide what its pods may ask for. Under `privileged`, `hostaccess` or `hostmount-anyuid` a pod reaches the node, under `anyuid` it runs as root.',
    unless: 'the account belongs to an agent of the nodes that needs what the constraint allows.',
  },
  aliases: [],
  frameworks: [nsa('pod-security-enforcement'), nsa('rbac'), mitre('T1611'), nist80053('AC-6'), pciDss('7.2.5'), soc2('CC6.3'), iso27001('8.2')],
  messages: {
    granted: '{title} grants {verbs} on {resource} that let pods reach the node or run as root.',
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
          - apiGroups: [security.openshift.io]
            resources: [securitycontextconstraints]
            verbs: [use]
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
          - apiGroups: [security.openshift.io]
            resources: [securitycontextconstraints]
            verbs: [use]
            resourceNames: [restricted-v2]
      `,
    },
  ],
});
