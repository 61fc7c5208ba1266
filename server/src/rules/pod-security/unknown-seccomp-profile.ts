import { defineRule, fix, inPod, isUnknownProfileType, near, profileTypeLike, pss, same, securityLevels } from '../../kit/index.js';

export default defineRule({
  id: 'unknown-seccomp-profile',
  severity: 'error',
  profile: 'baseline',
  since: '0.1.0',
  docs: {
    summary: 'The type of the seccomp profile is none that Kubernetes knows.',
    why: 'Only `RuntimeDefault`, `Localhost` and `Unconfined` are types, and case matters. The API server refuses anything else, so what was meant to confine the workload keeps it from running, or stays a dead letter where the file is only a patch.',
  },
  aliases: [
    same('pss', 'seccompProfile_baseline', 'seccompProfile_restricted'),
    same('trivy', 'KSV-0030'),
    near('checkov', 'CKV_K8S_31', 'lets the level of the pod decide, reads no containers in CronJobs and ReplicationControllers, and no init containers anywhere'),
    same('kubescape', 'set-seccomp-profile-RuntimeDefault', 'C-0210'),
  ],
  frameworks: [pss.baseline('seccomp')],
  messages: {
    unknown: '{subject} has the seccomp profile type {value}, which does not exist.',
  },
  visit: {
    pod(pod, report, { kubernetesVersion }) {
      if (!kubernetesVersion.atLeast(1, 19)) return; // The field came with 1.19.
      for (const { subject, container, context } of securityLevels(pod)) {
        const type = context.at('seccompProfile', 'type');
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
            seccompProfile:
              type: runtimeDefault
      `,
      fixed: inPod`
        - name: app
          image: nginx:1.27.1
          securityContext:
            seccompProfile:
              type: RuntimeDefault
      `,
    },
  ],
});
