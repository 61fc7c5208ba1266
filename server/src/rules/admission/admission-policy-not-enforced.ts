import { cis, defineRule, fix, manifest, mitre, nist80053, nsa, soc2 } from '../../kit/index.js';

export default defineRule({
  id: 'admission-policy-not-enforced',
  severity: 'warning',
  profile: 'restricted',
  since: '0.1.0',
  docs: {
    summary: 'The binding of an admission policy only warns or audits.',
    why: 'What the policy finds fault with is admitted all the same. Warnings are shown to whoever sent the request and to nobody else, and audit annotations are read only where somebody looks.',
    unless: 'the policy is being rolled out; give the exception an end with `until:`.',
  },
  aliases: [],
  frameworks: [cis('5.2.1'), nsa('pod-security-enforcement'), nist80053('CM-7'), mitre('T1562.001'), soc2('CC8.1')],
  messages: {
    actions: '{title} refuses nothing: its actions are {actions}.',
  },
  visit: {
    resource(resource, report) {
      if (resource.group !== 'admissionregistration.k8s.io' || resource.kind !== 'ValidatingAdmissionPolicyBinding') return;
      const field = resource.root.at('spec', 'validationActions');
      const actions = field.items();
      if (actions.length === 0 || actions.some((action) => action.is('Deny') || action.isTemplated)) return;
      const repair = fix.set(field, actions.some((action) => action.is('Audit')) ? ['Deny', 'Audit'] : ['Deny'], 'Refuse what the policy finds fault with', 'suggestion');
      report(field, { message: 'actions', data: { title: resource.title, actions: actions.map((action) => String(action.value ?? '')).join(', ') }, fix: repair });
    },
  },
  examples: [
    {
      bad: manifest`
        apiVersion: admissionregistration.k8s.io/v1
        kind: ValidatingAdmissionPolicyBinding
        metadata:
          name: replicas
        spec:
          policyName: replicas
          validationActions: [Audit]
      `,
      fixed: manifest`
        apiVersion: admissionregistration.k8s.io/v1
        kind: ValidatingAdmissionPolicyBinding
        metadata:
          name: replicas
        spec:
          policyName: replicas
          validationActions: [Deny, Audit]
      `,
    },
    {
      good: manifest`
        apiVersion: admissionregistration.k8s.io/v1
        kind: ValidatingAdmissionPolicyBinding
        metadata:
          name: replicas
        spec:
          policyName: replicas
          validationActions: [Deny]
      `,
    },
  ],
});
