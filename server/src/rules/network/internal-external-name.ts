import { containsRange, defineRule, manifest, mitre, nist80053, pciDss } from '../../kit/index.js';

/** Addresses that mean something else to the one who follows the name: its own, its link's, those of metadata services. */
const RANGES = ['127.0.0.0/8', '169.254.0.0/16', '0.0.0.0/32', '100.100.100.200/32'] as const;
const NAMES = /^(?:localhost|metadata\.google\.internal|kubernetes\.default(?:\.svc(?:\.cluster\.local)?)?|instance-data(?:\.ec2\.internal)?)\.?$/iu;

export default defineRule({
  id: 'internal-external-name',
  severity: 'error',
  profile: 'baseline',
  since: '0.1.0',
  docs: {
    summary: 'A Service of type ExternalName leads to the machine that asks, to a metadata service or to the API server.',
    why: 'An ingress controller or proxy that follows the name connects to its own administration port, to the credentials of its node or to the API server, on behalf of whoever sends a request from outside. No program needs a Service for that.',
  },
  aliases: [],
  frameworks: [mitre('T1552.005'), nist80053('SC-7'), pciDss('1.4.2')],
  messages: { internal: '{name} leads to {host}, which is not a service outside of the cluster.' },
  visit: {
    resource(resource, report) {
      if (resource.kind !== 'Service' || resource.group !== '') return;
      const host = resource.root.at('spec', 'externalName');
      const text = host.isTemplated ? undefined : host.string;
      if (text !== undefined && (NAMES.test(text) || RANGES.some((range) => containsRange(range, text)))) report(host, { message: 'internal', data: { name: resource.title, host: text } });
    },
  },
  examples: [
    {
      bad: manifest`
        apiVersion: v1
        kind: Service
        metadata:
          name: helper
        spec:
          type: ExternalName
          externalName: localhost
      `,
    },
    {
      good: manifest`
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
