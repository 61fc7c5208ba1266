import { defineRule, inPodSpec, nist80053, pss, same } from '../../kit/index.js';

/** Sources that reach past the pod; hostPath and gitRepo have rules of their own. */
const TYPES = [
  'awsElasticBlockStore', 'azureDisk', 'azureFile', 'cephfs', 'cinder', 'fc', 'flexVolume', 'flocker', 'gcePersistentDisk', 'glusterfs', 'iscsi', 'nfs',
  'photonPersistentDisk', 'portworxVolume', 'quobyte', 'rbd', 'scaleIO', 'storageos', 'vsphereVolume',
] as const;

export default defineRule({
  id: 'restricted-volume-type',
  severity: 'warning',
  profile: 'restricted',
  since: '0.1.0',
  docs: {
    summary: 'A pod names network storage itself instead of claiming a volume.',
    why: 'Whoever may write such a pod picks the server, the disk and the options of the mount, and the kubelet carries it out as root with the network of the node: data of other teams is one name away. With a PersistentVolumeClaim an administrator decides what may be mounted.',
    unless: 'the cluster has no provisioner for that storage, and admission limits which servers a pod may name.',
  },
  aliases: [same('pss', 'restrictedVolumes'), same('trivy', 'KSV-0028')],
  frameworks: [pss.restricted('volume-types'), nist80053('CM-7')],
  messages: {
    type: 'Volume {name} is of the type {type}, which the restricted standard does not allow.',
  },
  visit: {
    volume(volume, report) {
      for (const type of TYPES) {
        const source = volume.at(type);
        if (source.isSet) report(source, { message: 'type', data: { name: volume.name, type } });
      }
    },
  },
  examples: [
    {
      bad: inPodSpec`
        containers:
          - name: app
            image: registry.example.com/app:1.4.0
        volumes:
          - name: media
            nfs:
              server: nfs.example.com
              path: /exports/media
      `,
    },
    {
      good: inPodSpec`
        containers:
          - name: app
            image: registry.example.com/app:1.4.0
        volumes:
          - name: media
            persistentVolumeClaim:
              claimName: media
      `,
    },
  ],
});
