import { defineRule, fix, iso27001, manifest, mitre, nist80053, soc2, within } from '../../kit/index.js';

export default defineRule({
  id: 'insecure-flux-source',
  severity: 'warning',
  profile: 'restricted',
  since: '0.1.0',
  docs: {
    summary: 'Flux fetches what it deploys over an insecure connection.',
    why: 'Over plain HTTP, or with a certificate that nobody checks, whoever stands between Flux and the source decides what runs in the cluster.',
  },
  aliases: [],
  frameworks: [nist80053('SC-8(1)'), nist80053('SI-7'), soc2('CC6.7'), mitre('T1557'), iso27001('8.24')],
  messages: {
    plain: '{title} fetches over plain HTTP ({url}).',
    insecure: '{title} fetches without a checked connection (insecure: true).',
  },
  visit: {
    resource(resource, report) {
      if (resource.group !== 'source.toolkit.fluxcd.io') return;
      const url = resource.root.at('spec', 'url');
      const insecure = resource.root.at('spec', 'insecure');
      if (/^http:\/\//u.test(url.string ?? '') && !url.isTemplated) report(within(url, { start: 0, end: 4 }), { message: 'plain', data: { title: resource.title, url: url.string ?? '' } });
      else if (insecure.is(true)) report(insecure, { message: 'insecure', data: { title: resource.title }, fix: fix.remove(insecure, 'Check the connection', 'suggestion') });
    },
  },
  examples: [
    {
      bad: manifest`
        apiVersion: source.toolkit.fluxcd.io/v1
        kind: OCIRepository
        metadata:
          name: shop
        spec:
          interval: 10m
          url: oci://registry.example.com/shop
          insecure: true
      `,
      fixed: manifest`
        apiVersion: source.toolkit.fluxcd.io/v1
        kind: OCIRepository
        metadata:
          name: shop
        spec:
          interval: 10m
          url: oci://registry.example.com/shop
      `,
    },
  ],
});
