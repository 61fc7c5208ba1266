import { cis, defineRule, droppedCapabilities, fix, inPod, mitre, near, refusesLinuxSettings, same } from '../../kit/index.js';

export default defineRule({
  id: 'net-raw-not-dropped',
  severity: 'information',
  profile: 'all',
  since: '0.1.0',
  docs: {
    summary: 'The container does not drop the capability NET_RAW.',
    why: 'Several runtimes grant NET_RAW by default, and with it raw sockets: enough to forge ARP and DNS answers and to come between other pods of the network.',
    unless: 'the program sends pings or packets of its own making.',
  },
  aliases: [
    same('checkov', 'CKV_K8S_28'),
    same('kubescape', 'drop-capability-netraw'),
    near('kubescape', 'C-0211', 'bundles fifteen checks, of which this is one'),
    near('kube-linter', 'drop-net-raw-capability', 'is silent on a container without capabilities'),
  ],
  frameworks: [cis('5.2.8'), mitre('T1557')],
  messages: { kept: 'Container {name} keeps NET_RAW, where the container runtime grants it by default.' },
  visit: {
    container(container, report, { kubernetesVersion }) {
      const dropped = droppedCapabilities(container);
      if (refusesLinuxSettings(container.pod, kubernetesVersion) || dropped === undefined || dropped.some(({ kind }) => kind === 'all' || kind === 'net-raw')) return;
      const list = container.at('securityContext', 'capabilities', 'drop');
      report(list, { message: 'kept', data: { name: container.name }, fix: fix.append(list, 'NET_RAW', 'Drop NET_RAW', 'suggestion') });
    },
  },
  examples: [
    {
      bad: inPod`
        - name: app
          image: registry.example.com/app:1.4.2
          securityContext:
            capabilities:
              drop: [CHOWN]
      `,
      fixed: inPod`
        - name: app
          image: registry.example.com/app:1.4.2
          securityContext:
            capabilities:
              drop: [CHOWN, NET_RAW]
      `,
    },
    {
      title: 'All are dropped',
      good: inPod`
        - name: app
          image: registry.example.com/app:1.4.2
          securityContext:
            capabilities:
              drop: [ALL]
      `,
    },
  ],
});
