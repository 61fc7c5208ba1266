import { cis, defineRule, hostPathOf, inPodSpec, mitre, near, nist800190, nist80053, nsa, pss, same } from '../../kit/index.js';

export default defineRule({
  id: 'host-credential-path',
  severity: 'error',
  profile: 'baseline',
  since: '0.1.0',
  docs: {
    summary: 'A pod can read credentials of its node or of the cloud account.',
    why: 'Kubeconfigs, certificates of the control plane, the database of etcd and the keys of cloud command lines lie there. Who reads them speaks as the node, as the administrator of the cluster or as the cloud account, from anywhere.',
    unless: 'the pod is part of the control plane or of the kubelet (a CSI driver, for example).',
  },
  aliases: [
    same('pss', 'hostPathVolumes', 'restrictedVolumes'),
    same('trivy', 'KSV-0023'),
    same('polaris', 'hostPathSet'),
    same('kubescape', 'alert-any-hostpath', 'C-0048'),
    near('kubescape', 'alert-mount-potential-credentials-paths', 'judges only when the cloud provider is known, with the paths of that provider'),
    near('kubescape', 'C-0020', 'judges only when the cloud provider is known, with the paths of that provider'),
  ],
  frameworks: [pss.baseline('host-path-volumes'), pss.restricted('volume-types'), cis('5.2.12'), nsa('host-paths'), nist800190('4.5.5'), nist80053('AC-6'), mitre('T1611'), mitre('T1552.001')],
  messages: {
    mounted: 'Volume {name} gives the pod credentials of the node ({path}).',
  },
  visit: {
    volume(volume, report) {
      const path = hostPathOf(volume);
      if (path?.kind === 'credentials') report(path.place, { message: 'mounted', data: { name: volume.name, path: path.path } });
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
              path: /etc/kubernetes/pki
      `,
    },
  ],
});
