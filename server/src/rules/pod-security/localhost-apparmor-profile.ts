import { appArmorAnnotation, defineRule, inPod, near, nsa } from '../../kit/index.js';

export default defineRule({
  id: 'localhost-apparmor-profile',
  severity: 'hint',
  profile: 'all',
  since: '0.1.0',
  docs: {
    summary: 'A container depends on an AppArmor profile that is loaded on the node.',
    why: 'The manifest does not say what such a profile allows, and the kubelet refuses the pod on a node where it is not loaded. Whether it confines as well as the default of the container runtime can only be seen on the node.',
    unless: 'the profile is reviewed and loaded on every node.',
  },
  aliases: [near('trivy', 'KSV-0002', 'reads the annotation only, not the field, and takes `localhost/` profiles for a fault')],
  frameworks: [nsa('apparmor')],
  messages: {
    localhost: 'Container {name} needs the AppArmor profile {profile} on its node.',
  },
  visit: {
    container(container, report) {
      const { name } = container;
      const { field, pod, origin } = container.effective('appArmorProfile');
      const type = field.at('type');
      const annotation = appArmorAnnotation(container);
      const loaded = type.isSet ? undefined : /^localhost\/(.*)$/u.exec(annotation.string ?? '')?.[1];
      if (loaded !== undefined) report(annotation, { message: 'localhost', data: { name, profile: loaded } });
      if (!type.is('Localhost')) return;
      report(origin === 'pod' ? container.field : type, {
        message: 'localhost',
        data: { name, profile: field.at('localhostProfile').string ?? '(none is named)' },
        related: origin === 'pod' ? [{ message: 'The profile of the whole pod.', place: pod.at('type') }] : undefined,
      });
    },
  },
  examples: [
    {
      bad: inPod`
        - name: app
          image: nginx:1.27.1
          securityContext:
            appArmorProfile:
              type: Localhost
              localhostProfile: k8s-nginx
      `,
    },
    {
      good: inPod`
        - name: app
          image: nginx:1.27.1
          securityContext:
            appArmorProfile:
              type: RuntimeDefault
      `,
    },
  ],
});
