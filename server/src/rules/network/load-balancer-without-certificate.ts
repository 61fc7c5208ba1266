import { defineRule, hasCertificateAnnotation, manifest, nist80053, pciDss, same } from '../../kit/index.js';

export default defineRule({
  id: 'load-balancer-without-certificate',
  severity: 'hint',
  profile: 'all',
  since: '0.1.0',
  docs: {
    summary: 'A load balancer for port 443 is given no certificate.',
    why: 'Without a certificate the load balancer passes the bytes on and leaves TLS to the pods. Where they do not speak it, clients talk in plain text on a port that looks encrypted.',
    unless: 'the pods speak TLS themselves, as an ingress controller does, or the cloud\'s load balancer cannot.',
  },
  aliases: [same('kubescape', 'C-0231', 'ensure-https-loadbalancers-encrypted-with-tls-aws')],
  frameworks: [nist80053('SC-8(1)'), pciDss('4.2.1')],
  messages: { bare: 'The load balancer of {name} is given no certificate for port 443.' },
  visit: {
    resource(resource, report) {
      if (resource.kind !== 'Service' || resource.group !== '' || resource.isPartial) return;
      if (!resource.root.at('spec', 'type').is('LoadBalancer') || resource.root.at('metadata', 'annotations').isTemplated || hasCertificateAnnotation(resource)) return;
      for (const entry of resource.root.at('spec', 'ports').items()) {
        const port = entry.at('port');
        if (port.is(443) && !entry.at('protocol').is('UDP')) report(port, { message: 'bare', data: { name: resource.title } });
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
          annotations:
            service.beta.kubernetes.io/aws-load-balancer-backend-protocol: http
        spec:
          type: LoadBalancer
          selector:
            app: orders
          ports:
            - port: 443
              targetPort: 8080
      `,
    },
    {
      good: manifest`
        apiVersion: v1
        kind: Service
        metadata:
          name: orders
          annotations:
            service.beta.kubernetes.io/aws-load-balancer-backend-protocol: http
            service.beta.kubernetes.io/aws-load-balancer-ssl-cert: arn:aws:acm:eu-central-1:123456789012:certificate/1f0c
        spec:
          type: LoadBalancer
          selector:
            app: orders
          ports:
            - port: 443
              targetPort: 8080
      `,
    },
  ],
});
