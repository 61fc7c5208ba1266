import { defineRule, iso27001, manifest, nist800190, nist80053, pciDss } from '../../kit/index.js';

export default defineRule({
  id: 'wildcard-service-entry',
  severity: 'information',
  profile: 'strict',
  since: '0.1.0',
  docs: {
    summary: 'A ServiceEntry registers every name of a domain as a host outside of the mesh.',
    why: 'The registry is the list of hosts that workloads may reach. A wildcard for a domain in which strangers can have names, such as that of a cloud\'s storage, lets a program that has been taken over send data to its attacker.',
    unless: 'all names of the domain belong to you.',
  },
  aliases: [],
  frameworks: [nist800190('4.4.2'), nist80053('SC-7(5)'), pciDss('1.3.2'), iso27001('8.20')],
  messages: { wildcard: '{name} registers every host that {host} matches.' },
  visit: {
    resource(resource, report) {
      if (resource.kind !== 'ServiceEntry' || resource.group !== 'networking.istio.io' || resource.root.at('spec', 'location').is('MESH_INTERNAL')) return;
      for (const host of resource.root.at('spec', 'hosts').items()) {
        if (!host.isTemplated && host.string?.startsWith('*') === true) report(host, { message: 'wildcard', data: { name: resource.title, host: host.string } });
      }
    },
  },
  examples: [
    {
      bad: manifest`
        apiVersion: networking.istio.io/v1
        kind: ServiceEntry
        metadata:
          name: storage
        spec:
          hosts: ["*.storage.example.com"]
          location: MESH_EXTERNAL
      `,
    },
    {
      good: manifest`
        apiVersion: networking.istio.io/v1
        kind: ServiceEntry
        metadata:
          name: storage
        spec:
          hosts: [invoices.storage.example.com]
          location: MESH_EXTERNAL
      `,
    },
  ],
});
