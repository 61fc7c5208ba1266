import { defineRule, inPod } from '../../kit/index.js';

export default defineRule({
  id: 'reasonless-suppression',
  severity: 'information',
  profile: 'restricted',
  since: '0.1.0',
  docs: {
    summary: 'A suppression does not say why.',
    why: 'Whoever reads it later, an auditor among them, cannot tell an accepted risk from a finding that was in the way, and nobody dares to remove it.',
    unless: 'the reason is evident, and no one has to account for it.',
  },
  aliases: [],
  frameworks: [],
  messages: { reasonless: 'This suppression of {rule} gives no reason.' },
  visit: {
    suppression(suppression, report) {
      const { rule, isKnown, isExpired, reason } = suppression;
      if (isKnown && !isExpired && reason === undefined) report(suppression.place, { message: 'reasonless', data: { rule } });
    },
  },
  examples: [
    {
      bad: inPod`
        - name: web
          # oakum-ignore latest-image-tag
          image: registry.example.com/shop/web:latest
      `,
    },
    {
      good: inPod`
        - name: web
          # oakum-ignore latest-image-tag: nothing is released yet
          image: registry.example.com/shop/web:latest
      `,
    },
  ],
});
