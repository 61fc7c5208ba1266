import { defineRule, iso27001, manifest, nist80053, nsa, soc2 } from '../../kit/index.js';

export default defineRule({
  id: 'cluster-wide-sealed-secret',
  severity: 'warning',
  profile: 'restricted',
  since: '0.1.0',
  docs: {
    summary: 'A SealedSecret can be unsealed under any name, in any namespace.',
    why: 'A SealedSecret is bound to its name and namespace, so that nobody else can have the controller decrypt it. With the cluster-wide scope whoever can read the repository and write in any one namespace reads the secret.',
    unless: 'everybody who may create objects in the cluster may know the secret.',
  },
  aliases: [],
  frameworks: [nsa('secrets'), nist80053('IA-5'), soc2('CC6.1'), iso27001('5.17'), nist80053('AC-6')],
  messages: {
    scope: 'SealedSecret {name} can be unsealed in any namespace.',
  },
  visit: {
    resource(resource, report) {
      if (resource.kind !== 'SealedSecret' || resource.group !== 'bitnami.com') return;
      for (const metadata of [resource.metadata, resource.root.at('spec', 'template', 'metadata')]) {
        const scope = metadata.locate(['annotations', 'sealedsecrets.bitnami.com/cluster-wide']);
        if (!scope.is('true', true)) continue;
        report(scope, { message: 'scope', data: { name: resource.name ?? '(unnamed)' } });
        return;
      }
    },
  },
  examples: [
    {
      bad: manifest`
        apiVersion: bitnami.com/v1alpha1
        kind: SealedSecret
        metadata:
          name: shop
          annotations:
            sealedsecrets.bitnami.com/cluster-wide: "true"
        spec:
          encryptedData:
            password: AgBy8hCi
      `,
    },
    {
      good: manifest`
        apiVersion: bitnami.com/v1alpha1
        kind: SealedSecret
        metadata:
          name: shop
          namespace: shop
        spec:
          encryptedData:
            password: AgBy8hCi
      `,
    },
  ],
});
