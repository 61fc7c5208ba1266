import { defineRule, iso27001, manifest, mitre, nist80053, same } from '../../kit/index.js';

export default defineRule({
  id: 'external-name-service',
  severity: 'information',
  profile: 'strict',
  since: '0.1.0',
  docs: {
    summary: 'The Service leads to a DNS name outside of the namespace.',
    why: 'Clients are sent wherever the name points, past policies about Services and with a host name that the certificate there does not bear. Proxies and ingress controllers that follow such Services can be made to connect to internal addresses, those of the metadata service and of other tenants too.',
    unless: 'the name is that of a service which is on its way into the cluster, and its owner is trusted.',
  },
  aliases: [same('trivy', 'KSV-0108')],
  frameworks: [mitre('T1557'), nist80053('SC-7'), iso27001('8.20')],
  messages: { external: '{name} leads to {host}.' },
  visit: {
    resource(resource, report) {
      if (resource.kind !== 'Service' || resource.group !== '') return;
      const host = resource.root.at('spec', 'externalName');
      if (host.value !== undefined && host.value !== '' && !host.isTemplated) report(host, { message: 'external', data: { name: resource.title, host: String(host.value) } });
    },
  },
  examples: [
    {
      bad: manifest`
        apiVersion: v1
        kind: Service
        metadata:
          name: database
        spec:
          type: ExternalName
          externalName: db.example.com
      `,
    },
  ],
});
