import { defineRule, fix, manifest, mitre, nist80053, pciDss } from '../../kit/index.js';

export default defineRule({
  id: 'snippet-annotations-allowed',
  severity: 'warning',
  profile: 'restricted',
  since: '0.1.0',
  docs: {
    summary: 'The controller ingress-nginx takes raw configuration from everybody who may write Ingresses.',
    why: 'Snippets run inside the controller, whose service account can read the Secrets of all namespaces. With them allowed, the right to write one Ingress is the right to read every Secret of the cluster (CVE-2021-25742). The controller refuses them by default.',
    unless: 'the same people run the cluster and write its Ingresses.',
  },
  aliases: [],
  frameworks: [mitre('T1552.007'), nist80053('AC-6'), nist80053('SI-10'), pciDss('6.2.4')],
  messages: { allowed: '{name} has the controller take raw configuration from everybody who may write Ingresses.' },
  visit: {
    resource(resource, report) {
      if (resource.kind !== 'ConfigMap' || resource.group !== '') return;
      const setting = resource.root.at('data', 'allow-snippet-annotations');
      if (setting.is('true', true)) report(setting, { message: 'allowed', data: { name: resource.title }, fix: fix.set(setting, 'false', 'Refuse snippets', 'suggestion') });
    },
  },
  examples: [
    {
      bad: manifest`
        apiVersion: v1
        kind: ConfigMap
        metadata:
          name: ingress-nginx-controller
          namespace: ingress-nginx
        data:
          allow-snippet-annotations: "true"
      `,
      fixed: manifest`
        apiVersion: v1
        kind: ConfigMap
        metadata:
          name: ingress-nginx-controller
          namespace: ingress-nginx
        data:
          allow-snippet-annotations: "false"
      `,
    },
  ],
});
