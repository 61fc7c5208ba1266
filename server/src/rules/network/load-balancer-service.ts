import { defineRule, manifest, mitre, nist80053, pciDss, same } from '../../kit/index.js';

export default defineRule({
  id: 'load-balancer-service',
  severity: 'hint',
  profile: 'all',
  since: '0.1.0',
  docs: {
    summary: 'The Service is given a load balancer of its own.',
    why: 'Each load balancer is one more entrance from outside, past the certificate, authentication and logs of the Ingress or Gateway that others go through.',
    unless: 'the Service is meant to be an entrance, as that of an ingress controller is.',
  },
  aliases: [same('kube-linter', 'exposed-services')],
  frameworks: [mitre('T1133'), nist80053('SC-7(3)'), pciDss('1.2.5')],
  messages: { open: '{name} is given a load balancer of its own.' },
  visit: {
    resource(resource, report) {
      if (resource.kind !== 'Service' || resource.group !== '') return;
      const type = resource.root.at('spec', 'type');
      if (type.is('LoadBalancer')) report(type, { message: 'open', data: { name: resource.title } });
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
          type: LoadBalancer
          selector:
            app: orders
          ports:
            - port: 443
      `,
    },
  ],
});
