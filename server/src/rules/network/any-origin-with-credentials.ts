import { defineRule, iso27001, manifest, mitre, nist80053, pciDss, type Field, type Loose, type Resource } from '../../kit/index.js';

export default defineRule({
  id: 'any-origin-with-credentials',
  severity: 'warning',
  profile: 'restricted',
  since: '0.1.0',
  docs: {
    summary: 'A route lets the scripts of every website send requests with the user\'s cookies and read the answers.',
    why: 'Browsers keep other sites from reading answers unless the server allows their origin. A route that allows every origin together with credentials lets any page that a user opens act in the user\'s name and take away what it reads.',
  },
  aliases: [],
  frameworks: [mitre('T1190'), nist80053('AC-4'), pciDss('6.2.4'), iso27001('8.26')],
  messages: { open: '{name} lets every website act with the user\'s credentials (origin {origin}).' },
  visit: {
    resource(resource, report) {
      for (const { policy, origins } of policiesOf(resource)) {
        if (!policy.at('allowCredentials').is(true)) continue;
        for (const origin of origins) {
          if (origin.is('*', '.*', '^.*$', '.+')) report(origin, { message: 'open', data: { name: resource.title, origin: String(origin.value) } });
        }
      }
    },
  },
  examples: [
    {
      bad: manifest`
        apiVersion: networking.istio.io/v1
        kind: VirtualService
        metadata:
          name: orders
        spec:
          hosts: [orders.example.com]
          http:
            - corsPolicy:
                allowOrigins:
                  - regex: .*
                allowCredentials: true
              route:
                - destination:
                    host: orders
      `,
    },
    {
      good: manifest`
        apiVersion: networking.istio.io/v1
        kind: VirtualService
        metadata:
          name: orders
        spec:
          hosts: [orders.example.com]
          http:
            - corsPolicy:
                allowOrigins:
                  - exact: https://shop.example.com
                allowCredentials: true
              route:
                - destination:
                    host: orders
      `,
    },
  ],
});

interface CorsPolicy {
  readonly policy: Field<Loose>;
  readonly origins: readonly Field<Loose>[];
}

function policiesOf({ kind, group, root }: Resource): CorsPolicy[] {
  if (kind === 'VirtualService' && group === 'networking.istio.io') {
    return root.at('spec', 'http').items().map((route) => {
      const policy = route.at('corsPolicy');
      return { policy, origins: policy.at('allowOrigins').items().map((origin) => origin.at('regex')) };
    });
  }
  if (kind !== 'HTTPRoute' || group !== 'gateway.networking.k8s.io') return [];
  const filters = root.at('spec', 'rules').items().flatMap((rule) => rule.at('filters').items());
  return filters.map((filter) => ({ policy: filter.at('cors'), origins: filter.at('cors', 'allowOrigins').items() }));
}
