import { defineRule, gapIn, inPod, inPodSpec, isLongRunning, iso27001, mitre, near, nist80053, nsa, requestTheLimit, same, soc2 } from '../../kit/index.js';

export default defineRule({
  id: 'memory-request-unset',
  severity: 'hint',
  profile: 'strict',
  since: '0.1.0',
  docs: {
    summary: 'The container does not say how much memory it needs.',
    why: 'The scheduler counts such a container as needing nothing, and under memory pressure the kubelet evicts first those who use more than they requested. A neighbour that allocates without end drives it off the node.',
    unless: 'a LimitRange of the namespace sets a default request.',
  },
  aliases: [
    near('checkov', 'CKV_K8S_12', 'gives no verdict on a container that has limits and no requests'),
    same('trivy', 'KSV-0016'),
    same('polaris', 'memoryRequestsMissing'),
    near('kubesec', 'RequestsMemory', 'is content as soon as one container of the pod complies'),
    same('kubescape', 'resources-memory-requests', 'C-0269', 'resources-memory-limit-and-request', 'C-0004'),
    same('kube-score', 'container-resources'),
  ],
  frameworks: [nsa('resource-policies'), mitre('T1499'), mitre('T1496'), nist80053('SC-6'), soc2('A1.1'), iso27001('8.6')],
  messages: {
    unset: 'Container {name} sets no memory request.',
    zero: 'Container {name} requests no memory (it sets 0).',
    implied: 'Container {name} sets no memory request, so that its limit of {limit} is requested.',
  },
  visit: {
    container(container, report, { kubernetesVersion }) {
      if (!isLongRunning(container)) return;
      const gap = gapIn(container, 'requests', 'memory', kubernetesVersion);
      if (!gap) return;
      const { name } = container;
      const { field, isZero, limit } = gap;
      if (limit === undefined || isZero) report(field, { message: isZero ? 'zero' : 'unset', data: { name }, fix: requestTheLimit(gap) });
      else report(field, { message: 'implied', data: { name, limit }, fix: requestTheLimit(gap) });
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
      title: 'A limit is requested too, which is seldom meant',
      bad: inPod`
        - name: web
          image: registry.example.com/shop/web:4.2.1
          resources:
            limits:
              memory: 128Mi
      `,
      fixed: inPod`
        - name: web
          image: registry.example.com/shop/web:4.2.1
          resources:
            requests:
              memory: 128Mi
            limits:
              memory: 128Mi
      `,
    },
    {
      good: inPod`
        - name: web
          image: registry.example.com/shop/web:4.2.1
          resources:
            requests:
              memory: 128Mi
      `,
    },
    {
      title: 'An amount for the pod as a whole (from Kubernetes 1.34)',
      good: inPodSpec`
        resources:
          requests:
            memory: 128Mi
        containers:
          - name: web
            image: registry.example.com/shop/web:4.2.1
      `,
    },
  ],
});
