import { cis, defineRule, hostPathOf, inPodSpec, mitre, near, nist800190, nist80053, nsa, pss, same } from '../../kit/index.js';

export default defineRule({
  id: 'host-proc-mount',
  severity: 'error',
  profile: 'baseline',
  since: '0.1.0',
  docs: {
    summary: 'A pod sees the /proc of its node.',
    why: 'On a node `/proc` shows command lines, environments and open files of every process, those of other pods included. Who may write there, to `/proc/sys/kernel/core_pattern` for example, lets the kernel run a program as root on the node.',
    unless: 'the pod is a monitor of the node that mounts it read-only.',
  },
  aliases: [
    same('pss', 'hostPathVolumes', 'restrictedVolumes'),
    same('trivy', 'KSV-0023'),
    same('polaris', 'hostPathSet'),
    same('kubescape', 'alert-any-hostpath', 'C-0048'),
    same('kubesec', 'ProcMount'),
    near('kube-linter', 'sensitive-host-mounts', 'has a shorter list of paths, takes them exactly as they are written, and asks for a mount'),
    near('trivy', 'KSV-0121', 'has a shorter list of paths, and takes them exactly as they are written'),
  ],
  frameworks: [pss.baseline('host-path-volumes'), pss.restricted('volume-types'), cis('5.2.12'), nsa('host-paths'), nist800190('4.5.5'), nist80053('AC-6'), mitre('T1611')],
  messages: {
    mounted: 'Volume {name} gives the pod {path} of the node, with all of its processes.',
  },
  visit: {
    volume(volume, report) {
      const path = hostPathOf(volume);
      if (path?.kind === 'proc') report(path.place, { message: 'mounted', data: { name: volume.name, path: path.path } });
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
              path: /proc
      `,
    },
  ],
});
