import { cis, defineRule, hostPathOf, inPodSpec, mitre, near, nist800190, nist80053, nsa, pss, same } from '../../kit/index.js';

export default defineRule({
  id: 'container-runtime-socket-mount',
  severity: 'error',
  profile: 'baseline',
  since: '0.1.0',
  docs: {
    summary: 'A pod can talk to the container runtime of its node.',
    why: 'The sockets of containerd, CRI-O, cri-dockerd and Podman start any container with any rights, past the API server, admission and audit: whoever reaches one is root on the node. The directories in which the sockets lie give the same away.',
    unless: 'the pod is an agent that inspects containers through the runtime, such as a node monitor or an image scanner.',
  },
  aliases: [
    same('pss', 'hostPathVolumes', 'restrictedVolumes'),
    same('trivy', 'KSV-0023'),
    same('polaris', 'hostPathSet'),
    same('kubescape', 'alert-any-hostpath', 'C-0048'),
    near('kubescape', 'containers-mounting-docker-socket', 'knows four paths exactly as they are written'),
    near('kubescape', 'C-0074', 'knows four paths exactly as they are written'),
  ],
  frameworks: [pss.baseline('host-path-volumes'), pss.restricted('volume-types'), cis('5.2.12'), nsa('host-paths'), nist800190('4.5.5'), nist80053('AC-6'), mitre('T1611'), mitre('T1610')],
  messages: {
    mounted: 'Volume {name} gives the pod the container runtime of the node ({path}).',
  },
  visit: {
    volume(volume, report) {
      const path = hostPathOf(volume);
      if (path?.kind === 'runtime-socket') report(path.place, { message: 'mounted', data: { name: volume.name, path: path.path } });
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
              path: /run/containerd/containerd.sock
      `,
    },
  ],
});
