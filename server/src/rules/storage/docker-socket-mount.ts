import { cis, defineRule, hostPathOf, inPodSpec, mitre, near, nist800190, nist80053, nsa, pss, same } from '../../kit/index.js';

export default defineRule({
  id: 'docker-socket-mount',
  severity: 'error',
  profile: 'baseline',
  since: '0.1.0',
  docs: {
    summary: 'A pod can talk to the Docker daemon of its node.',
    why: 'Whoever can write to the Docker socket can start a privileged container with the whole node mounted: it is root on the node, past every check of Kubernetes. Mounting it read-only changes nothing, because a socket is talked to, not written.',
    unless: 'the pod is the container engine of the node.',
  },
  aliases: [
    same('pss', 'hostPathVolumes', 'restrictedVolumes'),
    same('trivy', 'KSV-0023'),
    same('polaris', 'hostPathSet'),
    same('kubescape', 'alert-any-hostpath', 'C-0048'),
    same('checkov', 'CKV_K8S_27'),
    same('trivy', 'KSV-0006'),
    same('kube-linter', 'docker-sock'),
    same('kubesec', 'DockerSock'),
    near('kubescape', 'containers-mounting-docker-socket', 'knows four paths exactly as they are written'),
    near('kubescape', 'C-0074', 'knows four paths exactly as they are written'),
  ],
  frameworks: [pss.baseline('host-path-volumes'), pss.restricted('volume-types'), cis('5.2.12'), nsa('host-paths'), nist800190('4.5.5'), nist80053('AC-6'), mitre('T1611'), mitre('T1610')],
  messages: {
    mounted: 'Volume {name} gives the pod the Docker socket ({path}), which is root on the node.',
  },
  visit: {
    volume(volume, report) {
      const path = hostPathOf(volume);
      if (path?.kind === 'docker-socket') report(path.place, { message: 'mounted', data: { name: volume.name, path: path.path } });
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
              path: /var/run/docker.sock
      `,
    },
    {
      title: 'a daemon of its own beside the program',
      good: inPodSpec`
        containers:
          - name: app
            image: registry.example.com/app:1.4.0
        volumes:
          - name: docker-run
            emptyDir: {}
      `,
    },
  ],
});
