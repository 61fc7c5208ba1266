import { cis, defineRule, fix, manifest, mitre, nist800190, nist80053, nsa, soc2 } from '../../kit/index.js';

export default defineRule({
  id: 'kyverno-policy-not-enforced',
  severity: 'warning',
  profile: 'restricted',
  since: '0.1.0',
  docs: {
    summary: 'A Kyverno policy only reports what it finds.',
    why: 'In `Audit`, which is the default, violations are written into a report and the object is admitted. A policy that verifies images does not keep unsigned ones out.',
    unless: 'the policy is being rolled out; give the exception an end with `until:`.',
  },
  aliases: [],
  frameworks: [cis('5.2.1'), nsa('pod-security-enforcement'), nist80053('CM-7'), mitre('T1562.001'), soc2('CC8.1'), nist800190('4.1.5')],
  messages: {
    audit: '{title} refuses nothing ({field}: Audit).',
    unset: '{title} refuses nothing, because Audit is the default.',
    actions: '{title} refuses nothing: its actions are {actions}.',
  },
  visit: {
    resource(resource, report) {
      const spec = resource.root.at('spec');
      if (resource.group === 'policies.kyverno.io' && /^(?:Namespaced)?(?:Validating|ImageValidating)Policy$/u.test(resource.kind)) {
        const actions = spec.at('validationActions').items();
        if (actions.length === 0 || actions.some((action) => action.isTemplated || action.is('Deny'))) return;
        report(spec.at('validationActions'), { message: 'actions', data: { title: resource.title, actions: actions.map((action) => String(action.value ?? '')).join(', ') }, fix: fix.set(spec.at('validationActions'), ['Deny'], 'Refuse what violates the policy', 'suggestion') });
        return;
      }
      if (resource.group !== 'kyverno.io' || !/^(?:Cluster)?Policy$/u.test(resource.kind)) return;
      const whole = spec.at('validationFailureAction');
      if (whole.is('Audit', 'audit')) report(whole, { message: 'audit', data: { title: resource.title, field: 'validationFailureAction' }, fix: fix.set(whole, 'Enforce', 'Refuse what violates the policy', 'suggestion') });
      for (const rule of spec.at('rules').items()) {
        for (const check of [rule.at('validate'), ...rule.at('verifyImages').items()]) {
          const action = check.at('failureAction');
          if (action.is('Audit', 'audit')) report(action, { message: 'audit', data: { title: resource.title, field: 'failureAction' }, fix: fix.set(action, 'Enforce', 'Refuse what violates the policy', 'suggestion') });
          else if (check.isSet && !action.isSet && !action.isTemplated && !whole.isSet && !whole.isTemplated && !resource.isPartial) report(action, { message: 'unset', data: { title: resource.title }, fix: fix.set(action, 'Enforce', 'Refuse what violates the policy', 'suggestion') });
        }
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
          rules:
            - name: owner
              match:
                any:
                  - resources:
                      kinds: [Pod]
              validate:
                failureAction: Audit
                message: An owner is required.
                pattern:
                  metadata:
                    labels:
                      owner: "?*"
      `,
      fixed: manifest`
        apiVersion: kyverno.io/v1
        kind: ClusterPolicy
        metadata:
          name: owner
        spec:
          rules:
            - name: owner
              match:
                any:
                  - resources:
                      kinds: [Pod]
              validate:
                failureAction: Enforce
                message: An owner is required.
                pattern:
                  metadata:
                    labels:
                      owner: "?*"
      `,
    },
  ],
});
