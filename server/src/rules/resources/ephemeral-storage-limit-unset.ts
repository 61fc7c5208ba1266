import { defineRule, gapIn, inPod, iso27001, mitre, nist80053, nsa, same, soc2 } from '../../kit/index.js';

export default defineRule({
  id: 'ephemeral-storage-limit-unset',
  severity: 'hint',
  profile: 'all',
  since: '0.1.0',
  docs: {
    summary: 'The container may fill the disk of its node.',
    why: 'Logs, the writable layer and `emptyDir` volumes share the disk that the kubelet and the images need. Whoever can make a container write fills it, and every pod on the node is evicted; a limit evicts only the one that writes.',
    unless: 'the container has a read-only root file system and bounded volumes.',
  },
  aliases: [same('kube-score', 'container-ephemeral-storage-request-and-limit')],
  frameworks: [nsa('resource-policies'), mitre('T1499'), mitre('T1496'), nist80053('SC-6'), soc2('A1.1'), iso27001('8.6')],
  messages: {
    unset: 'Container {name} can fill the disk of the node: it sets no ephemeral storage limit.',
    zero: 'Container {name} sets its ephemeral storage limit to 0, which is none.',
  },
  visit: {
    container(container, report, { kubernetesVersion }) {
      const gap = gapIn(container, 'limits', 'ephemeral-storage', kubernetesVersion);
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
              ephemeral-storage: 1Gi
      `,
    },
  ],
});
