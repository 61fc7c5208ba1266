import { defineRule, isIngress, iso27001, manifest, mitre, nist80053, type Field, type Loose, type Resource } from '../../kit/index.js';

export default defineRule({
  id: 'wildcard-host',
  severity: 'information',
  profile: 'strict',
  since: '0.1.0',
  docs: {
    summary: 'An entrance of the cluster takes requests for every host, or for every name of a domain.',
    why: 'Requests reach the program with any `Host` header, also for names that somebody else points at the address, which makes cache poisoning, forged links and the takeover of forgotten names possible. It also catches the traffic of hosts that other objects do not name exactly.',
    unless: 'the hosts are made at run time, one for each tenant for instance.',
  },
  aliases: [],
  frameworks: [mitre('T1190'), nist80053('SC-7(5)'), iso27001('8.20')],
  messages: {
    wildcard: '{name} takes requests for every host that {host} matches.',
    everything: '{name} takes requests for every host, because {where} names none.',
  },
  visit: {
    resource(resource, report) {
      for (const { field, where } of hostsOf(resource)) {
        const host = field.string;
        if (field.isTemplated) continue;
        // Istio puts the namespace of the workloads before the host.
        if (host?.slice(host.indexOf('/') + 1).startsWith('*') === true) report(field, { message: 'wildcard', data: { name: resource.title, host } });
        else if (!field.isSet || host === '') report(field, { message: 'everything', data: { name: resource.title, where } });
      }
    },
  },
  examples: [
    {
      bad: manifest`
        apiVersion: networking.k8s.io/v1
        kind: Ingress
        metadata:
          name: shop
        spec:
          rules:
            - host: "*.example.com"
      `,
    },
    {
      bad: manifest`
        apiVersion: gateway.networking.k8s.io/v1
        kind: Gateway
        metadata:
          name: edge
        spec:
          gatewayClassName: edge
          listeners:
            - name: https
              port: 443
              protocol: HTTPS
      `,
    },
    {
      good: manifest`
        apiVersion: networking.k8s.io/v1
        kind: Ingress
        metadata:
          name: shop
        spec:
          rules:
            - host: shop.example.com
      `,
    },
  ],
});

/** The places where hosts are named or could be. */
function hostsOf(resource: Resource): { readonly field: Field<Loose>; readonly where: string }[] {
  const spec = resource.root.at('spec');
  if (isIngress(resource)) {
    const rules = spec.at('rules').items().map((rule) => ({ field: rule.at('host'), where: 'a rule' }));
    return rules.length > 0 || !spec.at('defaultBackend').isSet || spec.at('rules').isTemplated ? rules : [{ field: spec.at('rules'), where: 'the default backend' }];
  }
  if (resource.kind !== 'Gateway') return [];
  if (resource.group === 'gateway.networking.k8s.io') {
    return spec.at('listeners').items().filter((listener) => listener.at('protocol').is('HTTP', 'HTTPS', 'TLS')).map((listener) => ({ field: listener.at('hostname'), where: 'a listener' }));
  }
  return resource.group === 'networking.istio.io' ? spec.at('servers').items().flatMap((server) => server.at('hosts').items().map((field) => ({ field, where: 'a server' }))) : [];
}
