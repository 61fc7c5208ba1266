import { cis, couldBeSecret, defineRule, formIn, iso27001, looksRandom, manifest, mitre, namesSecret, nist80053, nsa, pciDss, soc2, within } from '../../kit/index.js';

export default defineRule({
  id: 'annotation-secret',
  severity: 'error',
  profile: 'baseline',
  since: '0.1.0',
  docs: {
    summary: 'An annotation or label holds a secret.',
    why: 'Annotations and labels are shown by every tool, copied into metrics, logs and caches, and readable for everyone who may see the object at all. `kubectl apply` even writes a Secret’s whole content into one.',
  },
  aliases: [],
  frameworks: [cis('5.4.2'), nsa('secrets'), mitre('T1552.001'), nist80053('IA-5(7)'), pciDss('8.6.2'), soc2('CC6.1'), iso27001('5.17')],
  messages: {
    recognized: '{title} has {what} in {key}.',
    named: '{title} has the value of {key} in plain text.',
    applied: 'Secret {name} carries a copy of its content in {key}.',
  },
  visit: {
    resource(resource, report) {
      for (const part of ['annotations', 'labels'] as const) {
        for (const { key, field } of resource.metadata.at(part).entries()) {
          const text = field.string;
          if (text === undefined || field.isTemplated) continue;
          if (key === 'kubectl.kubernetes.io/last-applied-configuration') {
            if (resource.kind === 'Secret' && /"(?:data|stringData)"\s*:\s*\{\s*"/u.test(text)) report(field, { message: 'applied', data: { name: resource.name ?? '(unnamed)', key } });
            continue;
          }
          const form = formIn(text);
          const setting = key.slice(key.lastIndexOf('/') + 1);
          if (form) report(within(field, form.range), { message: 'recognized', data: { title: resource.title, what: form.what, key } });
          else if (namesSecret(setting) && couldBeSecret(text) && looksRandom(text) && !/[/]/u.test(text) && !/checksum|digest|hash|sha/iu.test(key)) report(field, { message: 'named', data: { title: resource.title, key } });
        }
      }
    },
  },
  examples: [
    {
      bad: manifest`
        apiVersion: v1
        kind: Service
        metadata:
          name: shop
          annotations:
            monitoring.example.com/webhook: https://hooks.slack.com/services/T0123456789/B0123456789/abcdefghijklmnopqrstuvwx
        spec:
          ports:
            - port: 80
      `,
    },
    {
      good: manifest`
        apiVersion: networking.k8s.io/v1
        kind: Ingress
        metadata:
          name: shop
          annotations:
            nginx.ingress.kubernetes.io/auth-secret: shop-basic-auth
        spec:
          defaultBackend:
            service:
              name: shop
              port:
                number: 80
      `,
    },
  ],
});
