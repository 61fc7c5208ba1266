import { cis, defineRule, grantsIn, iso27001, manifest, mitre, near, nist80053, nsa, pciDss, soc2, type Access } from '../../kit/index.js';

const ACCESS: Access = { verbs: ['create'], groups: [''], resources: ['serviceaccounts/token'] };

export default defineRule({
  id: 'service-account-token-creation',
  severity: 'warning',
  profile: 'restricted',
  since: '0.1.0',
  docs: {
    summary: 'A role can have tokens made for any service account of its scope.',
    why: 'With `serviceaccounts/token` one asks for a token of another account and acts as that account from then on. In a ClusterRole this includes those of `kube-system`, some of which can do everything.',
    unless: 'the program hands out tokens for others, and the rule cannot name the accounts in `resourceNames`.',
  },
  aliases: [
    near('kubescape', 'C-0282', 'judges roles together with their bindings'),
    near('kubescape', 'rule-can-create-service-account-token', 'judges roles together with their bindings'),
  ],
  frameworks: [cis('5.1.13'), nsa('rbac'), mitre('T1528'), nist80053('AC-6'), pciDss('7.2.5'), soc2('CC6.3'), iso27001('8.2')],
  messages: {
    granted: '{title} grants {verbs} on {resource}, so tokens of every account.',
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
            resources: [serviceaccounts/token]
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
            resources: [serviceaccounts/token]
            verbs: [create]
            resourceNames: [web]
      `,
    },
  ],
});
