import { cis, defineRule, fix, hostPathOf, inPodSpec, mitre, nist800190, nsa, same } from '../../kit/index.js';

export default defineRule({
  id: 'writable-host-path',
  severity: 'warning',
  profile: 'restricted',
  since: '0.1.0',
  docs: {
    summary: 'A container can write to a directory or file of the node.',
    why: 'Mounts are writable unless they say otherwise. Whoever takes over the container can then plant programs, jobs and links where the node or other pods pick them up, and what is written outlives the pod.',
    unless: 'writing there is what the pod is for, as with the agents of storage and networking.',
  },
  aliases: [same('kube-linter', 'writable-host-mount'), same('kubescape', 'alert-rw-hostpath', 'C-0045')],
  frameworks: [cis('5.2.12'), nsa('host-paths'), mitre('T1611'), nist800190('4.5.5')],
  messages: {
    unset: 'Container {name} can write to {path} of the node, because mounts are writable by default.',
    writable: 'Container {name} can write to {path} of the node (readOnly: false).',
  },
  visit: {
    container(container, report) {
      for (const mount of container.at('volumeMounts').items()) {
        const readOnly = mount.at('readOnly');
        const volume = container.pod.volumes.find(({ name }) => name !== '' && mount.at('name').is(name));
        const path = volume && hostPathOf(volume);
        if (!path || readOnly.is(true) || readOnly.isTemplated) continue;
        report(readOnly, {
          message: readOnly.isSet ? 'writable' : 'unset',
          data: { name: container.name, path: path.path },
          related: [{ message: 'The volume.', place: path.place }],
          fix: path.isEndpoint ? undefined : fix.set(readOnly, true, 'Mount it read-only', 'suggestion'), // A socket works all the same.
        });
      }
    },
  },
  examples: [
    {
      bad: inPodSpec`
        containers:
          - name: app
            image: registry.example.com/app:1.4.0
            volumeMounts:
              - name: logs
                mountPath: /logs
        volumes:
          - name: logs
            hostPath:
              path: /var/log/shop
      `,
      fixed: inPodSpec`
        containers:
          - name: app
            image: registry.example.com/app:1.4.0
            volumeMounts:
              - name: logs
                mountPath: /logs
                readOnly: true
        volumes:
          - name: logs
            hostPath:
              path: /var/log/shop
      `,
    },
  ],
});
