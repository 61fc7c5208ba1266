import { cis, defineRule, hostPathOf, inPodSpec, mitre, near, nist800190, nist80053, nsa, pss, same } from '../../kit/index.js';

export default defineRule({
  id: 'sensitive-host-path',
  severity: 'error',
  profile: 'baseline',
  since: '0.1.0',
  docs: {
    summary: 'A pod has a system directory of its node.',
    why: 'Programs, libraries, configuration, devices or the whole disk of the node lie there, and with them its passwords, scheduled jobs and service units. Reading them tells how to get in; writing them is root on the node.',
    unless: 'the pod installs or watches the node itself, such as a storage driver or a host monitor; mount the part that it needs, read-only.',
  },
  aliases: [
    same('pss', 'hostPathVolumes', 'restrictedVolumes'),
    same('trivy', 'KSV-0023'),
    same('polaris', 'hostPathSet'),
    same('kubescape', 'alert-any-hostpath', 'C-0048'),
    near('kube-linter', 'sensitive-host-mounts', 'has a shorter list of paths, takes them exactly as they are written, and asks for a mount'),
    near('trivy', 'KSV-0121', 'has a shorter list of paths, and takes them exactly as they are written'),
  ],
  frameworks: [pss.baseline('host-path-volumes'), pss.restricted('volume-types'), cis('5.2.12'), nsa('host-paths'), nist800190('4.5.5'), nist80053('AC-6'), mitre('T1611')],
  messages: {
    mounted: 'Volume {name} gives the pod the system directory {path} of the node.',
  },
  visit: {
    volume(volume, report) {
      const path = hostPathOf(volume);
      if (path?.kind === 'sensitive') report(path.place, { message: 'mounted', data: { name: volume.name, path: path.path } });
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
              path: /etc
      `,
    },
  ],
});
