import { defineRule, gapIn, inPodSpec, isLongRunning, iso27001, mitre, nist80053, nsa, same, soc2 } from '../../kit/index.js';

export default defineRule({
  id: 'init-memory-limit-unset',
  severity: 'hint',
  profile: 'strict',
  since: '0.1.0',
  docs: {
    summary: 'The init container may use all the memory of its node.',
    why: 'Init containers often work on data from outside, such as archives, repositories or migrations, and one that allocates without end takes the node down at every start of the pod.',
    unless: 'a LimitRange of the namespace sets a default limit.',
  },
  aliases: [
    same('checkov', 'CKV_K8S_13'),
    same('trivy', 'KSV-0018'),
    same('kube-linter', 'unset-memory-requirements'),
    same('kube-score', 'container-resources'),
  ],
  frameworks: [nsa('resource-policies'), mitre('T1499'), mitre('T1496'), nist80053('SC-6'), soc2('A1.1'), iso27001('8.6')],
  messages: {
    unset: 'Init container {name} sets no memory limit.',
    zero: 'Init container {name} sets its memory limit to 0, which is none.',
  },
  visit: {
    container(container, report, { kubernetesVersion }) {
      if (container.role !== 'init' || isLongRunning(container)) return;
      const gap = gapIn(container, 'limits', 'memory', kubernetesVersion);
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
                memory: 128Mi
        containers:
          - name: web
            image: registry.example.com/shop/web:4.2.1
      `,
    },
  ],
});
