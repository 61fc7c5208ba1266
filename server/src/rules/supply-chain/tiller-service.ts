import { defineRule, iso27001, manifest, nist80053, nsa, same, soc2 } from '../../kit/index.js';

export default defineRule({
  id: 'tiller-service',
  severity: 'warning',
  profile: 'baseline',
  since: '0.1.0',
  docs: {
    summary: 'A Service leads to Tiller, the server of Helm 2.',
    why: 'Tiller asks nobody who they are. The Service gives its port a name that every pod of the cluster can find.',
  },
  aliases: [
    same('checkov', 'CKV_K8S_44'),
  ],
  frameworks: [nist80053('CM-7'), nist80053('SA-22'), nsa('upgrades'), soc2('CC7.1'), iso27001('8.8')],
  messages: {
    service: 'Service {name} leads to Tiller ({value}).',
  },
  visit: {
    resource(resource, report) {
      if (resource.kind !== 'Service' || resource.group !== '') return;
      const fields = [resource.metadata.at('name'), ...resource.metadata.at('labels').entries().map(({ field }) => field), ...resource.root.at('spec', 'selector').entries().map(({ field }) => field)];
      const field = fields.find((one) => one.string?.toLowerCase().includes('tiller') === true && !one.isTemplated);
      if (field) report(field, { message: 'service', data: { name: resource.name ?? '(unnamed)', value: field.string ?? '' } });
    },
  },
  examples: [
    {
      bad: manifest`
        apiVersion: v1
        kind: Service
        metadata:
          name: tiller-deploy
          namespace: kube-system
        spec:
          selector:
            app: helm
          ports:
            - port: 44134
      `,
    },
  ],
});
