import { allowancesOf, change, containsRange, coversEveryAddress, defineRule, manifest, mitre, nist800190, nist80053, nsa, pciDss, type Fix, type AddressBlock, fix } from '../../kit/index.js';

/** Where clouds tell a machine its name, configuration and credentials: nearly all of them, AWS over IPv6, Alibaba Cloud. */
const ENDPOINTS = ['169.254.169.254', 'fd00:ec2::254', '100.100.100.200'] as const;
/** Plain HTTP, everywhere. */
const PORT = 80;

export default defineRule({
  id: 'metadata-endpoint-egress',
  severity: 'warning',
  profile: 'restricted',
  since: '0.1.0',
  docs: {
    summary: 'A network policy lets pods reach the cloud\'s metadata service.',
    why: 'The metadata service gives the credentials of the node\'s cloud account to whoever asks from the node or a pod on it. One request that an attacker can make a program send there turns a flaw of a pod into access to the cloud.',
    unless: 'the pods need the node\'s own identity, or the cloud answers each pod with the pod\'s identity.',
  },
  aliases: [],
  frameworks: [nsa('cloud-infrastructure'), nsa('network-policies'), mitre('T1552.005'), nist800190('4.4.2'), nist80053('SC-7(5)'), pciDss('1.3.2')],
  messages: { reachable: '{name} lets pods reach the cloud\'s metadata service ({address}), which is in {cidr}.' },
  visit: {
    resource(resource, report) {
      for (const { direction, blocks, reaches } of allowancesOf(resource)) {
        if (direction !== 'egress' || reaches(PORT) !== true) continue;
        for (const block of blocks) {
          const address = ENDPOINTS.find((one) => containsRange(block.cidr, one) && !block.except.some((except) => containsRange(except, one)));
          if (address !== undefined) report(block.field, { message: 'reachable', data: { name: resource.title, address, cidr: block.cidr }, fix: exception(block) });
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
                    except:
                      - 10.0.0.0/8
                      - 100.64.0.0/10
      `,
      fixed: manifest`
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
                    except:
                      - 10.0.0.0/8
                      - 100.64.0.0/10
                      - 169.254.169.254/32
      `,
    },
    {
      title: 'The port of the metadata service is not let through',
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
              ports:
                - port: 443
      `,
    },
  ],
});

/** Leaves the service out of a wider range; a range that is only the service is there on purpose. */
function exception({ cidr, exceptions, except }: AddressBlock): Fix | undefined {
  if (!exceptions || !coversEveryAddress(cidr)) return undefined;
  const missing = ENDPOINTS.filter((one) => containsRange(cidr, one) && !except.some((other) => containsRange(other, one))).map((one) => (one.includes(':') ? `${one}/128` : `${one}/32`));
  const operations = exceptions.isSet ? missing.map((one) => change.append(exceptions, one)) : [change.set(exceptions, missing)];
  return fix.all('Leave the metadata service out', 'suggestion', ...operations);
}
