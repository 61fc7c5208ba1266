import { cis, defineRule, hostPathOf, inPodSpec, mitre, nist800190, nist80053, nsa, pss, same } from '../../kit/index.js';

export default defineRule({
  id: 'host-path-volume',
  severity: 'warning',
  profile: 'baseline',
  since: '0.1.0',
  docs: {
    summary: 'A pod has a volume that is a directory or file of the node.',
    why: 'What the pod reads or writes there belongs to the node and to every other pod that mounts it: files survive the pod, leak into it and can be replaced to gain the rights of whoever uses them. Other hostPath rules speak of the paths that give the node away at once.',
    unless: 'the pod is an agent of the node (logs, metrics, network, storage) that cannot do without.',
  },
  aliases: [
    same('pss', 'hostPathVolumes', 'restrictedVolumes'),
    same('trivy', 'KSV-0023'),
    same('polaris', 'hostPathSet'),
    same('kubescape', 'alert-any-hostpath', 'C-0048'),
  ],
  frameworks: [pss.baseline('host-path-volumes'), pss.restricted('volume-types'), cis('5.2.12'), nsa('host-paths'), nist800190('4.5.5'), nist80053('AC-6'), mitre('T1611')],
  messages: {
    mounted: 'Volume {name} gives the pod {path} of the node.',
  },
  visit: {
    volume(volume, report) {
      const path = hostPathOf(volume);
      if (path?.kind === 'other') report(path.place, { message: 'mounted', data: { name: volume.name, path: path.path } });
    },
  },
  examples: [
    {
      bad: inPodSpec`
        containers:
          - name: app
            image: registry.example.com/app:1.4.0
        volumes:
          - name: node
            hostPath:
              path: /var/log/shop
      `,
    },
    {
      title: 'a volume of the pod itself',
      good: inPodSpec`
        containers:
          - name: app
            image: registry.example.com/app:1.4.0
        volumes:
          - name: scratch
            emptyDir: {}
      `,
    },
  ],
});
