import { defineRule, gapIn, inPod, iso27001, mitre, nist80053, nsa, requestTheLimit, same, soc2 } from '../../kit/index.js';

export default defineRule({
  id: 'ephemeral-storage-request-unset',
  severity: 'hint',
  profile: 'all',
  since: '0.1.0',
  docs: {
    summary: 'The container does not say how much of the node\'s disk it needs.',
    why: 'Logs, the writable layer and `emptyDir` volumes fill the disk of the node. Without a request the scheduler does not look whether there is room, and the pod is among the first to be evicted when there is none.',
    unless: 'the container writes next to nothing.',
  },
  aliases: [same('kube-score', 'container-ephemeral-storage-request-and-limit')],
  frameworks: [nsa('resource-policies'), mitre('T1499'), mitre('T1496'), nist80053('SC-6'), soc2('A1.1'), iso27001('8.6')],
  messages: {
    unset: 'Container {name} sets no ephemeral storage request.',
    zero: 'Container {name} requests no ephemeral storage (it sets 0).',
    implied: 'Container {name} sets no ephemeral storage request, so that its limit of {limit} is requested.',
  },
  visit: {
    container(container, report, { kubernetesVersion }) {
      const gap = gapIn(container, 'requests', 'ephemeral-storage', kubernetesVersion);
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
              ephemeral-storage: 1Gi
      `,
      fixed: inPod`
        - name: web
          image: registry.example.com/shop/web:4.2.1
          resources:
            requests:
              ephemeral-storage: 1Gi
            limits:
              ephemeral-storage: 1Gi
      `,
    },
    {
      good: inPod`
        - name: web
          image: registry.example.com/shop/web:4.2.1
          resources:
            requests:
              ephemeral-storage: 1Gi
      `,
    },
  ],
});
