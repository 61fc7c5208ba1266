import { allowancesOf, coversEveryAddress, defineRule, iso27001, manifest, nist800190, nist80053, nsa, pciDss } from '../../kit/index.js';

export default defineRule({
  id: 'egress-to-everywhere',
  severity: 'information',
  profile: 'strict',
  since: '0.1.0',
  docs: {
    summary: 'A network policy lets connections to every address through, with nothing left out.',
    why: 'Every address is more than the internet: the pods of other teams, the nodes, the API server and the cloud\'s metadata service are among them. With the internal ranges in `except` only the internet is left.',
    unless: 'the pods have to reach all of that.',
  },
  aliases: [],
  frameworks: [nsa('network-policies'), nist800190('4.4.2'), nist80053('SC-7'), pciDss('1.3.2'), iso27001('8.20')],
  messages: { open: '{name} lets connections to every address ({peer}) through.' },
  visit: {
    resource(resource, report) {
      for (const { direction, blocks } of allowancesOf(resource)) {
        if (direction !== 'egress') continue;
        for (const { field, cidr, except } of blocks) {
          if (except.length === 0 && coversEveryAddress(cidr)) report(field, { message: 'open', data: { name: resource.title, peer: cidr } });
        }
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
          podSelector: {}
          policyTypes: [Egress]
          egress:
            - to:
                - ipBlock:
                    cidr: 0.0.0.0/0
              ports:
                - port: 443
      `,
    },
    {
      title: 'Only the internet',
      good: manifest`
        apiVersion: networking.k8s.io/v1
        kind: NetworkPolicy
        metadata:
          name: orders
        spec:
          podSelector: {}
          policyTypes: [Egress]
          egress:
            - to:
                - ipBlock:
                    cidr: 0.0.0.0/0
                    except: [10.0.0.0/8, 172.16.0.0/12, 192.168.0.0/16, 169.254.0.0/16]
              ports:
                - port: 443
      `,
    },
  ],
});
