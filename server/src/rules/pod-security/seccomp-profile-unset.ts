import { acceptsPodSecurityContext, cis, defineRule, fix, hasSeccompAnnotation, inPodSpec, mitre, near, nist800190, nsa, pss, refusesLinuxSettings, same } from '../../kit/index.js';

export default defineRule({
  id: 'seccomp-profile-unset',
  severity: 'warning',
  profile: 'restricted',
  since: '0.1.0',
  docs: {
    summary: 'A container has no seccomp profile.',
    why: 'Unless the kubelet is told otherwise, Kubernetes then switches seccomp off, and the container may make every system call of the kernel that it shares with the node. The default profile of the container runtime costs nothing and blocks those that most escapes need.',
    unless: 'every kubelet of the cluster runs with `--seccomp-default` and nobody demands the setting in the manifest.',
  },
  aliases: [
    same('pss', 'seccompProfile_restricted'),
    same('trivy', 'KSV-0030', 'KSV-0104'),
    near('kubesec', 'SeccompAny', 'is content as soon as one container of the pod complies, and does not read annotations'),
    same('kubescape', 'set-seccomp-profile', 'linux-hardening', 'C-0055', 'set-seccomp-profile-RuntimeDefault', 'C-0210'),
    near('kubescape', 'C-0211', 'is a bundle of fifteen checks, of which this is one'),
    same('kube-score', 'container-seccomp-profile'),
    near('checkov', 'CKV_K8S_31', 'lets the level of the pod decide, reads no containers in CronJobs and ReplicationControllers, and no init containers anywhere'),
  ],
  frameworks: [pss.restricted('seccomp'), cis('5.6.2'), nsa('seccomp'), mitre('T1611'), nist800190('4.4.3')],
  messages: {
    unset: 'Container {name} has no seccomp profile; the default is Unconfined.',
  },
  visit: {
    container(container, report, { kubernetesVersion }) {
      const { pod, name } = container;
      if (!kubernetesVersion.atLeast(1, 19) || refusesLinuxSettings(pod, kubernetesVersion)) return;
      const { field, origin } = container.effective('seccompProfile');
      const type = field.at('type');
      if (type.isSet || type.isTemplated || hasSeccompAnnotation(container)) return;
      const isOwn = origin === 'container' || !acceptsPodSecurityContext(pod);
      const target = isOwn ? field : pod.securityContext.at('seccompProfile');
      report(type, { message: 'unset', data: { name }, fix: fix.set(target, { type: 'RuntimeDefault' }, 'Use the default seccomp profile', 'suggestion') });
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
          seccompProfile:
            type: RuntimeDefault
        containers:
          - name: app
            image: nginx:1.27.1
      `,
    },
  ],
});
