import { acceptsPodSecurityContext, appArmorAnnotation, appArmorAnnotations, cis, defineRule, fix, inPodSpec, near, nsa, runsOnWindows } from '../../kit/index.js';

export default defineRule({
  id: 'apparmor-profile-unset',
  severity: 'hint',
  profile: 'all',
  since: '0.1.0',
  docs: {
    summary: 'A container names no AppArmor profile.',
    why: 'Where nothing is said, the node decides: with AppArmor in its kernel the container runtime usually applies its default profile, without it nothing does, and the pod starts all the same. A named profile makes the kubelet refuse the pod on nodes that cannot enforce it.',
    unless: 'the nodes have SELinux instead of AppArmor; a pod that names a profile does not start there.',
  },
  aliases: [near('kubesec', 'ApparmorAny', 'is content as soon as one container of the pod complies, and does not read annotations')],
  frameworks: [nsa('apparmor'), cis('5.6.3')],
  messages: {
    unset: 'Container {name} names no AppArmor profile.',
  },
  visit: {
    container(container, report, { kubernetesVersion }) {
      const { pod, name } = container;
      if (runsOnWindows(pod)) return;
      const { field, origin } = container.effective('appArmorProfile');
      const type = field.at('type');
      const annotation = appArmorAnnotation(container);
      if (type.isSet || type.isTemplated || annotation.isTemplated || (annotation.isSet && annotation.value !== '')) return;
      // The API server wants a container's annotation and its field to agree, so the pod's level is left alone beside annotations.
      const isOwn = origin === 'container' || !acceptsPodSecurityContext(pod) || appArmorAnnotations(pod).length > 0;
      const target = isOwn ? field : pod.securityContext.at('appArmorProfile');
      report(type, {
        message: 'unset',
        data: { name },
        fix: kubernetesVersion.atLeast(1, 30)
          ? fix.set(target, { type: 'RuntimeDefault' }, 'Use the default AppArmor profile', 'suggestion')
          : fix.set(annotation, 'runtime/default', 'Use the default AppArmor profile', 'suggestion'),
      });
    },
  },
  examples: [
    {
      bad: inPodSpec`
        automountServiceAccountToken: false
        containers:
          - name: app
            image: nginx:1.27.1
      `,
      fixed: inPodSpec`
        automountServiceAccountToken: false
        securityContext:
          appArmorProfile:
            type: RuntimeDefault
        containers:
          - name: app
            image: nginx:1.27.1
      `,
    },
  ],
});
