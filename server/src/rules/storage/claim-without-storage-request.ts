import { defineRule, manifest, near, nist80053 } from '../../kit/index.js';

export default defineRule({
  id: 'claim-without-storage-request',
  severity: 'warning',
  profile: 'strict',
  since: '0.1.0',
  docs: {
    summary: 'A volume claim of a StatefulSet requests no storage.',
    why: 'The API server refuses a claim without a request, so that the pods of the StatefulSet never start.',
  },
  aliases: [
    near('kubesec', 'VolumeClaimRequestsStorage', 'is content with one claim that requests storage'),
  ],
  frameworks: [nist80053('SC-6')],
  messages: {
    unset: 'The volume claim {name} requests no storage.',
  },
  visit: {
    resource(resource, report) {
      if (resource.kind !== 'StatefulSet' || resource.isPartial) return;
      for (const claim of resource.root.at('spec', 'volumeClaimTemplates').items()) {
        const request = claim.at('spec', 'resources', 'requests', 'storage');
        if (!request.isSet && !request.isTemplated) report(request, { message: 'unset', data: { name: String(claim.at('metadata', 'name').value ?? '(unnamed)') } });
      }
    },
  },
  examples: [
    {
      bad: manifest`
        apiVersion: apps/v1
        kind: StatefulSet
        metadata:
          name: db
        spec:
          serviceName: db
          selector:
            matchLabels: {app: db}
          template:
            metadata:
              labels: {app: db}
            spec:
              containers:
                - name: db
                  image: postgres:17.2
          volumeClaimTemplates:
            - metadata:
                name: data
              spec:
                accessModes: [ReadWriteOnce]
      `,
    },
  ],
});
