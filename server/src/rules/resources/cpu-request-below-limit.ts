import { defineRule, fix, inPod, iso27001, mismatchIn, near, soc2 } from '../../kit/index.js';

export default defineRule({
  id: 'cpu-request-below-limit',
  severity: 'hint',
  profile: 'all',
  since: '0.1.0',
  docs: {
    summary: 'The container requests less CPU than it may use.',
    why: 'A container whose request is its limit is scheduled for all that it can take; if all containers of a pod are, the pod is `Guaranteed` and is throttled, evicted and slowed down last. With a gap between the two, nodes are overcommitted, and under load everybody gets less than its limit.',
    unless: 'bursts are wanted and the nodes have room for them.',
  },
  aliases: [
    near('kube-score', 'container-cpu-requests-equal-limits', 'takes a request that is not written for zero, though a limit stands for it'),
    near('kube-score', 'container-resource-requests-equal-limits', 'takes a request that is not written for zero, though a limit stands for it'),
  ],
  frameworks: [soc2('A1.1'), iso27001('8.6')],
  messages: {
    differs: 'Container {name} requests {request} of CPU, but may use {limit}.',
    unbounded: 'Container {name} requests {request} of CPU, but may use any amount.',
  },
  visit: {
    container(container, report, { kubernetesVersion }) {
      const mismatch = mismatchIn(container, 'cpu', kubernetesVersion);
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
              cpu: "1"
            limits:
              cpu: "2"
      `,
      fixed: inPod`
        - name: web
          image: registry.example.com/shop/web:4.2.1
          resources:
            requests:
              cpu: "2"
            limits:
              cpu: "2"
      `,
    },
    {
      title: 'The same amount, written in two ways',
      good: inPod`
        - name: web
          image: registry.example.com/shop/web:4.2.1
          resources:
            requests:
              cpu: 0.5
            limits:
              cpu: 500m
      `,
    },
  ],
});
