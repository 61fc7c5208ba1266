import { cis, defineRule, fix, manifest, mitre, nist80053, nsa, soc2 } from '../../kit/index.js';

export default defineRule({
  id: 'kyverno-policy-fail-open',
  severity: 'warning',
  profile: 'restricted',
  since: '0.1.0',
  docs: {
    summary: 'A Kyverno policy is passed over when Kyverno does not answer.',
    why: 'Whoever makes Kyverno slow or stops its pods switches the policy off: with `failurePolicy: Ignore` the API server admits what it cannot ask about.',
    unless: 'the policy only advises.',
  },
  aliases: [],
  frameworks: [cis('5.2.1'), nsa('pod-security-enforcement'), nist80053('CM-7'), mitre('T1562.001'), soc2('CC8.1')],
  messages: {
    ignore: '{title} is passed over when Kyverno does not answer (failurePolicy: Ignore).',
  },
  visit: {
    resource(resource, report) {
      if (!/^(?:policies\.)?kyverno\.io$/u.test(resource.group) || !resource.kind.endsWith('Policy')) return;
      for (const policy of [resource.root.at('spec', 'failurePolicy'), resource.root.at('spec', 'webhookConfiguration', 'failurePolicy')]) {
        if (policy.is('Ignore')) report(policy, { message: 'ignore', data: { title: resource.title }, fix: fix.set(policy, 'Fail', 'Refuse requests when Kyverno does not answer', 'suggestion') });
      }
    },
  },
  examples: [
    {
      bad: manifest`
        apiVersion: kyverno.io/v1
        kind: ClusterPolicy
        metadata:
          name: owner
        spec:
          webhookConfiguration:
            failurePolicy: Ignore
          rules: []
      `,
      fixed: manifest`
        apiVersion: kyverno.io/v1
        kind: ClusterPolicy
        metadata:
          name: owner
        spec:
          webhookConfiguration:
            failurePolicy: Fail
          rules: []
      `,
    },
  ],
});
