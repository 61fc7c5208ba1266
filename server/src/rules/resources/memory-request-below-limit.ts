import { defineRule, fix, inPod, iso27001, mismatchIn, near, soc2 } from '../../kit/index.js';

export default defineRule({
  id: 'memory-request-below-limit',
  severity: 'hint',
  profile: 'all',
  since: '0.1.0',
  docs: {
    summary: 'The container requests less memory than it may use.',
    why: 'Memory cannot be taken back: when all containers of a node use what their limits grant, the node runs out of it, and pods that use more than they requested are evicted. Where request and limit are equal that cannot happen.',
    unless: 'the peak is rare and an eviction at that moment does no harm.',
  },
  aliases: [
    near('kube-score', 'container-memory-requests-equal-limits', 'takes a request that is not written for zero, though a limit stands for it'),
    near('kube-score', 'container-resource-requests-equal-limits', 'takes a request that is not written for zero, though a limit stands for it'),
  ],
  frameworks: [soc2('A1.1'), iso27001('8.6')],
  messages: {
    differs: 'Container {name} requests {request} of memory, but may use {limit}.',
    unbounded: 'Container {name} requests {request} of memory, but may use any amount.',
  },
  visit: {
    container(container, report, { kubernetesVersion }) {
      const mismatch = mismatchIn(container, 'memory', kubernetesVersion);
      if (!mismatch) return;
      const { request, limit } = mismatch;
      const { name } = container;
      if (limit.amount === undefined) {
        report(limit.field, { message: 'unbounded', data: { name, request: request.amount } });
        return;
      }
      report(request.field, {
        message: 'differs',
        data: { name, request: request.amount, limit: limit.amount },
        fix: fix.set(request.field, limit.amount, 'Request what the limit grants', 'suggestion'),
        related: [{ message: 'The limit.', place: limit.field }],
      });
    },
  },
  examples: [
    {
      bad: inPod`
        - name: web
          image: registry.example.com/shop/web:4.2.1
          resources:
            requests:
              memory: 64Mi
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
      title: 'The same amount, written in two ways',
      good: inPod`
        - name: web
          image: registry.example.com/shop/web:4.2.1
          resources:
            requests:
              memory: 0.125Gi
            limits:
              memory: 128Mi
      `,
    },
  ],
});
