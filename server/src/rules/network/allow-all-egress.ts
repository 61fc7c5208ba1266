import { allowancesOf, defineRule, iso27001, manifest, nist800190, nist80053, nsa, pciDss } from '../../kit/index.js';

export default defineRule({
  id: 'allow-all-egress',
  severity: 'information',
  profile: 'strict',
  since: '0.1.0',
  docs: {
    summary: 'A network policy lets the pods that it selects connect to everything.',
    why: 'A program that has been taken over can fetch tools, send data out and reach everything else in the cluster and the cloud\'s metadata service. Policies add up, so that no other one can take this back.',
    unless: 'the pods have to reach addresses that nobody knows beforehand, as a proxy or a crawler does.',
  },
  aliases: [],
  frameworks: [nsa('network-policies'), nist800190('4.4.2'), nist80053('SC-7(5)'), pciDss('1.3.2'), iso27001('8.22')],
  messages: { open: '{name} lets the pods that it selects connect to everything.' },
  visit: {
    resource(resource, report) {
      for (const { direction, everyPeer, everyPort } of allowancesOf(resource)) {
        if (direction === 'egress' && everyPeer && everyPort) report(everyPeer, { message: 'open', data: { name: resource.title } });
      }
    },
  },
  examples: [
    {
      bad: manifest`
        apiVersion: networking.k8s.io/v1
        kind: NetworkPolicy
        metadata:
          name: orders
        spec:
          podSelector:
            matchLabels:
              app: orders
          policyTypes: [Egress]
          egress:
            - {}
      `,
    },
    {
      good: manifest`
        apiVersion: networking.k8s.io/v1
        kind: NetworkPolicy
        metadata:
          name: orders
        spec:
          podSelector:
            matchLabels:
              app: orders
          policyTypes: [Egress]
          egress:
            - to:
                - podSelector:
                    matchLabels:
                      app: postgres
              ports:
                - port: 5432
      `,
    },
  ],
});
