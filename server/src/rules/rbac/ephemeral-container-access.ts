import { defineRule, grantsIn, iso27001, manifest, mitre, nist80053, nsa, pciDss, soc2, type Access } from '../../kit/index.js';

const ACCESS: Access = { verbs: ['update', 'patch'], groups: [''], resources: ['pods/ephemeralcontainers'] };

export default defineRule({
  id: 'ephemeral-container-access',
  severity: 'warning',
  profile: 'restricted',
  since: '0.1.0',
  docs: {
    summary: 'A role can put containers of its choice into running pods.',
    why: 'An ephemeral container shares the network and, if asked, the processes of a pod, runs as any user and from any image. It is at least as strong as `kubectl exec`, and works where the image has no shell.',
    unless: 'the role is for people who debug, and is bound to them only where they may.',
  },
  aliases: [],
  frameworks: [nsa('rbac'), mitre('T1609'), nist80053('AC-6'), pciDss('7.2.5'), soc2('CC6.3'), iso27001('8.2')],
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
            resources: [pods/ephemeralcontainers]
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
            resources: [pods/ephemeralcontainers]
            verbs: [update]
            resourceNames: [web-0]
      `,
    },
  ],
});
