import { cis, defineRule, grantsIn, iso27001, manifest, mitre, nist80053, nsa, pciDss, soc2, type Access } from '../../kit/index.js';

const ACCESS: Access = { verbs: ['sign'], groups: ['certificates.k8s.io'], resources: ['signers'], names: ['kubernetes.io/kube-apiserver-client', 'kubernetes.io/*'] };

export default defineRule({
  id: 'certificate-signing',
  severity: 'warning',
  profile: 'restricted',
  since: '0.1.0',
  docs: {
    summary: 'A role can sign certificates.',
    why: 'A certificate of the cluster’s authority is a login that cannot be taken back before it expires, with a user name and groups of the signer’s choice, such as `system:masters`.',
    unless: 'the program is the signer, and the rule cannot name its own signers in `resourceNames`.',
  },
  aliases: [],
  frameworks: [cis('5.1.11'), nsa('rbac'), mitre('T1098'), nist80053('AC-6'), pciDss('7.2.5'), soc2('CC6.3'), iso27001('8.2')],
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
          - apiGroups: [certificates.k8s.io]
            resources: [signers]
            verbs: [sign]
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
          - apiGroups: [certificates.k8s.io]
            resources: [signers]
            verbs: [sign]
            resourceNames: ['example.com/web']
      `,
    },
  ],
});
