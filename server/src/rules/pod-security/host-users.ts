import { defineRule, fix, inPodSpec, mitre, nist80053, refusesLinuxSettings, same } from '../../kit/index.js';

export default defineRule({
  id: 'host-users',
  severity: 'hint',
  profile: 'all',
  since: '0.1.0',
  docs: {
    summary: 'The pod shares the user namespace of its node.',
    why: 'Without `hostUsers: false`, root in a container is root of the node as soon as it finds a way out. In a user namespace of its own it is nobody there, and its capabilities are worth nothing outside of the pod.',
    unless: 'the nodes, their runtime or the file systems of the pod\'s volumes do not support user namespaces.',
  },
  aliases: [same('kubesec', 'HostUsers')],
  frameworks: [mitre('T1611'), nist80053('SC-39')],
  messages: {
    unset: 'The pod shares the user namespace of its node, because that is the default.',
    shared: 'The pod shares the user namespace of its node (hostUsers: {value}).',
  },
  visit: {
    pod(pod, report, { kubernetesVersion }) {
      const { spec } = pod;
      const setting = spec.at('hostUsers');
      if (!kubernetesVersion.atLeast(1, 25) || refusesLinuxSettings(pod, kubernetesVersion) || setting.is(false) || setting.isTemplated) return;
      // A user namespace goes together neither with another namespace of the node nor with raw block volumes.
      const isBound = spec.at('hostNetwork').is(true) || spec.at('hostPID').is(true) || spec.at('hostIPC').is(true) || pod.containers.some((container) => container.at('volumeDevices').items().length > 0);
      const { value } = setting;
      const repair = isBound ? undefined : fix.set(setting, false, 'Give the pod a user namespace of its own', 'suggestion');
      if (value === undefined) report(setting, { message: 'unset', fix: repair });
      else report(setting, { message: 'shared', data: { value }, fix: repair });
    },
  },
  examples: [
    {
      bad: inPodSpec`
        serviceAccountName: app
        containers:
          - name: app
            image: registry.example.com/app:1.4.2
      `,
      fixed: inPodSpec`
        serviceAccountName: app
        hostUsers: false
        containers:
          - name: app
            image: registry.example.com/app:1.4.2
      `,
    },
    {
      title: 'Beside the node\'s network it cannot be had',
      bad: inPodSpec`
        hostNetwork: true
        containers:
          - name: app
            image: registry.example.com/app:1.4.2
      `,
    },
    {
      title: 'Kubernetes has had the field since 1.25',
      kubernetesVersion: '1.24',
      good: inPodSpec`
        containers:
          - name: app
            image: registry.example.com/app:1.4.2
      `,
    },
  ],
});
