import { annotationsOf, defineRule, iso27001, manifest, mitre, nist80053, pciDss, within, type Field, type Place, type Resource } from '../../kit/index.js';

/** Policies of AWS load balancers by which TLS 1.0 or 1.1 is spoken. */
const AWS_POLICY = /^ELBSecurityPolicy-(?:20(?:11|14|15|16)-\d\d|TLS-1-[01]-.*|TLS13-1-[01]-.*|FS-(?:2018-06|1-1-2019-08)|FS-1-1-.*)$/u;
const AWS_KEYS: ReadonlySet<string> = new Set(['alb.ingress.kubernetes.io/ssl-policy', 'service.beta.kubernetes.io/aws-load-balancer-ssl-negotiation-policy']);
/** Protocols as nginx and HAProxy name them. */
const OLD_PROTOCOL = /\b(?:SSLv[23]|TLSv1(?:\.[01])?)(?![.\w])/u;

export default defineRule({
  id: 'weak-entrance-tls-version',
  severity: 'warning',
  profile: 'restricted',
  since: '0.1.0',
  docs: {
    summary: 'An entrance of the cluster speaks TLS 1.0 or 1.1.',
    why: 'Both versions are broken in ways that TLS 1.2 is not, and have been withdrawn (RFC 8996). Somebody in the network can have two sides that both know TLS 1.2 fall back to them.',
    unless: 'clients that know nothing newer have to be served.',
  },
  aliases: [],
  frameworks: [mitre('T1557'), nist80053('SC-8(1)'), nist80053('SC-13'), pciDss('4.2.1'), pciDss('12.3.3'), iso27001('8.24')],
  messages: { weak: '{name} speaks TLS versions that have been withdrawn ({value}).' },
  visit: {
    resource(resource, report) {
      for (const { place, value } of weakIn(resource)) report(place, { message: 'weak', data: { name: resource.title, value } });
    },
  },
  examples: [
    {
      bad: manifest`
        apiVersion: traefik.io/v1alpha1
        kind: TLSOption
        metadata:
          name: legacy
        spec:
          minVersion: VersionTLS10
      `,
    },
    {
      bad: manifest`
        apiVersion: networking.k8s.io/v1
        kind: Ingress
        metadata:
          name: shop
          annotations:
            alb.ingress.kubernetes.io/ssl-policy: ELBSecurityPolicy-2016-08
            alb.ingress.kubernetes.io/certificate-arn: arn:aws:acm:eu-central-1:123456789012:certificate/1f0c
      `,
    },
    {
      good: manifest`
        apiVersion: networking.istio.io/v1
        kind: Gateway
        metadata:
          name: edge
        spec:
          servers:
            - hosts: [shop.example.com]
              port:
                number: 443
                name: https
                protocol: HTTPS
              tls:
                mode: SIMPLE
                credentialName: shop-tls
                minProtocolVersion: TLSV1_2
      `,
    },
  ],
});

/** The places where an old version is let in. */
function weakIn(resource: Resource): { readonly place: Place; readonly value: string }[] {
  const { kind, group, root } = resource;
  const spec = root.at('spec');
  if (kind === 'Ingress' || kind === 'Service') {
    return annotationsOf(resource).filter(({ key, text }) => AWS_KEYS.has(key) && AWS_POLICY.test(text)).map(({ field, text }) => ({ place: field, value: text }));
  }
  if (kind === 'ConfigMap' && group === '') {
    return ['ssl-protocols', 'proxy-ssl-protocols'].flatMap((key) => {
      const field = root.at('data', key);
      const match = field.isTemplated ? null : OLD_PROTOCOL.exec(field.string ?? '');
      return match ? [{ place: within(field, { start: match.index, end: match.index + match[0].length }), value: match[0] }] : [];
    });
  }
  if (kind === 'Gateway' && group === 'networking.istio.io') return oneOf(spec.at('servers').items().map((server) => server.at('tls', 'minProtocolVersion')), 'TLSV1_0', 'TLSV1_1');
  if (kind === 'TLSOption' && group.startsWith('traefik.')) return oneOf([spec.at('minVersion')], 'VersionSSL30', 'VersionTLS10', 'VersionTLS11');
  if (kind === 'HTTPProxy' && group === 'projectcontour.io') return oneOf([spec.at('virtualhost', 'tls', 'minimumProtocolVersion')], '1.0', '1.1', 1.1);
  if (kind === 'ClientTrafficPolicy' && group === 'gateway.envoyproxy.io') return oneOf([spec.at('tls', 'minVersion')], '1.0', '1.1', 1.1);
  return [];
}

function oneOf(fields: readonly Field<unknown>[], ...values: readonly (string | number)[]): { readonly place: Place; readonly value: string }[] {
  return fields.filter(({ value }) => value !== undefined && (values as readonly unknown[]).includes(value)).map((field) => ({ place: field, value: String(field.value) }));
}
