import { allowancesOf, cis, defineRule, iso27001, manifest, mitre, nist800190, nist80053, nsa, pciDss } from '../../kit/index.js';

export default defineRule({
  id: 'allow-all-ingress',
  severity: 'warning',
  profile: 'restricted',
  since: '0.1.0',
  docs: {
    summary: 'A network policy lets everybody connect to every port of the pods that it selects.',
    why: 'Policies add up: what one lets through no other can forbid. A rule without peers and ports therefore takes away all protection that other policies of the namespace give to these pods, and looks like protection to whoever counts policies.',
    unless: 'the pods are meant to be reached by everybody on every port, as a load balancer is.',
  },
  aliases: [],
  frameworks: [cis('5.3.2'), nsa('network-policies'), mitre('T1046'), nist800190('4.3.3'), nist80053('SC-7(5)'), pciDss('1.3.1'), iso27001('8.22')],
  messages: { open: '{name} lets everybody connect to every port of the pods that it selects.' },
  visit: {
    resource(resource, report) {
      for (const { direction, everyPeer, everyPort } of allowancesOf(resource)) {
        if (direction === 'ingress' && everyPeer && everyPort) report(everyPeer, { message: 'open', data: { name: resource.title } });
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
          policyTypes: [Ingress]
          ingress:
            - {}
      `,
    },
    {
      title: 'Nothing is let through',
      good: manifest`
        apiVersion: networking.k8s.io/v1
        kind: NetworkPolicy
        metadata:
          name: deny-by-default
        spec:
          podSelector: {}
          policyTypes: [Ingress]
          ingress: []
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
          policyTypes: [Ingress]
          ingress:
            - from:
                - podSelector:
                    matchLabels:
                      app: web
              ports:
                - port: 8080
      `,
    },
  ],
});
