import { defineRule, inPodSpec } from '../../kit/index.js';

export default defineRule({
  id: 'unknown-suppression',
  severity: 'warning',
  profile: 'baseline',
  since: '0.1.0',
  docs: {
    summary: 'A suppression names a rule that does not exist.',
    why: 'It silences nothing: the name is misspelt, or the rule has gone. Whoever wrote it believes that a risk has been judged and accepted.',
  },
  aliases: [],
  frameworks: [],
  messages: { unknown: 'This suppression names {rule}, which is no rule.' },
  visit: {
    suppression(suppression, report) {
      const { rule, isKnown } = suppression;
      if (rule !== '' && rule !== 'until' && !isKnown) report(suppression.place, { message: 'unknown', data: { rule } });
    },
  },
  examples: [
    {
      title: 'A misspelt name',
      bad: inPodSpec`
        # oakum-ignore host-newtork: the agent watches the interfaces of the node
        hostNetwork: true
        containers:
          - name: agent
            image: registry.example.com/net/agent:1.8.0
      `,
    },
    {
      good: inPodSpec`
        # oakum-ignore latest-image-tag: the agent is rebuilt every night
        containers:
          - name: agent
            image: registry.example.com/net/agent:latest
      `,
    },
  ],
});
