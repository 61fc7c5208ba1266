import { annotationsOf, defineRule, iso27001, manifest, mitre, near, nist80053, pciDss, soc2 } from '../../kit/index.js';

/** Annotations by which load balancers are kept inside, with the values that do so; each cloud has its own. */
const INTERNAL: readonly (readonly [key: RegExp, value: RegExp])[] = [
  [/^service\.beta\.kubernetes\.io\/aws-load-balancer-internal$/u, /^(?!false$)./u],
  [/^service\.beta\.kubernetes\.io\/aws-load-balancer-scheme$/u, /^internal$/u],
  [/^service\.beta\.kubernetes\.io\/(?:azure-load-balancer-internal|openstack-internal-load-balancer|oci-load-balancer-internal)$/u, /^true$/u],
  [/^(?:networking\.gke\.io|cloud\.google\.com)\/load-balancer-type$/u, /^internal$/iu],
  [/^service\.beta\.kubernetes\.io\/(?:alibaba-cloud-loadbalancer-address-type|do-loadbalancer-network)$/u, /^(?:intranet|internal)$/iu],
  [/^service\.kubernetes\.io\/(?:qcloud-loadbalancer-internal-subnetid|ibm-load-balancer-cloud-provider-ip-type)$/u, /^(?!public$)./u],
];
/** Annotations that name the addresses which may connect. */
const SOURCES = /^service\.beta\.kubernetes\.io\/(?:load-balancer-source-ranges|azure-allowed-service-tags|azure-allowed-ip-ranges)$|^networking\.gke\.io\/load-balancer-source-ranges$/u;

export default defineRule({
  id: 'public-load-balancer',
  severity: 'information',
  profile: 'strict',
  since: '0.1.0',
  docs: {
    summary: 'The Service\'s load balancer can be reached from everywhere.',
    why: 'Clouds give load balancers a public address unless told otherwise, and without `loadBalancerSourceRanges` everybody may connect.',
    unless: 'the Service is for the public, or the cluster has no way to the internet.',
  },
  aliases: [near('kubescape', 'C-0245', 'knows Azure only, and finds fault with every Service that is no load balancer')],
  frameworks: [mitre('T1133'), mitre('T1190'), nist80053('SC-7(5)'), pciDss('1.4.2'), soc2('CC6.6'), iso27001('8.20')],
  messages: { open: 'The load balancer of {name} can be reached from everywhere: it is neither internal nor limited to source ranges.' },
  visit: {
    resource(resource, report) {
      if (resource.kind !== 'Service' || resource.group !== '' || resource.isPartial) return;
      const type = resource.root.at('spec', 'type');
      const ranges = resource.root.at('spec', 'loadBalancerSourceRanges');
      const annotations = resource.root.at('metadata', 'annotations');
      if (!type.is('LoadBalancer') || ranges.isTemplated || ranges.items().length > 0 || annotations.isTemplated) return;
      if (annotations.entries().some(({ key, field }) => field.isTemplated && [SOURCES, ...INTERNAL.map(([pattern]) => pattern)].some((pattern) => pattern.test(key)))) return;
      if (annotationsOf(resource).some(({ key, text }) => SOURCES.test(key) || INTERNAL.some(([name, value]) => name.test(key) && value.test(text)))) return;
      report(type, { message: 'open', data: { name: resource.title } });
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
    {
      good: manifest`
        apiVersion: v1
        kind: Service
        metadata:
          name: orders
          annotations:
            service.beta.kubernetes.io/aws-load-balancer-scheme: internal
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
