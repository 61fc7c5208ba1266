import { defineRule, manifest, mitre, nist800190, nist80053, nsa } from '../../kit/index.js';

export default defineRule({
  id: 'host-path-persistent-volume',
  severity: 'warning',
  profile: 'restricted',
  since: '0.1.0',
  docs: {
    summary: 'A PersistentVolume is a directory of a node.',
    why: 'A hostPath behind a claim passes every check of pods: whoever can use the claim has the directory of the node, and on another node finds another one, or none. Kubernetes means it for tests on a single node.',
    unless: 'the cluster is for development on one machine.',
  },
  aliases: [],
  frameworks: [nsa('host-paths'), nist800190('4.5.5'), nist80053('AC-6'), mitre('T1611')],
  messages: {
    path: 'PersistentVolume {name} is {path} of the node.',
  },
  visit: {
    resource(resource, report) {
      if (resource.kind !== 'PersistentVolume' || resource.group !== '') return;
      const hostPath = resource.root.at('spec', 'hostPath');
      if (!hostPath.isSet || hostPath.at('path').isTemplated) return;
      const path = hostPath.at('path');
      report(path.isSet ? path : hostPath, { message: 'path', data: { name: resource.name ?? '(unnamed)', path: String(path.value ?? 'a directory') } });
    },
  },
  examples: [
    {
      bad: manifest`
        apiVersion: v1
        kind: PersistentVolume
        metadata:
          name: shop
        spec:
          capacity:
            storage: 10Gi
          accessModes: [ReadWriteOnce]
          hostPath:
            path: /mnt/data
      `,
    },
    {
      title: 'A local volume belongs to one node, and pods are put there',
      good: manifest`
        apiVersion: v1
        kind: PersistentVolume
        metadata:
          name: shop
        spec:
          capacity:
            storage: 10Gi
          accessModes: [ReadWriteOnce]
          storageClassName: local
          local:
            path: /mnt/disks/ssd1
          nodeAffinity:
            required:
              nodeSelectorTerms:
                - matchExpressions:
                    - key: kubernetes.io/hostname
                      operator: In
                      values: [node-a]
      `,
    },
  ],
});
