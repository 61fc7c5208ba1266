import { cis, defineRule, fix, manifest, mitre, nsa } from '../../kit/index.js';

export default defineRule({
  id: 'service-account-automount',
  severity: 'hint',
  profile: 'all',
  since: '0.1.0',
  docs: {
    summary: 'A service account gives its token to every pod that says nothing about it.',
    why: 'Most programs never call the Kubernetes API. Where the account says `automountServiceAccountToken: false`, the few pods that need the token ask for it, and the others carry no key to the API server.',
    unless: 'every pod that runs under the account calls the Kubernetes API.',
  },
  aliases: [],
  frameworks: [cis('5.1.6'), nsa('service-account-tokens'), mitre('T1528')],
  messages: {
    unset: '{title} gives its token to every pod that does not refuse it, because that is the default.',
    mounted: '{title} gives its token to every pod that does not refuse it (automountServiceAccountToken: true).',
  },
  visit: {
    resource(resource, report) {
      if (resource.kind !== 'ServiceAccount' || resource.group !== '' || resource.name === 'default') return; // The account default has a rule of its own.
      const setting = resource.root.at('automountServiceAccountToken');
      if (setting.value === false || setting.isTemplated) return;
      report(setting, { message: setting.isSet ? 'mounted' : 'unset', data: { title: resource.title }, fix: fix.set(setting, false, 'Do not mount the token by default', 'suggestion') });
    },
  },
  examples: [
    {
      bad: manifest`
        apiVersion: v1
        kind: ServiceAccount
        metadata:
          name: web
          namespace: shop
      `,
      fixed: manifest`
        apiVersion: v1
        kind: ServiceAccount
        metadata:
          name: web
          namespace: shop
        automountServiceAccountToken: false
      `,
    },
  ],
});
