import { cis, defineRule, fix, inPod, inPodSpec, isRootHarmless, mitre, near, nist800190, nist80053, nsa, pss, same } from '../../kit/index.js';

export default defineRule({
  id: 'root-user-possible',
  severity: 'warning',
  profile: 'restricted',
  since: '0.1.0',
  docs: {
    summary: 'Nothing keeps the image of a container from running as root.',
    why: 'Without `runAsNonRoot` and `runAsUser` the image decides, and most images run as root. Root in a container is root for the kernel of the node as well, so one hole in the kernel or the container runtime gives away the node. With `runAsNonRoot: true` the kubelet refuses to start such a container.',
    unless: 'the program must start as root and drops its rights by itself.',
  },
  aliases: [
    same('pss', 'runAsNonRoot'),
    same('trivy', 'KSV-0012'),
    near('kubesec', 'RunAsNonRoot', 'is content as soon as one container of the pod complies'),
    same('checkov', 'CKV_K8S_23'),
    same('polaris', 'runAsRootAllowed'),
    same('kube-linter', 'run-as-non-root'),
    same('kubescape', 'non-root-containers', 'C-0013'),
    near('kubescape', 'C-0211', 'is a bundle of fifteen checks, of which this is one'),
  ],
  frameworks: [pss.restricted('running-as-non-root'), cis('5.2.7'), nsa('non-root-containers'), mitre('T1611'), nist800190('4.4.3'), nist80053('AC-6')],
  messages: {
    unset: 'Container {name} may run as root: neither it nor the pod sets runAsNonRoot.',
    allowed: 'Container {name} may run as root: it says runAsNonRoot: false.',
    inherited: 'Container {name} may run as root: the pod says runAsNonRoot: false.',
  },
  visit: {
    container(container, report, { kubernetesVersion }) {
      const { pod } = container;
      if (isRootHarmless(pod, kubernetesVersion)) return;
      const { field, origin, container: own } = container.effective('runAsNonRoot');
      const user = container.effective('runAsUser').field;
      if (field.is(true) || field.isTemplated || user.isTemplated || (user.number ?? 0) > 0) return;
      // The kubelet refuses to start a container with user 0 beside it.
      const isForAll = origin === 'pod' && !pod.containers.some((other) => other.effective('runAsUser').field.is(0));
      report(own, {
        message: origin === 'pod' ? 'inherited' : own.isSet ? 'allowed' : 'unset',
        data: { name: container.name },
        related: origin === 'pod' ? [{ message: 'The setting of the whole pod.', place: field }] : undefined,
        fix: user.isSet ? undefined : fix.set(isForAll ? field : own, true, 'Refuse to run as root', 'suggestion'),
      });
    },
  },
  examples: [
    {
      bad: inPod`
        - name: app
          image: nginx:1.27.1
      `,
      fixed: inPod`
        - name: app
          image: nginx:1.27.1
          securityContext:
            runAsNonRoot: true
      `,
    },
    {
      title: 'the pod allows it to all of its containers',
      bad: inPodSpec`
        securityContext:
          runAsNonRoot: false
        containers:
          - name: app
            image: nginx:1.27.1
      `,
      fixed: inPodSpec`
        securityContext:
          runAsNonRoot: true
        containers:
          - name: app
            image: nginx:1.27.1
      `,
    },
    {
      title: 'the pod speaks for its containers',
      good: inPodSpec`
        securityContext:
          runAsNonRoot: true
        containers:
          - name: app
            image: nginx:1.27.1
      `,
    },
  ],
});
