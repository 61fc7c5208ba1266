import { defineRule, fix, inPod, iso27001, mismatchIn, same, soc2 } from '../../kit/index.js';

export default defineRule({
  id: 'ephemeral-storage-request-below-limit',
  severity: 'hint',
  profile: 'all',
  since: '0.1.0',
  docs: {
    summary: 'The container requests less of the node\'s disk than it may use.',
    why: 'The scheduler promises the same bytes to several pods, and when they use them the node runs out of disk and evicts.',
    unless: 'the peak is rare and an eviction at that moment does no harm.',
  },
  aliases: [same('kube-score', 'container-ephemeral-storage-request-equals-limit')],
  frameworks: [soc2('A1.1'), iso27001('8.6')],
  messages: {
    differs: 'Container {name} requests {request} of ephemeral storage, but may use {limit}.',
  },
  visit: {
    container(container, report, { kubernetesVersion }) {
      const mismatch = mismatchIn(container, 'ephemeral-storage', kubernetesVersion);
      if (!mismatch) return;
      const { request, limit } = mismatch;
      if (limit.amount === undefined) return; // That it has no limit is for another rule to say.
      const { name } = container;
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
              ephemeral-storage: 512Mi
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
      title: 'The same amount, written in two ways',
      good: inPod`
        - name: web
          image: registry.example.com/shop/web:4.2.1
          resources:
            requests:
              ephemeral-storage: 1024Mi
            limits:
              ephemeral-storage: 1Gi
      `,
    },
  ],
});
