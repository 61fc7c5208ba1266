import { cis, defineRule, inPod, near, nsa, same } from '../../kit/index.js';

export default defineRule({
  id: 'localhost-seccomp-profile',
  severity: 'hint',
  profile: 'all',
  since: '0.1.0',
  docs: {
    summary: 'A container depends on a seccomp profile that lies on the node.',
    why: 'The manifest does not say what such a profile allows, and the container does not start on a node that lacks the file. Whether it confines as well as the default of the container runtime can only be seen on the node.',
    unless: 'the profile is reviewed and rolled out to every node.',
  },
  aliases: [
    near('checkov', 'CKV_K8S_31', 'lets the level of the pod decide, reads no containers in CronJobs and ReplicationControllers, and no init containers anywhere'),
    same('kubescape', 'set-seccomp-profile-RuntimeDefault', 'C-0210'),
  ],
  frameworks: [cis('5.6.2'), nsa('seccomp')],
  messages: {
    localhost: 'Container {name} needs the seccomp profile {profile} on its node.',
  },
  visit: {
    container(container, report) {
      const { field, pod, origin } = container.effective('seccompProfile');
      const type = field.at('type');
      if (!type.is('Localhost')) return;
      report(origin === 'pod' ? container.field : type, {
        message: 'localhost',
        data: { name: container.name, profile: field.at('localhostProfile').string ?? '(none is named)' },
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
            seccompProfile:
              type: Localhost
              localhostProfile: profiles/nginx.json
      `,
    },
    {
      good: inPod`
        - name: app
          image: nginx:1.27.1
          securityContext:
            seccompProfile:
              type: RuntimeDefault
      `,
    },
  ],
});
