import { defineRule, fix, inPod } from '../../kit/index.js';

export default defineRule({
  id: 'expired-suppression',
  severity: 'warning',
  profile: 'baseline',
  since: '0.1.0',
  tag: 'unnecessary',
  docs: {
    summary: 'The last day of a suppression is over.',
    why: 'A risk was accepted until a date, and that date has passed: the suppression no longer silences anything, and what it excused is due.',
  },
  aliases: [],
  frameworks: [],
  messages: { expired: 'This suppression of {rule} ended on {until}.' },
  visit: {
    suppression(suppression, report) {
      const { rule, isExpired, isKnown, until, removal } = suppression;
      if (!isExpired || !isKnown || until === undefined) return;
      report(suppression.place, { message: 'expired', data: { rule, until }, fix: removal && fix.all('Remove the suppression', 'safe', removal) });
    },
  },
  examples: [
    {
      bad: inPod`
        - name: web
          # oakum-ignore latest-image-tag until 2024-03-31: nothing is released yet
          image: registry.example.com/shop/web:latest
      `,
      fixed: inPod`
        - name: web
          image: registry.example.com/shop/web:latest
      `,
    },
    {
      good: inPod`
        - name: web
          # oakum-ignore latest-image-tag until 2999-12-31: nothing is released yet
          image: registry.example.com/shop/web:latest
      `,
    },
  ],
});
