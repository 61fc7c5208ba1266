import { defineRule, droppedCapabilities, fix, inPod, pss, refusesLinuxSettings, same } from '../../kit/index.js';

export default defineRule({
  id: 'misspelt-drop-all',
  severity: 'warning',
  profile: 'restricted',
  since: '0.1.0',
  docs: {
    summary: 'The container drops all capabilities under a name that admission does not know.',
    why: 'Some runtimes take `all` for `ALL`, but Pod Security Admission and most policy engines compare the text: they refuse the pod, or count it as one that keeps its capabilities. `CAP_ALL` is not known to runtimes either.',
  },
  aliases: [same('pss', 'capabilities_restricted')],
  frameworks: [pss.restricted('capabilities')],
  messages: { misspelt: 'Container {name} drops {written}, which admission does not take for ALL.' },
  visit: {
    container(container, report, { kubernetesVersion }) {
      if (!kubernetesVersion.atLeast(1, 22) || refusesLinuxSettings(container.pod, kubernetesVersion)) return;
      const all = (droppedCapabilities(container) ?? []).filter(({ kind }) => kind === 'all');
      const [first] = all;
      if (!first || all.some(({ written }) => written === 'ALL')) return;
      const { field, written } = first;
      // Runtimes read the name without regard to case, but not with a prefix.
      report(field, { message: 'misspelt', data: { name: container.name, written }, fix: fix.set(field, 'ALL', 'Write ALL', written.toUpperCase() === 'ALL' ? 'safe' : 'suggestion') });
    },
  },
  examples: [
    {
      bad: inPod`
        - name: app
          image: registry.example.com/app:1.4.2
          securityContext:
            capabilities:
              drop: [all]
      `,
      fixed: inPod`
        - name: app
          image: registry.example.com/app:1.4.2
          securityContext:
            capabilities:
              drop: [ALL]
      `,
    },
    {
      title: 'The standard has asked for ALL since Kubernetes 1.22',
      kubernetesVersion: '1.21',
      good: inPod`
        - name: app
          image: registry.example.com/app:1.4.2
          securityContext:
            capabilities:
              drop: [all]
      `,
    },
  ],
});
