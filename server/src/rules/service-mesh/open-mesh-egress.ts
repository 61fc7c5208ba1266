import { defineRule, fix, iso27001, manifest, nist800190, nist80053, nsa, pciDss } from '../../kit/index.js';

export default defineRule({
  id: 'open-mesh-egress',
  severity: 'information',
  profile: 'strict',
  since: '0.1.0',
  docs: {
    summary: 'Workloads of the mesh may connect to hosts that nobody has registered.',
    why: 'With `ALLOW_ANY` the proxies pass on connections to every address. A program that has been taken over can fetch tools and send data out, and nothing names the hosts that it should need.',
    unless: 'network policies or an egress gateway limit what leaves the cluster.',
  },
  aliases: [],
  frameworks: [nsa('service-meshes'), nist800190('4.4.2'), nist80053('SC-7(5)'), pciDss('1.3.2'), iso27001('8.20')],
  messages: { any: '{name} lets workloads connect to hosts that nobody has registered.' },
  visit: {
    resource(resource, report) {
      const spec = resource.root.at('spec');
      const isMesh = resource.kind === 'IstioOperator' || (resource.kind === 'Istio' && resource.group === 'sailoperator.io');
      const policies = resource.kind === 'Sidecar' && resource.group === 'networking.istio.io' ? [spec] : isMesh ? [spec.at('meshConfig'), spec.at('values', 'meshConfig')] : [];
      for (const mode of policies.map((policy) => policy.at('outboundTrafficPolicy', 'mode'))) {
        if (mode.is('ALLOW_ANY')) report(mode, { message: 'any', data: { name: resource.title }, fix: fix.set(mode, 'REGISTRY_ONLY', 'Allow registered hosts only', 'suggestion') });
      }
    },
  },
  examples: [
    {
      bad: manifest`
        apiVersion: networking.istio.io/v1
        kind: Sidecar
        metadata:
          name: default
          namespace: shop
        spec:
          outboundTrafficPolicy:
            mode: ALLOW_ANY
      `,
      fixed: manifest`
        apiVersion: networking.istio.io/v1
        kind: Sidecar
        metadata:
          name: default
          namespace: shop
        spec:
          outboundTrafficPolicy:
            mode: REGISTRY_ONLY
      `,
    },
  ],
});
