import { change, cis, defineRule, fix, manifest, mitre, near, nist800190, nsa, pss, refusesLinuxSettings, same, seccompAnnotations, speaksFor } from '../../kit/index.js';

export default defineRule({
  id: 'seccomp-annotation',
  severity: 'warning',
  profile: 'restricted',
  since: '0.1.0',
  tag: 'deprecated',
  docs: {
    summary: 'The seccomp profile stands in an annotation that Kubernetes no longer reads.',
    why: 'Annotations were the way to choose a profile before `securityContext.seccompProfile` came with Kubernetes 1.19; since 1.27 they are ignored. The manifest looks hardened, and its containers run without seccomp.',
    unless: 'the manifest is for a cluster older than 1.19.',
  },
  aliases: [
    same('pss', 'seccompProfile_restricted'),
    near('kubesec', 'SeccompAny', 'is content as soon as one container of the pod complies, and does not read annotations'),
    same('kubescape', 'set-seccomp-profile', 'linux-hardening', 'C-0055', 'set-seccomp-profile-RuntimeDefault', 'C-0210'),
  ],
  frameworks: [pss.restricted('seccomp'), cis('5.6.2'), nsa('seccomp'), mitre('T1611'), nist800190('4.4.3')],
  messages: {
    ignored: 'Kubernetes ignores this annotation since 1.27; without a seccomp profile: {containers}.',
    deprecated: 'Kubernetes 1.27 ignores this annotation, and Pod Security admission does already; without a seccompProfile: {containers}.',
  },
  visit: {
    pod(pod, report, { kubernetesVersion }) {
      if (!kubernetesVersion.atLeast(1, 19) || refusesLinuxSettings(pod, kubernetesVersion)) return;
      for (const annotation of seccompAnnotations(pod)) {
        if (!annotation.confines || annotation.field.isTemplated) continue;
        const bare = pod.containers.filter((container) => {
          const type = container.effective('seccompProfile').field.at('type');
          return speaksFor(annotation, container) && !type.isSet && !type.isTemplated;
        });
        const [first] = bare;
        if (!first || pod.isPartial) continue;
        const level = annotation.container === undefined ? pod.securityContext.at('seccompProfile') : first.securityContext.at('seccompProfile');
        const profile = /^localhost\/(.*)$/u.exec(String(annotation.field.value))?.[1];
        report(annotation.field, {
          message: kubernetesVersion.atLeast(1, 27) ? 'ignored' : 'deprecated',
          data: { containers: bare.map((container) => container.name).join(', ') },
          container: annotation.container === undefined ? undefined : first,
          fix: fix.all(
            'Move the seccomp profile into securityContext',
            'suggestion',
            change.set(level, profile === undefined ? { type: 'RuntimeDefault' } : { type: 'Localhost', localhostProfile: profile }),
            change.remove(annotation.field, pod.metadata),
          ),
        });
      }
    },
  },
  examples: [
    {
      bad: manifest`
        apiVersion: v1
        kind: Pod
        metadata:
          name: example
          annotations:
            seccomp.security.alpha.kubernetes.io/pod: runtime/default
        spec:
          automountServiceAccountToken: false
          containers:
            - name: app
              image: nginx:1.27.1
      `,
      fixed: manifest`
        apiVersion: v1
        kind: Pod
        metadata:
          name: example
        spec:
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
