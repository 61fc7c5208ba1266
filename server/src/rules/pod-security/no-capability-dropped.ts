import { cis, defineRule, droppedCapabilities, fix, inPod, near, refusesLinuxSettings, same } from '../../kit/index.js';

export default defineRule({
  id: 'no-capability-dropped',
  severity: 'information',
  profile: 'all',
  since: '0.1.0',
  docs: {
    summary: 'The container drops no Linux capability at all.',
    why: 'The container keeps the whole default set of its runtime. Even a short list of dropped capabilities takes tools away from an attacker; dropping all is better.',
    unless: 'the image starts as root and needs the default capabilities.',
  },
  aliases: [same('trivy', 'KSV-0004'), near('kubesec', 'CapDropAny', 'is content as soon as one container of the pod complies')],
  frameworks: [cis('5.2.10')],
  messages: { none: 'Container {name} drops no capability.' },
  visit: {
    container(container, report, { kubernetesVersion }) {
      const dropped = droppedCapabilities(container);
      if (refusesLinuxSettings(container.pod, kubernetesVersion) || dropped === undefined || dropped.length > 0) return;
      const list = container.at('securityContext', 'capabilities', 'drop');
      report(list, { message: 'none', data: { name: container.name }, fix: fix.append(list, 'ALL', 'Drop all capabilities', 'suggestion') });
    },
  },
  examples: [
    {
      bad: inPod`
        - name: app
          image: registry.example.com/app:1.4.2
      `,
      fixed: inPod`
        - name: app
          image: registry.example.com/app:1.4.2
          securityContext:
            capabilities:
              drop:
                - ALL
      `,
    },
    {
      title: 'One is dropped',
      good: inPod`
        - name: app
          image: registry.example.com/app:1.4.2
          securityContext:
            capabilities:
              drop: [NET_RAW]
      `,
    },
  ],
});
