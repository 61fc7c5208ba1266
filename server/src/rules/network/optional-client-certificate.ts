import { annotationsOf, defineRule, fix, manifest, mitre, nist80053, pciDss, type Field, type Loose, type Resource } from '../../kit/index.js';

export default defineRule({
  id: 'optional-client-certificate',
  severity: 'warning',
  profile: 'restricted',
  since: '0.1.0',
  docs: {
    summary: 'Clients are asked for a certificate, but let in without a valid one.',
    why: 'Mutual TLS keeps out whoever has no certificate. Where the certificate is optional or not verified, everybody is let in, and all depends on the program behind to look at a header that says how the check went.',
    unless: 'the program behind decides per request what clients without a certificate may do.',
  },
  aliases: [],
  frameworks: [mitre('T1190'), nist80053('IA-3'), nist80053('SC-23'), pciDss('8.3.1')],
  messages: { optional: '{name} lets clients in without a valid certificate ({value}).' },
  visit: {
    resource(resource, report) {
      for (const { field, strict } of settingsOf(resource)) {
        report(field, { message: 'optional', data: { name: resource.title, value: String(field.value) }, fix: fix.set(field, strict, 'Demand a valid certificate', 'suggestion') });
      }
    },
  },
  examples: [
    {
      bad: manifest`
        apiVersion: networking.k8s.io/v1
        kind: Ingress
        metadata:
          name: shop
          annotations:
            nginx.ingress.kubernetes.io/auth-tls-secret: shop/clients
            nginx.ingress.kubernetes.io/auth-tls-verify-client: optional_no_ca
        spec:
          tls:
            - secretName: shop-tls
      `,
      fixed: manifest`
        apiVersion: networking.k8s.io/v1
        kind: Ingress
        metadata:
          name: shop
          annotations:
            nginx.ingress.kubernetes.io/auth-tls-secret: shop/clients
            nginx.ingress.kubernetes.io/auth-tls-verify-client: "on"
        spec:
          tls:
            - secretName: shop-tls
      `,
    },
  ],
});

/** The settings that leave the check out, with what makes it. */
function settingsOf(resource: Resource): { readonly field: Field<Loose>; readonly strict: string }[] {
  const spec = resource.root.at('spec');
  if (resource.kind === 'Ingress') {
    return annotationsOf(resource).filter(({ key, text }) => key === 'nginx.ingress.kubernetes.io/auth-tls-verify-client' && /^(?:off|false|optional|optional_no_ca)$/u.test(text)).map(({ field }) => ({ field, strict: 'on' }));
  }
  if (resource.kind === 'Gateway' && resource.group === 'networking.istio.io') {
    return spec.at('servers').items().map((server) => server.at('tls', 'mode')).filter((mode) => mode.is('OPTIONAL_MUTUAL')).map((field) => ({ field, strict: 'MUTUAL' }));
  }
  if (resource.kind === 'TLSOption' && resource.group.startsWith('traefik.')) {
    const type = spec.at('clientAuth', 'clientAuthType');
    return type.is('RequestClientCert', 'RequireAnyClientCert', 'VerifyClientCertIfGiven') ? [{ field: type, strict: 'RequireAndVerifyClientCert' }] : [];
  }
  return [];
}
