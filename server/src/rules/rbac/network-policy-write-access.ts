import { defineRule, grantsIn, iso27001, manifest, mitre, nist80053, nsa, pciDss, same, soc2, type Access } from '../../kit/index.js';

const ACCESS: Access = { verbs: ['create', 'update', 'patch', 'delete', 'deletecollection'], groups: ['networking.k8s.io', 'extensions'], resources: ['networkpolicies'] };

export default defineRule({
  id: 'network-policy-write-access',
  severity: 'information',
  profile: 'strict',
  since: '0.1.0',
  docs: {
    summary: 'A role can change or remove network policies.',
    why: 'Network policies are the walls between programs. An account that can take them down makes them worth as much as its own password.',
    unless: 'managing network policies is what the role is for.',
  },
  aliases: [
    same('trivy', 'KSV-0056'),
  ],
  frameworks: [nsa('rbac'), mitre('T1562'), nist80053('AC-6'), pciDss('7.2.5'), soc2('CC6.3'), iso27001('8.2')],
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
          - apiGroups: [networking.k8s.io]
            resources: [networkpolicies]
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
          - apiGroups: [networking.k8s.io]
            resources: [networkpolicies]
            verbs: [update]
            resourceNames: [web]
      `,
    },
  ],
});
