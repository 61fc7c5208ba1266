import { cis, defineRule, iso27001, manifest, nist80053, same } from '../../kit/index.js';

export default defineRule({
  id: 'admission-without-event-rate-limit',
  severity: 'hint',
  profile: 'strict',
  since: '0.1.0',
  docs: {
    summary: 'The configuration of admission control sets no limit for events.',
    why: 'The plugin EventRateLimit takes its limits from this file. Without them a broken or hostile client can fill etcd with events and slow the API server down for everybody.',
    unless: 'the API server does not enable the plugin, or API Priority and Fairness holds events back well enough.',
  },
  aliases: [same('checkov', 'CKV_K8S_78')],
  frameworks: [cis('1.2.9'), nist80053('SC-5'), iso27001('8.6')],
  messages: { missing: '{title} does not configure EventRateLimit.' },
  visit: {
    resource(resource, report) {
      if (resource.kind !== 'AdmissionConfiguration' || resource.group !== 'apiserver.config.k8s.io' || resource.isPartial) return;
      const plugins = resource.root.at('plugins');
      if (plugins.isTemplated || plugins.document.hasTemplatedStructure || plugins.items().some((plugin) => plugin.at('name').is('EventRateLimit'))) return;
      report(plugins, { message: 'missing', data: { title: resource.title } });
    },
  },
  examples: [
    {
      bad: manifest`
        apiVersion: apiserver.config.k8s.io/v1
        kind: AdmissionConfiguration
        plugins:
          - name: ValidatingAdmissionWebhook
            path: webhooks.yaml
      `,
    },
    {
      title: 'With limits',
      good: manifest`
        apiVersion: apiserver.config.k8s.io/v1
        kind: AdmissionConfiguration
        plugins:
          - name: EventRateLimit
            path: event-limits.yaml
      `,
    },
  ],
});
