import { cis, defineRule, fix, iso27001, manifest, mitre, nist80053, pciDss, same } from '../../kit/index.js';

export default defineRule({
  id: 'external-ips',
  severity: 'warning',
  profile: 'restricted',
  since: '0.1.0',
  docs: {
    summary: 'The Service claims addresses of its own choice (`externalIPs`).',
    why: 'Every node sends traffic for these addresses to the Service, whoever they belong to. Whoever may write Services can so take over the traffic of the whole cluster to any address outside (CVE-2020-8554), and Kubernetes has no way to tell whose addresses they are.',
    unless: 'the addresses are routed to the nodes, and admission control limits who may claim which.',
  },
  aliases: [same('trivy', 'KSV-0108')],
  frameworks: [cis('1.2.3'), mitre('T1557'), nist80053('SC-7'), pciDss('1.4.3'), iso27001('8.20')],
  messages: { claimed: '{name} claims traffic for the address {address}.', some: '{name} claims traffic for addresses of its own choice.' },
  visit: {
    resource(resource, report) {
      if (resource.kind !== 'Service' || resource.group !== '') return;
      const addresses = resource.root.at('spec', 'externalIPs');
      for (const address of addresses.items()) {
        const removal = fix.remove(address, 'Remove the address', 'suggestion', resource.root.at('spec'));
        if (address.isTemplated) report(address, { message: 'some', data: { name: resource.title } });
        else if (address.isSet) report(address, { message: 'claimed', data: { name: resource.title, address: String(address.value) }, fix: removal });
      }
    },
  },
  examples: [
    {
      bad: manifest`
        apiVersion: v1
        kind: Service
        metadata:
          name: orders
        spec:
          selector:
            app: orders
          ports:
            - port: 443
          externalIPs:
            - 198.51.100.32
      `,
      fixed: manifest`
        apiVersion: v1
        kind: Service
        metadata:
          name: orders
        spec:
          selector:
            app: orders
          ports:
            - port: 443
      `,
    },
  ],
});
