import type { Field, Loose } from '../yaml/index.js';
import type { Resource } from './resource.js';

/** Whether an object is a Kubernetes Ingress, and not the kind of some other project. */
export function isIngress(resource: Resource): boolean {
  return resource.kind === 'Ingress' && (resource.group === 'networking.k8s.io' || resource.group === 'extensions' || resource.group === '');
}

/** The annotations of an object whose text is known. */
export function annotationsOf(resource: Resource): { readonly key: string; readonly field: Field<Loose>; readonly text: string }[] {
  return resource.root
    .at('metadata', 'annotations')
    .entries()
    .flatMap(({ key, field }) => (field.value === undefined || field.isTemplated ? [] : [{ key, field, text: String(field.value) }]));
}

/** Annotations by which controllers are given certificates outside of an Ingress's or Service's own fields. */
const CERTIFICATES: readonly RegExp[] = [
  /^alb\.ingress\.kubernetes\.io\/certificate-arn$/u,
  /^networking\.gke\.io\/(?:managed-certificates|certmap)$/u,
  /^ingress\.gcp\.kubernetes\.io\/pre-shared-cert$/u,
  /^appgw\.ingress\.kubernetes\.io\/appgw-ssl-certificate$/u,
  /^nginx\.ingress\.kubernetes\.io\/ssl-passthrough$/u,
  /^service\.beta\.kubernetes\.io\/(?:aws-load-balancer-ssl-cert|do-loadbalancer-certificate-id|oci-load-balancer-tls-secret|linode-loadbalancer-port-\d+|alibaba-cloud-loadbalancer-cert-id)$/u,
  /^load-balancer\.hetzner\.cloud\/http-(?:certificates|managed-certificate-name)$/u,
];

/** Whether an annotation gives the object's load balancer a certificate. */
export function hasCertificateAnnotation(resource: Resource): boolean {
  return resource.root.at('metadata', 'annotations').entries().some(({ key }) => CERTIFICATES.some((pattern) => pattern.test(key)));
}

/** Whether a name pattern as certificates have it (`*.example.com` for one label) stands for a host. */
export function hostMatches(pattern: string, host: string): boolean {
  const [own, other] = [pattern.toLowerCase(), host.toLowerCase()];
  if (own === other) return true;
  return own.startsWith('*.') && other.indexOf('.') > 0 && other.slice(other.indexOf('.')) === own.slice(1);
}
