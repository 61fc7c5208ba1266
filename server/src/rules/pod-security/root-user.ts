import { cis, defineRule, inPod, inPodSpec, isRootHarmless, mitre, nist800190, nist80053, nsa, pss, same, securityLevels } from '../../kit/index.js';

export default defineRule({
  id: 'root-user',
  severity: 'warning',
  profile: 'restricted',
  since: '0.1.0',
  docs: {
    summary: 'A container is told to run as root.',
    why: 'Without a user namespace, root in a container is root for the kernel of the node as well. A hole in the kernel, in the container runtime or in a mounted file system then gives away the node instead of an account without rights.',
    unless: 'the program must start as root and drops its rights by itself, and the pod has no place where `hostUsers: false` works.',
  },
  aliases: [same('pss', 'runAsUser'), same('trivy', 'KSV-0105'), same('kube-linter', 'run-as-non-root')],
  frameworks: [pss.restricted('running-as-non-root-user'), cis('5.2.7'), nsa('non-root-containers'), mitre('T1611'), nist800190('4.4.3'), nist80053('AC-6')],
  messages: {
    root: '{subject} runs as root (runAsUser: 0).',
    overridden: '{subject} runs as root (runAsUser: 0) wherever a container does not override it; every container does.',
  },
  visit: {
    pod(pod, report, { kubernetesVersion }) {
      if (!kubernetesVersion.atLeast(1, 23) || isRootHarmless(pod, kubernetesVersion)) return; // The standard asks for it since 1.23.
      const isOverridden = pod.containers.length > 0 && pod.containers.every(({ securityContext }) => securityContext.at('runAsUser').isSet);
      for (const { subject, container, context } of securityLevels(pod)) {
        const user = context.at('runAsUser');
        if (user.is(0)) report(user, { message: !container && isOverridden ? 'overridden' : 'root', data: { subject }, container });
      }
    },
  },
  examples: [
    {
      bad: inPod`
        - name: app
          image: nginx:1.27.1
          securityContext:
            runAsUser: 0
      `,
    },
    {
      title: 'root in a user namespace of its own (Kubernetes 1.35 and newer)',
      good: inPodSpec`
        hostUsers: false
        containers:
          - name: app
            image: nginx:1.27.1
            securityContext:
              runAsUser: 0
      `,
    },
  ],
});
