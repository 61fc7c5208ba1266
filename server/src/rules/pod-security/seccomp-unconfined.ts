import { cis, defineRule, fix, inPod, inPodSpec, isOverriddenEverywhere, mitre, near, nist800190, nsa, pss, same, seccompAnnotations, securityLevels } from '../../kit/index.js';

export default defineRule({
  id: 'seccomp-unconfined',
  severity: 'warning',
  profile: 'baseline',
  since: '0.1.0',
  docs: {
    summary: 'A container may make every system call, because seccomp is switched off.',
    why: 'Most escapes from containers go through system calls that ordinary programs never make. The default profile of the container runtime blocks dozens of them; `Unconfined` opens all of them, also on nodes whose kubelet applies the default by itself.',
    unless: 'the program is a debugger, profiler or sandbox that needs system calls outside the default profile; a `Localhost` profile is narrower.',
  },
  aliases: [
    same('pss', 'seccompProfile_baseline', 'seccompProfile_restricted'),
    same('trivy', 'KSV-0030', 'KSV-0104'),
    same('kubesec', 'SeccompUnconfined'),
    near('kubesec', 'SeccompAny', 'is content as soon as one container of the pod complies, and does not read annotations'),
    near('checkov', 'CKV_K8S_31', 'lets the level of the pod decide, reads no containers in CronJobs and ReplicationControllers, and no init containers anywhere'),
    same('kubescape', 'set-seccomp-profile-RuntimeDefault', 'C-0210'),
  ],
  frameworks: [pss.baseline('seccomp'), pss.restricted('seccomp'), cis('5.6.2'), nsa('seccomp'), mitre('T1611'), nist800190('4.4.3')],
  messages: {
    field: '{subject} runs without seccomp (seccompProfile.type: Unconfined).',
    annotation: '{subject} runs without a seccomp profile that confines it (annotation: {value}).',
  },
  visit: {
    pod(pod, report, { kubernetesVersion }) {
      if (!kubernetesVersion.atLeast(1, 19)) {
        for (const { field, container: name, confines } of seccompAnnotations(pod)) {
          if (confines || field.isTemplated || !field.isSet) continue;
          report(field, {
            message: 'annotation',
            data: { subject: name === undefined ? pod.title : `Container ${name}`, value: String(field.value) },
            container: pod.containers.find((container) => container.name === name),
            fix: fix.set(field, 'runtime/default', 'Use the default seccomp profile', 'suggestion'),
          });
        }
        return;
      }
      for (const { subject, container, context } of securityLevels(pod)) {
        const type = context.at('seccompProfile', 'type');
        if (!type.is('Unconfined') || (!container && isOverriddenEverywhere(pod, 'seccompProfile'))) continue;
        report(type, { message: 'field', data: { subject }, container, fix: fix.set(type, 'RuntimeDefault', 'Use the default seccomp profile', 'suggestion') });
      }
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
      `,
      fixed: inPodSpec`
        securityContext:
          seccompProfile:
            type: RuntimeDefault
        containers:
          - name: app
            image: nginx:1.27.1
      `,
    },
    {
      title: 'a profile of its own',
      good: inPod`
        - name: tracer
          image: registry.example.com/tracer:2.1.0
          securityContext:
            seccompProfile:
              type: Localhost
              localhostProfile: profiles/tracer.json
      `,
    },
  ],
});
