import { acceptsPodSecurityContext, cis, defineRule, fix, inPod, isRootHarmless, near, nsa, pss, same } from '../../kit/index.js';

export default defineRule({
  id: 'non-root-not-enforced',
  severity: 'information',
  profile: 'restricted',
  since: '0.1.0',
  docs: {
    summary: 'A workload does not run as root, but nothing would refuse it if it did.',
    why: 'The user id is one line that an overlay, a chart value or the next edit can change. `runAsNonRoot: true` beside it makes the kubelet refuse a container that would run as root, and Pod Security admission asks for it whatever the user id is.',
    unless: 'the cluster does not enforce the restricted standard and the user id is enough for you.',
  },
  aliases: [
    same('pss', 'runAsNonRoot'),
    same('trivy', 'KSV-0012'),
    near('kubesec', 'RunAsNonRoot', 'is content as soon as one container of the pod complies'),
  ],
  frameworks: [pss.restricted('running-as-non-root'), cis('5.2.7'), nsa('non-root-containers')],
  messages: {
    container: 'Container {name} runs as user {user}, but nothing would refuse root (runAsNonRoot is not true).',
    overridden: '{title} allows root (runAsNonRoot: false); only the settings of its containers refuse it.',
    pod: '{title} allows root (runAsNonRoot: false).',
  },
  visit: {
    pod(pod, report, { kubernetesVersion }) {
      if (isRootHarmless(pod, kubernetesVersion)) return;
      const setting = pod.securityContext.at('runAsNonRoot');
      if (!setting.is(false) || !pod.containers.every(({ securityContext }) => securityContext.at('runAsNonRoot').is(true))) return;
      report(setting, {
        message: pod.containers.length > 0 ? 'overridden' : 'pod',
        data: { title: pod.title },
        fix: fix.set(setting, true, 'Refuse to run as root', pod.containers.length > 0 ? 'safe' : 'suggestion'),
      });
    },
    container(container, report, { kubernetesVersion }) {
      const { pod } = container;
      if (isRootHarmless(pod, kubernetesVersion)) return;
      const setting = container.effective('runAsNonRoot');
      const user = container.effective('runAsUser');
      if (setting.field.is(true) || setting.field.isTemplated || !((user.field.number ?? 0) > 0)) return;
      if (setting.origin === 'container' && setting.field.isSet && user.origin === 'pod') return; // This is non-root-opt-out.
      const isShared = user.origin === 'pod' && acceptsPodSecurityContext(pod) && pod.containers.every(({ securityContext }) => !securityContext.at('runAsUser').isSet && !securityContext.at('runAsNonRoot').isSet);
      report(setting.container, {
        message: 'container',
        data: { name: container.name, user: user.field.number ?? '' },
        related: user.origin === 'pod' ? [{ message: 'The user of the whole pod.', place: user.field }] : undefined,
        fix: fix.set(isShared ? setting.pod : setting.container, true, 'Refuse to run as root', 'safe'),
      });
    },
  },
  examples: [
    {
      bad: inPod`
        - name: app
          image: nginx:1.27.1
          securityContext:
            runAsUser: 10001
      `,
      fixed: inPod`
        - name: app
          image: nginx:1.27.1
          securityContext:
            runAsUser: 10001
            runAsNonRoot: true
      `,
    },
  ],
});
