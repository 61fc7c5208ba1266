import { annotationsOf, defineRule, isIngress, manifest, mitre, nist80053, pciDss, same, within } from '../../kit/index.js';

export default defineRule({
  id: 'lua-in-ingress-snippet',
  severity: 'error',
  profile: 'baseline',
  since: '0.1.0',
  docs: {
    summary: 'A snippet of the Ingress runs Lua code in the controller or names its credentials.',
    why: 'Lua in a snippet runs inside the controller with all that it may do: it can read the token of the service account, which lies below a directory named `kubernetes.io`, and send it with the next answer. That is how CVE-2021-25742 is exploited.',
  },
  aliases: [same('checkov', 'CKV_K8S_152')],
  frameworks: [mitre('T1552.007'), mitre('T1528'), nist80053('SI-10'), pciDss('6.2.4')],
  messages: { code: 'The snippet {key} of {name} reaches into the controller ({word}).' },
  visit: {
    resource(resource, report) {
      if (!isIngress(resource)) return;
      for (const { key, field, text } of annotationsOf(resource)) {
        const match = key.includes('snippet') ? /\blua_\w*|\w*_lua(?:_\w*)?\b|\bkubernetes\.io\b/u.exec(text) : null;
        if (match) report(within(field, { start: match.index, end: match.index + match[0].length }), { message: 'code', data: { key, name: resource.title, word: match[0] } });
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
            nginx.ingress.kubernetes.io/configuration-snippet: content_by_lua_file /etc/nginx/lua/hello.lua;
        spec:
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
            nginx.ingress.kubernetes.io/rewrite-target: /lua_docs
        spec:
          rules:
            - host: shop.example.com
      `,
    },
  ],
});
