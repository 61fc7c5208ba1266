import { defineRule, fix, iso27001, manifest, mitre, nist80053, nsa, pciDss } from '../../kit/index.js';

export default defineRule({
  id: 'unverified-destination-certificate',
  severity: 'warning',
  profile: 'restricted',
  since: '0.1.0',
  docs: {
    summary: 'Sidecars do not verify the certificate of the servers that they connect to.',
    why: 'Encryption to a server that nobody has verified is encryption to whoever answers: an attacker in the network can stand between sidecar and server and read and change everything.',
    unless: 'the server has a certificate that nothing can verify, and the network between the two is trusted.',
  },
  aliases: [],
  frameworks: [nsa('service-meshes'), nsa('encryption'), mitre('T1557'), nist80053('SC-8(1)'), nist80053('SC-23'), pciDss('4.2.1'), iso27001('8.24')],
  messages: { unverified: '{name} has clients connect to {host} without verifying its certificate.' },
  visit: {
    resource(resource, report) {
      if (resource.kind !== 'DestinationRule' || resource.group !== 'networking.istio.io') return;
      const spec = resource.root.at('spec');
      const policies = [spec.at('trafficPolicy'), ...spec.at('subsets').items().map((subset) => subset.at('trafficPolicy'))];
      for (const policy of policies.flatMap((one) => [one, ...one.at('portLevelSettings').items()])) {
        const setting = policy.at('tls', 'insecureSkipVerify');
        const mode = policy.at('tls', 'mode');
        if (!setting.is(true) || !mode.is('SIMPLE', 'MUTUAL')) continue; // The other modes verify in their own way or not at all.
        report(setting, { message: 'unverified', data: { name: resource.title, host: spec.at('host').string ?? 'its hosts' }, fix: fix.set(setting, false, 'Verify certificates', 'suggestion') });
      }
    },
  },
  examples: [
    {
      bad: manifest`
        apiVersion: networking.istio.io/v1
        kind: DestinationRule
        metadata:
          name: payments
        spec:
          host: payments.example.com
          trafficPolicy:
            tls:
              mode: SIMPLE
              insecureSkipVerify: true
      `,
      fixed: manifest`
        apiVersion: networking.istio.io/v1
        kind: DestinationRule
        metadata:
          name: payments
        spec:
          host: payments.example.com
          trafficPolicy:
            tls:
              mode: SIMPLE
              insecureSkipVerify: false
      `,
    },
  ],
});
