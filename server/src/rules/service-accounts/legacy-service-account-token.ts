import { cis, defineRule, iso27001, manifest, mitre, nist80053, nsa, pciDss, soc2 } from '../../kit/index.js';

export default defineRule({
  id: 'legacy-service-account-token',
  severity: 'warning',
  profile: 'restricted',
  since: '0.1.0',
  docs: {
    summary: 'A Secret holds a token of a service account that never expires.',
    why: 'The control plane fills a Secret of this type with a token that is valid until the Secret is deleted, for everybody who reads it, anywhere. Tokens that pods get by themselves expire within hours and die with the pod.',
    unless: 'a system outside the cluster needs the token and can neither ask for short ones nor use its own identity.',
  },
  aliases: [],
  frameworks: [cis('5.1.6'), nsa('service-account-tokens'), mitre('T1528'), nist80053('IA-5'), pciDss('8.6.3'), soc2('CC6.1'), iso27001('5.17')],
  messages: {
    token: '{title} holds a token of the service account {account} that never expires.',
  },
  visit: {
    resource(resource, report) {
      if (resource.kind !== 'Secret' || resource.group !== '') return;
      const type = resource.root.at('type');
      const account = resource.metadata.at('annotations', 'kubernetes.io/service-account.name');
      if (type.value === 'kubernetes.io/service-account-token') report(type, { message: 'token', data: { title: resource.title, account: account.string ?? 'that it names' } });
    },
  },
  examples: [
    {
      bad: manifest`
        apiVersion: v1
        kind: Secret
        metadata:
          name: deployer-token
          namespace: shop
          annotations:
            kubernetes.io/service-account.name: deployer
        type: kubernetes.io/service-account-token
      `,
    },
    {
      good: manifest`
        apiVersion: v1
        kind: Secret
        metadata:
          name: web
          namespace: shop
        type: Opaque
      `,
    },
  ],
});
