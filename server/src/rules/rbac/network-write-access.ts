import { defineRule, grantsIn, iso27001, manifest, mitre, nist80053, nsa, pciDss, same, soc2, type Access } from '../../kit/index.js';

const ACCESS: readonly Access[] = [
  { verbs: ['create', 'update', 'patch', 'delete', 'deletecollection'], groups: [''], resources: ['services', 'endpoints'] },
  { verbs: ['create', 'update', 'patch', 'delete', 'deletecollection'], groups: ['discovery.k8s.io'], resources: ['endpointslices'] },
  { verbs: ['create', 'update', 'patch', 'delete', 'deletecollection'], groups: ['networking.k8s.io', 'extensions'], resources: ['ingresses'] },
];

export default defineRule({
  id: 'network-write-access',
  severity: 'hint',
  profile: 'strict',
  since: '0.1.0',
  docs: {
    summary: 'A role can change where traffic in the cluster goes.',
    why: 'Who writes Services, endpoints and Ingresses can lead other programs’ traffic to a pod of their own, and open programs to the outside.',
    unless: 'the program manages how programs are reached, such as an ingress controller or a delivery pipeline.',
  },
  aliases: [
    same('trivy', 'KSV-0056'),
  ],
  frameworks: [nsa('rbac'), mitre('T1557'), nist80053('AC-6'), pciDss('7.2.5'), soc2('CC6.3'), iso27001('8.2')],
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
          - apiGroups: [networking.k8s.io]
            resources: [ingresses]
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
            resources: [ingresses]
            verbs: [update]
            resourceNames: [web]
      `,
    },
  ],
});
