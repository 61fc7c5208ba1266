import { defineRule, fix, inPod } from '../../kit/index.js';

export default defineRule({
  id: 'unused-suppression',
  severity: 'warning',
  profile: 'baseline',
  since: '0.1.0',
  tag: 'unnecessary',
  docs: {
    summary: 'A suppression silences nothing.',
    why: 'What it excused has been repaired, or it stands in the wrong place. Left behind, it will silence the next finding of that rule, which nobody has judged.',
    unless: 'the finding comes and goes with what a template fills in.',
  },
  aliases: [],
  frameworks: [],
  messages: { unused: 'This suppression of {rule} silences nothing.' },
  visit: {
    suppression(suppression, report) {
      const { rule, isKnown, isActive, isUsed, isExpired, removal } = suppression;
      if (!isKnown || !isActive || isUsed || isExpired) return;
      report(suppression.place, { message: 'unused', data: { rule }, fix: removal && fix.all('Remove the suppression', 'safe', removal) });
    },
  },
  examples: [
    {
      title: 'The image has had a tag for a while',
      bad: inPod`
        - name: web
          # oakum-ignore latest-image-tag: nothing is released yet
          image: registry.example.com/shop/web:4.2.1
      `,
      fixed: inPod`
        - name: web
          image: registry.example.com/shop/web:4.2.1
      `,
    },
  ],
});
