import { annotationsOf, defineRule, isIngress, manifest, mitre, nist80053, pciDss, same, within } from '../../kit/index.js';

const PREFIX = 'nginx.ingress.kubernetes.io/';
/** Annotations that are one address or path, and stand unquoted in the configuration that the controller writes. */
const ADDRESSES: ReadonlySet<string> = new Set(['auth-url', 'auth-signin', 'mirror-target', 'mirror-host', 'permanent-redirect', 'temporal-redirect', 'app-root', 'x-forwarded-prefix', 'rewrite-target']);
/** Characters that end a value or begin a block in nginx's configuration, and that no address holds unencoded. */
const BREAKING = /[\r\n;`<>"^|\\]|[{}]/u;
/** The same for the subject of a certificate, which is a regular expression. */
const SUBJECT = /[\r\n;{}#|]/u;

export default defineRule({
  id: 'ingress-annotation-injection',
  severity: 'error',
  profile: 'baseline',
  since: '0.1.0',
  docs: {
    summary: 'An annotation of the Ingress holds characters that break out of the controller\'s configuration.',
    why: 'The controller ingress-nginx writes annotations into the configuration of nginx. A line break, semicolon or brace in them ends the directive and begins one of the author\'s own, which runs code in the controller and reads every Secret of the cluster (CVE-2023-5043, CVE-2023-5044, CVE-2024-7646, CVE-2025-1097, CVE-2025-1098, CVE-2025-24514).',
    unless: 'another controller reads the annotations.',
  },
  aliases: [same('trivy', 'KCV-0093')],
  frameworks: [mitre('T1190'), mitre('T1552.007'), nist80053('SI-10'), pciDss('6.2.4')],
  messages: { breaking: 'The annotation {key} of {name} holds {character}, which ends the directive that it is written into.' },
  visit: {
    resource(resource, report) {
      if (!isIngress(resource)) return;
      const className = resource.root.at('spec', 'ingressClassName').string;
      if (className !== undefined && !/nginx/iu.test(className)) return;
      for (const { key, field, text } of annotationsOf(resource)) {
        if (!key.startsWith(PREFIX)) continue;
        const name = key.slice(PREFIX.length);
        const form = ADDRESSES.has(name) ? BREAKING : name === 'auth-tls-match-cn' ? SUBJECT : /snippet/u.test(name) ? undefined : /\r/u;
        const match = form?.exec(text.trimEnd());
        if (match) report(within(field, { start: match.index, end: match.index + 1 }), { message: 'breaking', data: { key, name: resource.title, character: /\s/u.test(match[0]) ? 'a line break' : match[0] } });
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
            nginx.ingress.kubernetes.io/permanent-redirect: "https://example.com;} server { listen 8080"
        spec:
          ingressClassName: nginx
          rules:
            - host: shop.example.com
      `,
    },
    {
      good: manifest`
        apiVersion: networking.k8s.io/v1
        kind: Ingress
        metadata:
          name: shop
          annotations:
            nginx.ingress.kubernetes.io/auth-url: https://auth.example.com/oauth2/auth
            nginx.ingress.kubernetes.io/auth-signin: https://auth.example.com/oauth2/start?rd=$escaped_request_uri
        spec:
          ingressClassName: nginx
          rules:
            - host: shop.example.com
      `,
    },
  ],
});
