import { defineRule, fix, isIngress, keyOf, manifest, mitre, nist80053, pciDss, same } from '../../kit/index.js';

export default defineRule({
  id: 'ingress-snippet',
  severity: 'warning',
  profile: 'restricted',
  since: '0.1.0',
  docs: {
    summary: 'An annotation of the Ingress writes raw configuration into the controller.',
    why: 'The controller serves everybody, and its service account can read all Secrets of the cluster. Whoever may write snippets can have the controller run code and hand that token out (CVE-2021-25742), so that the right to edit one Ingress becomes the right to read every Secret.',
    unless: 'the same people run the cluster and write its Ingresses.',
  },
  aliases: [same('checkov', 'CKV_K8S_153')],
  frameworks: [mitre('T1552.007'), nist80053('SI-10'), pciDss('6.2.4')],
  messages: { snippet: '{name} writes raw configuration into its controller ({key}).' },
  visit: {
    resource(resource, report) {
      if (!isIngress(resource)) return;
      for (const { key, field } of resource.root.at('metadata', 'annotations').entries()) {
        if (!key.includes('snippet')) continue;
        report(keyOf(field), { message: 'snippet', data: { name: resource.title, key }, fix: fix.remove(field, 'Remove the snippet', 'suggestion', resource.root) });
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
            nginx.ingress.kubernetes.io/configuration-snippet: |
              more_set_headers "X-Frame-Options: DENY";
        spec:
          rules:
            - host: shop.example.com
      `,
      fixed: manifest`
        apiVersion: networking.k8s.io/v1
        kind: Ingress
        metadata:
          name: shop
        spec:
          rules:
            - host: shop.example.com
      `,
    },
  ],
});
