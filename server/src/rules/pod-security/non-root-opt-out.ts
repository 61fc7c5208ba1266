import { cis, defineRule, fix, inPodSpec, isRootHarmless, near, nsa, pss, same } from '../../kit/index.js';

export default defineRule({
  id: 'non-root-opt-out',
  severity: 'information',
  profile: 'restricted',
  since: '0.1.0',
  docs: {
    summary: 'A container allows root, and only the user of the pod keeps it from it.',
    why: 'The container says `runAsNonRoot: false` for itself but lives on the user id that the pod sets for all. Once the pod\'s line goes, the container runs as whatever its image says, and the kubelet lets it.',
  },
  aliases: [
    same('pss', 'runAsNonRoot'),
    same('trivy', 'KSV-0012'),
    near('kubesec', 'RunAsNonRoot', 'is content as soon as one container of the pod complies'),
    same('polaris', 'runAsRootAllowed'),
  ],
  frameworks: [pss.restricted('running-as-non-root'), cis('5.2.7'), nsa('non-root-containers')],
  messages: {
    optOut: 'Container {name} allows root (runAsNonRoot: false); only the runAsUser: {user} of the pod keeps it from it.',
  },
  visit: {
    container(container, report, { kubernetesVersion }) {
      if (isRootHarmless(container.pod, kubernetesVersion)) return;
      const setting = container.securityContext.at('runAsNonRoot');
      const { field, origin } = container.effective('runAsUser');
      const user = field.number ?? 0;
      if (!setting.is(false) || origin !== 'pod' || user <= 0) return;
      report(setting, {
        message: 'optOut',
        data: { name: container.name, user },
        related: [{ message: 'The user of the whole pod.', place: field }],
        fix: fix.set(setting, true, 'Refuse to run as root', 'safe'),
      });
    },
  },
  examples: [
    {
      bad: inPodSpec`
        securityContext:
          runAsUser: 10001
        containers:
          - name: app
            image: nginx:1.27.1
            securityContext:
              runAsNonRoot: false
      `,
      fixed: inPodSpec`
        securityContext:
          runAsUser: 10001
        containers:
          - name: app
            image: nginx:1.27.1
            securityContext:
              runAsNonRoot: true
      `,
    },
  ],
});
