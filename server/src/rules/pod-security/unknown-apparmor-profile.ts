import { defineRule, fix, inPod, isUnknownProfileType, profileTypeLike, pss, same, securityLevels } from '../../kit/index.js';

export default defineRule({
  id: 'unknown-apparmor-profile',
  severity: 'error',
  profile: 'baseline',
  since: '0.1.0',
  docs: {
    summary: 'The type of the AppArmor profile is none that Kubernetes knows.',
    why: 'Only `RuntimeDefault`, `Localhost` and `Unconfined` are types, and case matters. The API server refuses anything else, so what was meant to confine the workload keeps it from running, or stays a dead letter where the file is only a patch.',
  },
  aliases: [same('pss', 'appArmorProfile')],
  frameworks: [pss.baseline('apparmor')],
  messages: {
    unknown: '{subject} has the AppArmor profile type {value}, which does not exist.',
  },
  visit: {
    pod(pod, report) {
      for (const { subject, container, context } of securityLevels(pod)) {
        const type = context.at('appArmorProfile', 'type');
        if (!isUnknownProfileType(type)) continue;
        const meant = profileTypeLike(String(type.value));
        report(type, {
          message: 'unknown',
          data: { subject, value: JSON.stringify(type.value) },
          container,
          fix: meant && fix.set(type, meant, `Write ${meant}`, 'safe'),
        });
      }
    },
  },
  examples: [
    {
      bad: inPod`
        - name: app
          image: nginx:1.27.1
          securityContext:
            appArmorProfile:
              type: runtimeDefault
      `,
      fixed: inPod`
        - name: app
          image: nginx:1.27.1
          securityContext:
            appArmorProfile:
              type: RuntimeDefault
      `,
    },
  ],
});
