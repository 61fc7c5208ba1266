import { allowancesOf, defineRule, iso27001, manifest, nist800190, nist80053, nsa, pciDss } from '../../kit/index.js';

export default defineRule({
  id: 'every-namespace-peer',
  severity: 'information',
  profile: 'strict',
  since: '0.1.0',
  docs: {
    summary: 'A network policy takes every pod of every namespace for a peer.',
    why: 'An empty `namespaceSelector` selects all namespaces, those of other teams and those that are made tomorrow too, and without a `podSelector` all pods in them. Whoever can run a pod anywhere in the cluster can then reach these pods, or be reached by them.',
    unless: 'the pods serve the whole cluster, as DNS and monitoring do.',
  },
  aliases: [],
  frameworks: [nsa('network-policies'), nist800190('4.3.3'), nist80053('SC-7(21)'), pciDss('1.2.5'), iso27001('8.22')],
  messages: {
    ingress: '{name} lets every pod of every namespace in.',
    egress: '{name} lets the pods that it selects connect to every pod of every namespace.',
  },
  visit: {
    resource(resource, report) {
      for (const { direction, everyNamespace } of allowancesOf(resource)) {
        for (const peer of everyNamespace) report(peer, { message: direction, data: { name: resource.title } });
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
          ingress:
            - from:
                - namespaceSelector: {}
              ports:
                - port: 8080
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
          ingress:
            - from:
                - namespaceSelector:
                    matchLabels:
                      kubernetes.io/metadata.name: shop
              ports:
                - port: 8080
      `,
    },
  ],
});
