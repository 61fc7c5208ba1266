import { defineRule, inPod, nist80053 } from '../../kit/index.js';

export default defineRule({
  id: 'duplicate-key',
  severity: 'error',
  profile: 'baseline',
  since: '0.1.0',
  docs: {
    summary: 'A key stands twice in one mapping.',
    why: 'Readers of YAML disagree on which of the two counts: a reviewer, or a policy that reads the file, may see the one that is not in force. The API server refuses such a manifest when it validates strictly, and `kubectl` warns at least.',
  },
  aliases: [],
  frameworks: [nist80053('SI-10')],
  messages: { duplicate: '{problem}' },
  visit: {
    problem(problem, report) {
      if (problem.kind === 'duplicate-key') report(problem.place, { message: 'duplicate', data: { problem: problem.message } });
    },
  },
  examples: [
    {
      bad: inPod`
        - name: web
          image: registry.example.com/shop/web:4.2.1
          securityContext:
            privileged: false
            privileged: true
      `,
    },
    {
      title: 'A merge key may be overridden',
      good: inPod`
        - &web
          name: web
          image: registry.example.com/shop/web:4.2.1
        - <<: *web
          name: second
      `,
    },
  ],
});
