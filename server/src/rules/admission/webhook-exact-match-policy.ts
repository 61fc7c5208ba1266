import { cis, defineRule, fix, manifest, mitre, nist80053, nsa, soc2 } from '../../kit/index.js';

export default defineRule({
  id: 'webhook-exact-match-policy',
  severity: 'warning',
  profile: 'restricted',
  since: '0.1.0',
  docs: {
    summary: 'An admission webhook or policy looks only at requests in the very API versions that it lists.',
    why: 'Many resources can be written through several versions or groups of the API. With `Exact` a request through a version that the rules do not list goes past the policy; with `Equivalent`, the default, it is converted and judged.',
    unless: 'the rules name all versions with `*`.',
  },
  aliases: [],
  frameworks: [cis('5.2.1'), nsa('pod-security-enforcement'), nist80053('CM-7'), mitre('T1562.001'), soc2('CC8.1')],
  messages: {
    exact: '{title} does not see requests through other versions of the API (matchPolicy: Exact).',
  },
  visit: {
    resource(resource, report) {
      if (resource.group !== 'admissionregistration.k8s.io') return;
      const constraints = resource.root.at('spec', 'matchConstraints');
      const places = resource.kind.endsWith('WebhookConfiguration') ? resource.root.at('webhooks').items().map((webhook) => ({ around: webhook, rules: webhook.at('rules') })) : [{ around: constraints, rules: constraints.at('resourceRules') }];
      for (const { around, rules } of places) {
        const policy = around.at('matchPolicy');
        const seesAll = rules.items().length > 0 && rules.items().every((rule) => rule.at('apiVersions').items().some((version) => version.is('*')) && rule.at('apiGroups').items().some((group) => group.is('*')));
        if (policy.is('Exact') && !seesAll) report(policy, { message: 'exact', data: { title: resource.title }, fix: fix.set(policy, 'Equivalent', 'Match requests through every version', 'suggestion') });
      }
    },
  },
  examples: [
    {
      bad: manifest`
        apiVersion: admissionregistration.k8s.io/v1
        kind: ValidatingWebhookConfiguration
        metadata:
          name: policy
        webhooks:
          - name: pods.policy.example.com
            matchPolicy: Exact
            admissionReviewVersions: [v1]
            sideEffects: None
            clientConfig:
              service:
                name: policy
                namespace: policy
            rules:
              - apiGroups: [""]
                apiVersions: [v1]
                operations: [CREATE]
                resources: [pods]
      `,
      fixed: manifest`
        apiVersion: admissionregistration.k8s.io/v1
        kind: ValidatingWebhookConfiguration
        metadata:
          name: policy
        webhooks:
          - name: pods.policy.example.com
            matchPolicy: Equivalent
            admissionReviewVersions: [v1]
            sideEffects: None
            clientConfig:
              service:
                name: policy
                namespace: policy
            rules:
              - apiGroups: [""]
                apiVersions: [v1]
                operations: [CREATE]
                resources: [pods]
      `,
    },
    {
      good: manifest`
        apiVersion: admissionregistration.k8s.io/v1
        kind: ValidatingWebhookConfiguration
        metadata:
          name: policy
        webhooks:
          - name: pods.policy.example.com
            admissionReviewVersions: [v1]
            sideEffects: None
            clientConfig:
              service:
                name: policy
                namespace: policy
            rules:
              - apiGroups: [""]
                apiVersions: [v1]
                operations: [CREATE]
                resources: [pods]
      `,
    },
  ],
});
