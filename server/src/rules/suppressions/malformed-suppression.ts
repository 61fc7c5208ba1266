import { defineRule, inPod } from '../../kit/index.js';

/** Whether `YYYY-MM-DD` is a day of the calendar. */
function isDay(text: string): boolean {
  const time = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}

export default defineRule({
  id: 'malformed-suppression',
  severity: 'warning',
  profile: 'baseline',
  since: '0.1.0',
  docs: {
    summary: 'A suppression cannot be understood.',
    why: 'It names no rule, or an end that is no date, so it does not do what whoever wrote it believes. The form is `# oakum-ignore rule-id until 2030-12-31: reason`, where the date may be left out.',
  },
  aliases: [],
  frameworks: [],
  messages: {
    nameless: 'This suppression names no rule.',
    undated: 'The word until in this suppression is not followed by a date (YYYY-MM-DD).',
    impossible: 'This suppression ends on {until}, which is no day.',
  },
  visit: {
    suppression(suppression, report) {
      const { rule, until, place } = suppression;
      if (rule === '') report(place, { message: 'nameless' });
      else if (rule === 'until') report(place, { message: 'undated' });
      else if (until !== undefined && !isDay(until)) report(place, { message: 'impossible', data: { until } });
    },
  },
  examples: [
    {
      title: 'A reason, but no rule',
      bad: inPod`
        - name: web
          # oakum-ignore: nothing is released yet
          image: registry.example.com/shop/web:latest
      `,
    },
    {
      title: 'There is no thirtieth of February',
      bad: inPod`
        - name: web
          # oakum-ignore latest-image-tag until 2031-02-30: nothing is released yet
          image: registry.example.com/shop/web:latest
      `,
    },
    {
      good: inPod`
        - name: web
          # oakum-ignore latest-image-tag until 2031-02-28: nothing is released yet
          image: registry.example.com/shop/web:latest
      `,
    },
  ],
});
