import { defineRule, manifest, near, nist80053 } from '../../kit/index.js';

export default defineRule({
  id: 'shared-volume-claim',
  severity: 'hint',
  profile: 'all',
  since: '0.1.0',
  docs: {
    summary: 'A volume claim of a StatefulSet can be mounted by several nodes.',
    why: 'The pods of a StatefulSet have a volume each. One that others can mount, too, lets a second writer damage the data or read it along.',
    unless: 'the program is made to share its files.',
  },
  aliases: [
    near('kubesec', 'VolumeClaimAccessModeReadWriteOnce', 'wants exactly ReadWriteOnce, of one claim'),
  ],
  frameworks: [nist80053('SC-4')],
  messages: {
    mode: 'The volume claim {name} has the access mode {mode}.',
    unset: 'The volume claim {name} has no access mode.',
  },
  visit: {
    resource(resource, report) {
      if (resource.kind !== 'StatefulSet' || resource.isPartial) return;
      for (const claim of resource.root.at('spec', 'volumeClaimTemplates').items()) {
        const modes = claim.at('spec', 'accessModes');
        const name = String(claim.at('metadata', 'name').value ?? '(unnamed)');
        if (!modes.isSet && !modes.isTemplated) report(modes, { message: 'unset', data: { name } });
        for (const mode of modes.items()) if (!mode.isTemplated && !mode.is('ReadWriteOnce', 'ReadWriteOncePod')) report(mode, { message: 'mode', data: { name, mode: String(mode.value ?? '') } });
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
                accessModes: [ReadWriteMany]
                resources:
                  requests:
                    storage: 10Gi
      `,
    },
  ],
});
