import { allowancesOf, coversEveryAddress, defineRule, iso27001, manifest, mitre, nist800190, nist80053, nsa, pciDss } from '../../kit/index.js';

export default defineRule({
  id: 'ingress-from-everywhere',
  severity: 'information',
  profile: 'strict',
  since: '0.1.0',
  docs: {
    summary: 'A network policy lets connections from every address through.',
    why: 'A rule without peers, or with `0.0.0.0/0`, takes in every pod of the cluster, every node and, where a Service leads there, the internet. The port is then all that stands between an attacker and the program behind it.',
    unless: 'the pods serve the public, or are asked by monitoring that has no labels.',
  },
  aliases: [],
  frameworks: [nsa('network-policies'), mitre('T1190'), nist800190('4.3.3'), nist80053('SC-7'), pciDss('1.4.2'), iso27001('8.20')],
  messages: {
    block: '{name} lets connections from every address ({peer}) through.',
    unset: '{name} lets connections from everybody to some ports through, because the rule names no peer.',
  },
  visit: {
    resource(resource, report) {
      for (const { direction, everyPeer, everyPort, blocks, outside } of allowancesOf(resource)) {
        if (direction !== 'ingress') continue;
        if (everyPeer && !everyPort) report(everyPeer, { message: 'unset', data: { name: resource.title } });
        for (const { field, cidr } of blocks) {
          if (coversEveryAddress(cidr)) report(field, { message: 'block', data: { name: resource.title, peer: cidr } });
        }
        for (const field of outside) report(field, { message: 'block', data: { name: resource.title, peer: String(field.value) } });
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
                - ipBlock:
                    cidr: 0.0.0.0/0
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
                - ipBlock:
                    cidr: 10.20.0.0/16
              ports:
                - port: 8080
      `,
    },
  ],
});
