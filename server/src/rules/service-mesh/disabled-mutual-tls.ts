import { defineRule, fix, gdpr, hipaa, iso27001, manifest, mitre, nist80053, nsa, pciDss, type Field, type Loose, type Resource } from '../../kit/index.js';

export default defineRule({
  id: 'disabled-mutual-tls',
  severity: 'warning',
  profile: 'baseline',
  since: '0.1.0',
  docs: {
    summary: 'Istio talks to these workloads in plain text.',
    why: 'With mutual TLS off, traffic between pods can be read and changed by whoever is on a node or in the network, and neither side knows who the other one is: authorization policies that name principals cannot match.',
    unless: 'the programs encrypt and authenticate themselves.',
  },
  aliases: [],
  frameworks: [
    nsa('service-meshes'), nsa('encryption'), mitre('T1040'), mitre('T1557'), nist80053('SC-8(1)'), nist80053('IA-9'), pciDss('4.2.1'), hipaa('164.312(e)(2)(ii)'), gdpr('32(1)(a)'), iso27001('8.24'),
  ],
  messages: {
    server: '{name} switches mutual TLS off for those who connect to its workloads.',
    client: '{name} has clients connect to {host} in plain text.',
    automatic: '{name} switches automatic mutual TLS off.',
  },
  visit: {
    resource(resource, report) {
      const spec = resource.root.at('spec');
      const name = resource.title;
      if (resource.kind === 'PeerAuthentication' && resource.group === 'security.istio.io') {
        for (const mode of [spec.at('mtls', 'mode'), ...spec.at('portLevelMtls').entries().map(({ field }) => field.at('mode'))]) {
          if (mode.is('DISABLE')) report(mode, { message: 'server', data: { name }, fix: fix.set(mode, 'STRICT', 'Demand mutual TLS', 'suggestion') });
        }
      }
      for (const mode of clientModes(resource)) {
        if (mode.is('DISABLE')) report(mode, { message: 'client', data: { name, host: spec.at('host').string ?? 'its hosts' }, fix: fix.set(mode, 'ISTIO_MUTUAL', 'Connect with mutual TLS', 'suggestion') });
      }
      if (resource.kind === 'IstioOperator' || (resource.kind === 'Istio' && resource.group === 'sailoperator.io')) {
        for (const setting of [spec.at('meshConfig', 'enableAutoMtls'), spec.at('values', 'meshConfig', 'enableAutoMtls')]) {
          if (setting.is(false)) report(setting, { message: 'automatic', data: { name } });
        }
      }
    },
  },
  examples: [
    {
      bad: manifest`
        apiVersion: security.istio.io/v1
        kind: PeerAuthentication
        metadata:
          name: default
          namespace: shop
        spec:
          mtls:
            mode: DISABLE
      `,
      fixed: manifest`
        apiVersion: security.istio.io/v1
        kind: PeerAuthentication
        metadata:
          name: default
          namespace: shop
        spec:
          mtls:
            mode: STRICT
      `,
    },
    {
      bad: manifest`
        apiVersion: networking.istio.io/v1
        kind: DestinationRule
        metadata:
          name: orders
        spec:
          host: orders.shop.svc.cluster.local
          trafficPolicy:
            tls:
              mode: DISABLE
      `,
      fixed: manifest`
        apiVersion: networking.istio.io/v1
        kind: DestinationRule
        metadata:
          name: orders
        spec:
          host: orders.shop.svc.cluster.local
          trafficPolicy:
            tls:
              mode: ISTIO_MUTUAL
      `,
    },
  ],
});

/** Every TLS mode of a DestinationRule: of its own policy, of subsets and of ports. */
function clientModes({ kind, group, root }: Resource): Field<Loose>[] {
  if (kind !== 'DestinationRule' || group !== 'networking.istio.io') return [];
  const spec = root.at('spec');
  const policies = [spec.at('trafficPolicy'), ...spec.at('subsets').items().map((subset) => subset.at('trafficPolicy'))];
  return policies.flatMap((policy) => [policy, ...policy.at('portLevelSettings').items()]).map((policy) => policy.at('tls', 'mode'));
}
