import { defineRule, firstLineOf, manifest } from '../../kit/index.js';

export default defineRule({
  id: 'syntax-error',
  severity: 'error',
  profile: 'baseline',
  since: '0.1.0',
  docs: {
    summary: 'The text is no YAML that the API server would read.',
    why: 'The manifest cannot be applied, and what stands behind the error may not have been looked at: no finding there does not mean that all is well.',
    unless: 'the file is no manifest; `exclude` of the configuration is the better way to say so.',
  },
  aliases: [],
  frameworks: [],
  messages: { unreadable: '{problem}' },
  visit: {
    problem(problem, report) {
      if (problem.kind !== 'duplicate-key') report(firstLineOf(problem.place), { message: 'unreadable', data: { problem: problem.message } });
    },
  },
  examples: [
    {
      title: 'A quote that is not closed',
      bad: manifest`
        apiVersion: v1
        kind: Pod
        metadata:
          name: "web
        spec:
          containers:
            - name: web
              image: registry.example.com/shop/web:4.2.1
      `,
    },
    {
      good: manifest`
        apiVersion: v1
        kind: Pod
        metadata:
          name: "web"
        spec:
          containers:
            - name: web
              image: registry.example.com/shop/web:4.2.1
      `,
    },
  ],
});
