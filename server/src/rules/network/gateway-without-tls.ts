import { defineRule, gdpr, hipaa, iso27001, manifest, mitre, nist80053, nsa, pciDss, soc2, type Field, type Loose, type Resource } from '../../kit/index.js';

export default defineRule({
  id: 'gateway-without-tls',
  severity: 'warning',
  profile: 'restricted',
  since: '0.1.0',
  docs: {
    summary: 'The Gateway serves plain HTTP only.',
    why: 'Without a listener that speaks TLS everybody on the way between client and cluster can read and change what is sent: passwords, session cookies, downloads.',
    unless: 'something in front of the Gateway ends TLS, or the Gateway only serves the inside of a mesh.',
  },
  aliases: [],
  frameworks: [
    nsa('encryption'), mitre('T1040'), mitre('T1557'), nist80053('SC-8(1)'), pciDss('4.2.1'), soc2('CC6.7'), hipaa('164.312(e)(2)(ii)'), gdpr('32(1)(a)'), iso27001('8.24'),
  ],
  messages: { plain: '{name} serves plain HTTP only.' },
  visit: {
    resource(resource, report) {
      const listeners = listenersOf(resource);
      const plain = listeners.find(({ protocol, redirects }) => protocol.is('HTTP', 'HTTP2', 'GRPC', 'GRPC-Web') && !redirects);
      if (resource.isPartial || !plain || listeners.some(({ protocol, item }) => item.isTemplated || protocol.isTemplated || protocol.is('HTTPS', 'TLS'))) return;
      report(plain.protocol, { message: 'plain', data: { name: resource.title } });
    },
  },
  examples: [
    {
      bad: manifest`
        apiVersion: gateway.networking.k8s.io/v1
        kind: Gateway
        metadata:
          name: edge
        spec:
          gatewayClassName: edge
          listeners:
            - name: http
              port: 80
              protocol: HTTP
              hostname: shop.example.com
      `,
    },
    {
      title: 'Plain HTTP beside HTTPS, for redirects',
      good: manifest`
        apiVersion: gateway.networking.k8s.io/v1
        kind: Gateway
        metadata:
          name: edge
        spec:
          gatewayClassName: edge
          listeners:
            - name: http
              port: 80
              protocol: HTTP
              hostname: shop.example.com
            - name: https
              port: 443
              protocol: HTTPS
              hostname: shop.example.com
              tls:
                certificateRefs:
                  - name: shop-tls
      `,
    },
  ],
});

interface Listener {
  readonly item: Field<Loose>;
  readonly protocol: Field<Loose>;
  readonly redirects: boolean;
}

function listenersOf({ kind, group, root }: Resource): Listener[] {
  if (kind !== 'Gateway') return [];
  if (group === 'gateway.networking.k8s.io') {
    const isMesh = /waypoint/u.test(root.at('spec', 'gatewayClassName').string ?? '');
    return isMesh ? [] : root.at('spec', 'listeners').items().map((item) => ({ item, protocol: item.at('protocol'), redirects: false }));
  }
  if (group !== 'networking.istio.io') return [];
  return root.at('spec', 'servers').items().map((item) => ({ item, protocol: item.at('port', 'protocol'), redirects: item.at('tls', 'httpsRedirect').is(true) }));
}
