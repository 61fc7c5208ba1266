import { defineRule, gapIn, inPod, inPodSpec, isLongRunning, iso27001, mitre, near, nist80053, nsa, same, soc2 } from '../../kit/index.js';

export default defineRule({
  id: 'cpu-limit-unset',
  severity: 'hint',
  profile: 'strict',
  since: '0.1.0',
  docs: {
    summary: 'The container may use all the CPU of its node.',
    why: 'A program that loops, or that mines for somebody else, takes every cycle that its neighbours have not requested. A limit bounds the damage, at the price of throttling.',
    unless: 'all containers of the nodes request what they need: requests are honoured without limits, and limits throttle programs on idle nodes.',
  },
  aliases: [
    same('checkov', 'CKV_K8S_11'),
    same('trivy', 'KSV-0011'),
    same('polaris', 'cpuLimitsMissing'),
    near('kubesec', 'LimitsCPU', 'is content as soon as one container of the pod complies'),
    same('kubescape', 'resources-cpu-limits', 'C-0270', 'resource-policies', 'C-0009', 'resources-cpu-limit-and-request', 'C-0050'),
    same('kube-score', 'container-resources'),
    near('kubescape', 'resources-sandbox-cpu-limits', 'looks only at SandboxTemplates, and compares with a configured ceiling'),
  ],
  frameworks: [nsa('resource-policies'), mitre('T1499'), mitre('T1496'), nist80053('SC-6'), soc2('A1.1'), iso27001('8.6')],
  messages: {
    unset: 'Container {name} sets no CPU limit.',
    zero: 'Container {name} sets its CPU limit to 0, which is none.',
  },
  visit: {
    container(container, report, { kubernetesVersion }) {
      if (!isLongRunning(container)) return;
      const gap = gapIn(container, 'limits', 'cpu', kubernetesVersion);
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
              cpu: 500m
      `,
    },
    {
      title: 'An amount for the pod as a whole (from Kubernetes 1.34)',
      good: inPodSpec`
        resources:
          limits:
            cpu: 500m
        containers:
          - name: web
            image: registry.example.com/shop/web:4.2.1
      `,
    },
  ],
});
