import { defineRule, fix, iso27001, manifest, mitre, nist80053, nsa, pciDss } from '../../kit/index.js';

export default defineRule({
  id: 'permissive-mutual-tls',
  severity: 'warning',
  profile: 'restricted',
  since: '0.1.0',
  docs: {
    summary: 'Istio accepts plain text beside mutual TLS.',
    why: 'With `PERMISSIVE` every pod of the cluster can talk to these workloads without TLS and without an identity. Authorization policies that name no principal let it in, and nothing keeps callers from staying on plain text.',
    unless: 'workloads without a sidecar are being moved into the mesh.',
  },
  aliases: [],
  frameworks: [nsa('service-meshes'), mitre('T1040'), nist80053('SC-8(1)'), nist80053('IA-9'), pciDss('4.2.1'), iso27001('8.24')],
  messages: { permissive: '{name} accepts plain text beside mutual TLS.' },
  visit: {
    resource(resource, report) {
      if (resource.kind !== 'PeerAuthentication' || resource.group !== 'security.istio.io') return;
      const spec = resource.root.at('spec');
      for (const mode of [spec.at('mtls', 'mode'), ...spec.at('portLevelMtls').entries().map(({ field }) => field.at('mode'))]) {
        if (mode.is('PERMISSIVE')) report(mode, { message: 'permissive', data: { name: resource.title }, fix: fix.set(mode, 'STRICT', 'Demand mutual TLS', 'suggestion') });
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
            mode: PERMISSIVE
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
  ],
});
