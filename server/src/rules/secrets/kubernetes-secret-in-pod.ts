import { cis, defineRule, inPodSpec, near, nsa } from '../../kit/index.js';

export default defineRule({
  id: 'kubernetes-secret-in-pod',
  severity: 'hint',
  profile: 'all',
  since: '0.1.0',
  docs: {
    summary: 'A pod takes its secrets from Secrets of the cluster, not from an external store.',
    why: 'A store outside of the cluster keeps an account of who reads what, changes values by itself and keeps them out of etcd and its backups. The Secrets Store CSI driver mounts from it what a pod needs.',
    unless: 'a controller fills the Secrets from a store, or the cluster encrypts them with a key of its own.',
  },
  aliases: [
    near('kubescape', 'ensure-external-secrets-storage-is-in-use', 'fails pods that use no secret, too'),
    near('kubescape', 'C-0234', 'fails pods that use no secret, too'),
    near('kubescape', 'workload-mounted-secrets', 'wants the Secret in sight'),
    near('kubescape', 'C-0255', 'wants the Secret in sight'),
  ],
  frameworks: [cis('5.4.2'), nsa('secrets')],
  messages: {
    volume: '{title} mounts the Secret {secret}.',
  },
  visit: {
    volume(volume, report) {
      const secret = volume.at('secret');
      if (!secret.isSet || secret.at('secretName').isTemplated) return;
      report(secret.at('secretName'), { message: 'volume', data: { title: volume.pod.title, secret: String(secret.at('secretName').value ?? '(unnamed)') } });
    },
  },
  examples: [
    {
      bad: inPodSpec`
        containers:
          - name: web
            image: registry.example.com/shop/web:4.2.1
        volumes:
          - name: db
            secret:
              secretName: shop-db
      `,
    },
    {
      good: inPodSpec`
        containers:
          - name: web
            image: registry.example.com/shop/web:4.2.1
        volumes:
          - name: db
            csi:
              driver: secrets-store.csi.k8s.io
              readOnly: true
              volumeAttributes:
                secretProviderClass: shop-db
      `,
    },
  ],
});
