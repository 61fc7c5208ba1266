import { defineRule, fix, inPodSpec, isOverriddenEverywhere, near, pss, same } from '../../kit/index.js';

export default defineRule({
  id: 'overridden-unconfined-seccomp',
  severity: 'information',
  profile: 'baseline',
  since: '0.1.0',
  docs: {
    summary: 'The pod says `Unconfined`, though every container has a seccomp profile of its own.',
    why: 'Nothing runs unconfined today, but the next container that is added to the pod will, an injected sidecar or a debugging container included. Pod Security admission refuses the pod for that line all the same.',
  },
  aliases: [
    same('pss', 'seccompProfile_baseline', 'seccompProfile_restricted'),
    near('checkov', 'CKV_K8S_31', 'lets the level of the pod decide, reads no containers in CronJobs and ReplicationControllers, and no init containers anywhere'),
  ],
  frameworks: [pss.baseline('seccomp')],
  messages: {
    overridden: '{title} sets seccompProfile.type: Unconfined; every container overrides it, but admission refuses it all the same.',
  },
  visit: {
    pod(pod, report, { kubernetesVersion }) {
      if (!kubernetesVersion.atLeast(1, 19)) return; // The field came with 1.19.
      const type = pod.securityContext.at('seccompProfile', 'type');
      if (!type.is('Unconfined') || !isOverriddenEverywhere(pod, 'seccompProfile')) return;
      report(type, { message: 'overridden', data: { title: pod.title }, fix: fix.set(type, 'RuntimeDefault', 'Use the default seccomp profile', 'safe') });
    },
  },
  examples: [
    {
      bad: inPodSpec`
        securityContext:
          seccompProfile:
            type: Unconfined
        containers:
          - name: app
            image: nginx:1.27.1
            securityContext:
              seccompProfile:
                type: RuntimeDefault
      `,
      fixed: inPodSpec`
        securityContext:
          seccompProfile:
            type: RuntimeDefault
        containers:
          - name: app
            image: nginx:1.27.1
            securityContext:
              seccompProfile:
                type: RuntimeDefault
      `,
    },
  ],
});
