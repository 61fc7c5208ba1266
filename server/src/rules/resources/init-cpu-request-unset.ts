import { defineRule, gapIn, inPodSpec, isLongRunning, iso27001, mitre, near, nist80053, nsa, requestTheLimit, same, soc2 } from '../../kit/index.js';

export default defineRule({
  id: 'init-cpu-request-unset',
  severity: 'hint',
  profile: 'strict',
  since: '0.1.0',
  docs: {
    summary: 'The init container does not say how much CPU it needs.',
    why: 'A pod reserves the larger of what its init containers and what its containers request. An init container that says nothing can be starved at every start, and the pod with it.',
    unless: 'the containers of the pod request more than the init container needs.',
  },
  aliases: [
    near('checkov', 'CKV_K8S_10', 'gives no verdict on a container that has limits and no requests'),
    same('trivy', 'KSV-0015'),
    same('kube-linter', 'unset-cpu-requirements'),
    same('kube-score', 'container-resources'),
  ],
  frameworks: [nsa('resource-policies'), mitre('T1499'), mitre('T1496'), nist80053('SC-6'), soc2('A1.1'), iso27001('8.6')],
  messages: {
    unset: 'Init container {name} sets no CPU request.',
    zero: 'Init container {name} requests no CPU (it sets 0).',
    implied: 'Init container {name} sets no CPU request, so that its limit of {limit} is requested.',
  },
  visit: {
    container(container, report, { kubernetesVersion }) {
      if (container.role !== 'init' || isLongRunning(container)) return;
      const gap = gapIn(container, 'requests', 'cpu', kubernetesVersion);
      if (!gap) return;
      const { name } = container;
      const { field, isZero, limit } = gap;
      if (limit === undefined || isZero) report(field, { message: isZero ? 'zero' : 'unset', data: { name }, fix: requestTheLimit(gap) });
      else report(field, { message: 'implied', data: { name, limit }, fix: requestTheLimit(gap) });
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
      title: 'A limit is requested too, which is seldom meant',
      bad: inPodSpec`
        initContainers:
          - name: migrate
            image: registry.example.com/shop/migrate:4.2.1
            resources:
              limits:
                cpu: "2"
        containers:
          - name: web
            image: registry.example.com/shop/web:4.2.1
      `,
      fixed: inPodSpec`
        initContainers:
          - name: migrate
            image: registry.example.com/shop/migrate:4.2.1
            resources:
              requests:
                cpu: "2"
              limits:
                cpu: "2"
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
              requests:
                cpu: 500m
        containers:
          - name: web
            image: registry.example.com/shop/web:4.2.1
      `,
    },
  ],
});
