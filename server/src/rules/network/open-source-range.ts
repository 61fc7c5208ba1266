import { annotationsOf, coversEveryAddress, defineRule, iso27001, manifest, mitre, nist80053, pciDss, soc2, within } from '../../kit/index.js';

/** Annotations that list the addresses which may connect. */
const ALLOWED =
  /^nginx\.ingress\.kubernetes\.io\/(?:whitelist|allowlist)-source-range$|^alb\.ingress\.kubernetes\.io\/inbound-cidrs$|^haproxy\.org\/(?:allow-list|whitelist)$|^service\.beta\.kubernetes\.io\/(?:load-balancer-source-ranges|azure-allowed-ip-ranges)$/u;

export default defineRule({
  id: 'open-source-range',
  severity: 'information',
  profile: 'restricted',
  since: '0.1.0',
  docs: {
    summary: 'A list of addresses that may connect contains every address.',
    why: 'The list is there to keep others out. With `0.0.0.0/0` in it, it keeps nobody out and makes the other entries meaningless, while it looks like a restriction.',
    unless: 'the list must be there because a policy or a template asks for one, and the entrance is for the public.',
  },
  aliases: [],
  frameworks: [mitre('T1133'), nist80053('SC-7(5)'), pciDss('1.4.2'), soc2('CC6.6'), iso27001('8.20')],
  messages: { open: '{name} lets every address ({range}) connect.' },
  visit: {
    resource(resource, report) {
      if (resource.group === '' && resource.kind === 'Service') {
        for (const entry of resource.root.at('spec', 'loadBalancerSourceRanges').items()) {
          if (entry.string !== undefined && coversEveryAddress(entry.string)) report(entry, { message: 'open', data: { name: resource.title, range: entry.string } });
        }
      }
      for (const { key, field, text } of annotationsOf(resource)) {
        if (!ALLOWED.test(key)) continue;
        for (const part of text.matchAll(/[^\s,]+/gu)) {
          if (coversEveryAddress(part[0])) report(within(field, { start: part.index, end: part.index + part[0].length }), { message: 'open', data: { name: resource.title, range: part[0] } });
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
          name: orders
        spec:
          type: LoadBalancer
          loadBalancerSourceRanges:
            - 192.0.2.0/24
            - 0.0.0.0/0
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
        spec:
          type: LoadBalancer
          loadBalancerSourceRanges:
            - 192.0.2.0/24
          selector:
            app: orders
          ports:
            - port: 443
      `,
    },
  ],
});
