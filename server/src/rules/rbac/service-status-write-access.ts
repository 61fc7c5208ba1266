import { defineRule, grantsIn, iso27001, manifest, mitre, near, nist80053, nsa, pciDss, soc2, type Access } from '../../kit/index.js';

const ACCESS: Access = { verbs: ['update', 'patch'], groups: [''], resources: ['services/status'] };

export default defineRule({
  id: 'service-status-write-access',
  severity: 'information',
  profile: 'restricted',
  since: '0.1.0',
  docs: {
    summary: 'A role can set the outside addresses of Services.',
    why: 'A node sends what is meant for an address in a Service’s status to that Service. Who writes the status can so draw traffic for any address to itself (CVE-2020-8554), which has no repair.',
    unless: 'the program is a load balancer controller, whose task this is.',
  },
  aliases: [
    near('checkov', 'CKV2_K8S_4', 'judges bindings of service accounts and nodes to roles of one rule'),
  ],
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
          - apiGroups: [""]
            resources: [services/status]
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
            resources: [services/status]
            verbs: [update]
            resourceNames: [web]
      `,
    },
  ],
});
