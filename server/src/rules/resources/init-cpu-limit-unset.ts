import { defineRule, gapIn, inPodSpec, isLongRunning, iso27001, mitre, nist80053, nsa, same, soc2 } from '../../kit/index.js';

export default defineRule({
  id: 'init-cpu-limit-unset',
  severity: 'hint',
  profile: 'all',
  since: '0.1.0',
  docs: {
    summary: 'The init container may use all the CPU of its node.',
    why: 'It runs for a short time, but at every start of the pod, and for that time it takes every cycle that its neighbours have not requested.',
    unless: 'the init container ends soon, or the pods on the nodes request what they need.',
  },
  aliases: [
    same('checkov', 'CKV_K8S_11'),
    same('trivy', 'KSV-0011'),
    same('kube-score', 'container-resources'),
  ],
  frameworks: [nsa('resource-policies'), mitre('T1499'), mitre('T1496'), nist80053('SC-6'), soc2('A1.1'), iso27001('8.6')],
  messages: {
    unset: 'Init container {name} sets no CPU limit.',
    zero: 'Init container {name} sets its CPU limit to 0, which is none.',
  },
  visit: {
    container(container, report, { kubernetesVersion }) {
      if (container.role !== 'init' || isLongRunning(container)) return;
      const gap = gapIn(container, 'limits', 'cpu', kubernetesVersion);
      if (!gap) return;
      const { name } = container;
      report(gap.field, { message: gap.isZero ? 'zero' : 'unset', data: { name } });
    },
  },
  examples: [
    {
      bad: inPodSpec`
        initContainers:
          - name: migrate
            image: registry.example.com/shop/migrate:4.2.1
        containers:
          - name: web
            image: registry.example.com/shop/web:4.2.1
      `,
    },
    {
      good: inPodSpec`
        initContainers:
          - name: migrate
            image: registry.example.com/shop/migrate:4.2.1
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
