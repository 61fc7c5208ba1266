import { defineRule, fix, inPodSpec, isOverriddenEverywhere, pss, same } from '../../kit/index.js';

export default defineRule({
  id: 'overridden-unconfined-apparmor',
  severity: 'information',
  profile: 'baseline',
  since: '0.1.0',
  docs: {
    summary: 'The pod says `Unconfined`, though every container has an AppArmor profile of its own.',
    why: 'Nothing runs unconfined today, but the next container that is added to the pod will, an injected sidecar or a debugging container included. Pod Security admission refuses the pod for that line all the same.',
  },
  aliases: [same('pss', 'appArmorProfile')],
  frameworks: [pss.baseline('apparmor')],
  messages: {
    overridden: '{title} sets appArmorProfile.type: Unconfined; every container overrides it, but admission refuses it all the same.',
  },
  visit: {
    pod(pod, report) {
      const type = pod.securityContext.at('appArmorProfile', 'type');
      if (!type.is('Unconfined') || !isOverriddenEverywhere(pod, 'appArmorProfile')) return;
      report(type, { message: 'overridden', data: { title: pod.title }, fix: fix.set(type, 'RuntimeDefault', 'Use the default AppArmor profile', 'safe') });
    },
  },
  examples: [
    {
      bad: inPodSpec`
        securityContext:
          appArmorProfile:
            type: Unconfined
        containers:
          - name: app
            image: nginx:1.27.1
            securityContext:
              appArmorProfile:
                type: RuntimeDefault
      `,
      fixed: inPodSpec`
        securityContext:
          appArmorProfile:
            type: RuntimeDefault
        containers:
          - name: app
            image: nginx:1.27.1
            securityContext:
              appArmorProfile:
                type: RuntimeDefault
      `,
    },
  ],
});
