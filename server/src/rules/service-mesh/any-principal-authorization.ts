import { defineRule, iso27001, manifest, nist80053, nsa, pciDss, type Field, type Loose, type Resource } from '../../kit/index.js';

export default defineRule({
  id: 'any-principal-authorization',
  severity: 'information',
  profile: 'strict',
  since: '0.1.0',
  docs: {
    summary: 'A policy of the mesh allows every workload that has an identity.',
    why: 'Every pod in the mesh has an identity, that of a program which was taken over too. A policy for all of them keeps out callers without a sidecar, but tells no program from another.',
    unless: 'the workload serves the whole mesh.',
  },
  aliases: [],
  frameworks: [nsa('service-meshes'), nist80053('AC-6'), nist80053('IA-9'), pciDss('7.2.5'), iso27001('8.3')],
  messages: { any: '{name} allows every workload that has an identity ({value}).' },
  visit: {
    resource(resource, report) {
      for (const field of identitiesOf(resource)) {
        if (field.is('*')) report(field, { message: 'any', data: { name: resource.title, value: '*' } });
      }
    },
  },
  examples: [
    {
      bad: manifest`
        apiVersion: security.istio.io/v1
        kind: AuthorizationPolicy
        metadata:
          name: orders
        spec:
          selector:
            matchLabels:
              app: orders
          rules:
            - from:
                - source:
                    principals: ["*"]
      `,
    },
    {
      good: manifest`
        apiVersion: security.istio.io/v1
        kind: AuthorizationPolicy
        metadata:
          name: orders
        spec:
          selector:
            matchLabels:
              app: orders
          rules:
            - from:
                - source:
                    principals: [cluster.local/ns/shop/sa/web]
      `,
    },
  ],
});

function identitiesOf({ kind, group, root }: Resource): Field<Loose>[] {
  const spec = root.at('spec');
  if (kind === 'AuthorizationPolicy' && group === 'security.istio.io') {
    if (spec.at('action').isSet && !spec.at('action').is('ALLOW')) return [];
    return spec.at('rules').items().flatMap((rule) => rule.at('from').items()).flatMap((from) => from.at('source', 'principals').items());
  }
  if (kind === 'MeshTLSAuthentication' && group === 'policy.linkerd.io') return spec.at('identities').items();
  return kind === 'ServerAuthorization' && group === 'policy.linkerd.io' ? spec.at('client', 'meshTLS', 'identities').items() : [];
}
