import { defineRule, isIngress, manifest, mitre, nist80053, pciDss, within } from '../../kit/index.js';

export default defineRule({
  id: 'ingress-path-injection',
  severity: 'error',
  profile: 'baseline',
  since: '0.1.0',
  docs: {
    summary: 'A path of the Ingress holds characters that break out of the controller\'s configuration.',
    why: 'Paths of type ImplementationSpecific are not checked by the API. ingress-nginx writes them into the configuration of nginx, where a line break, semicolon or quote begins a directive of the author\'s own: code in the controller, which can read every Secret of the cluster (CVE-2021-25745, CVE-2021-25748).',
    unless: 'another controller reads the Ingress, and its paths are expressions of its own.',
  },
  aliases: [],
  frameworks: [mitre('T1190'), mitre('T1552.007'), nist80053('SI-10'), pciDss('6.2.4')],
  messages: { breaking: 'The path {path} of {name} holds {character}, which ends the directive that it is written into.' },
  visit: {
    resource(resource, report) {
      if (!isIngress(resource)) return;
      for (const entry of resource.root.at('spec', 'rules').items().flatMap((rule) => rule.at('http', 'paths').items())) {
        const path = entry.at('path');
        const text = path.isTemplated ? '' : (path.string ?? '');
        const match = /[\r\n;"]|\s[{}]|[{}]\s/u.exec(text);
        if (!match) continue;
        const place = within(path, { start: match.index, end: match.index + match[0].length });
        report(place, { message: 'breaking', data: { path: text.split(/[\r\n]/u)[0] ?? '', name: resource.title, character: /[\r\n]/u.test(match[0]) ? 'a line break' : match[0].trim() } });
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
        spec:
          rules:
            - host: shop.example.com
              http:
                paths:
                  - path: /x {} location /token
                    pathType: ImplementationSpecific
                    backend:
                      service:
                        name: web
                        port:
                          number: 80
      `,
    },
    {
      title: 'A regular expression',
      good: manifest`
        apiVersion: networking.k8s.io/v1
        kind: Ingress
        metadata:
          name: shop
        spec:
          rules:
            - host: shop.example.com
              http:
                paths:
                  - path: /api/v[0-9]{1,2}(/|$)(.*)
                    pathType: ImplementationSpecific
                    backend:
                      service:
                        name: web
                        port:
                          number: 80
      `,
    },
  ],
});
