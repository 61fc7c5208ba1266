import { defineRule, gapIn, inPod, inPodSpec, isLongRunning, iso27001, mitre, near, nist80053, nsa, same, soc2 } from '../../kit/index.js';

export default defineRule({
  id: 'memory-limit-unset',
  severity: 'information',
  profile: 'restricted',
  since: '0.1.0',
  docs: {
    summary: 'The container may use all the memory of its node.',
    why: 'Memory cannot be throttled: a leak, or a request crafted to allocate, goes on until the node is short of memory and the kubelet evicts or the kernel kills processes, other tenants\' among them. A limit keeps the damage within the container.',
    unless: 'a LimitRange of the namespace sets a default limit.',
  },
  aliases: [
    same('checkov', 'CKV_K8S_13'),
    same('trivy', 'KSV-0018'),
    same('kube-linter', 'unset-memory-requirements'),
    same('polaris', 'memoryLimitsMissing'),
    near('kubesec', 'LimitsMemory', 'is content as soon as one container of the pod complies'),
    same('kubescape', 'resources-memory-limits', 'C-0271', 'resource-policies', 'C-0009', 'resources-memory-limit-and-request', 'C-0004'),
    same('kube-score', 'container-resources'),
    near('kubescape', 'resources-sandbox-memory-limits', 'looks only at SandboxTemplates, and compares with a configured ceiling'),
  ],
  frameworks: [nsa('resource-policies'), mitre('T1499'), mitre('T1496'), nist80053('SC-6'), soc2('A1.1'), iso27001('8.6')],
  messages: {
    unset: 'Container {name} sets no memory limit.',
    zero: 'Container {name} sets its memory limit to 0, which is none.',
  },
  visit: {
    container(container, report, { kubernetesVersion }) {
      if (!isLongRunning(container)) return;
      const gap = gapIn(container, 'limits', 'memory', kubernetesVersion);
      if (!gap) return;
      const { name } = container;
      report(gap.field, { message: gap.isZero ? 'zero' : 'unset', data: { name } });
    },
  },
  examples: [
    {
      bad: inPod`
        - name: web
          image: registry.example.com/shop/web:4.2.1
      `,
    },
    {
      good: inPod`
        - name: web
          image: registry.example.com/shop/web:4.2.1
          resources:
            limits:
              memory: 128Mi
      `,
    },
    {
      title: 'An amount for the pod as a whole (from Kubernetes 1.34)',
      good: inPodSpec`
        resources:
          limits:
            memory: 128Mi
        containers:
          - name: web
            image: registry.example.com/shop/web:4.2.1
      `,
    },
  ],
});
