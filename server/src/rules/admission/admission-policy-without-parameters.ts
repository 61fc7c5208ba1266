import { cis, defineRule, fix, manifest, mitre, nist80053, nsa, soc2 } from '../../kit/index.js';

export default defineRule({
  id: 'admission-policy-without-parameters',
  severity: 'warning',
  profile: 'restricted',
  since: '0.1.0',
  docs: {
    summary: 'An admission policy lets everything through when its parameters are missing.',
    why: 'With `parameterNotFoundAction: Allow` the binding is skipped as long as no parameter object is found: whoever may delete or relabel that object switches the policy off.',
  },
  aliases: [],
  frameworks: [cis('5.2.1'), nsa('pod-security-enforcement'), nist80053('CM-7'), mitre('T1562.001'), soc2('CC8.1')],
  messages: {
    allow: '{title} is skipped when its parameters are missing (parameterNotFoundAction: Allow).',
  },
  visit: {
    resource(resource, report) {
      if (resource.group !== 'admissionregistration.k8s.io' || !resource.kind.endsWith('AdmissionPolicyBinding')) return;
      const action = resource.root.at('spec', 'paramRef', 'parameterNotFoundAction');
      if (action.is('Allow')) report(action, { message: 'allow', data: { title: resource.title }, fix: fix.set(action, 'Deny', 'Refuse requests while the parameters are missing', 'suggestion') });
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
          paramRef:
            name: limits
            parameterNotFoundAction: Allow
          validationActions: [Deny]
      `,
      fixed: manifest`
        apiVersion: admissionregistration.k8s.io/v1
        kind: ValidatingAdmissionPolicyBinding
        metadata:
          name: replicas
        spec:
          policyName: replicas
          paramRef:
            name: limits
            parameterNotFoundAction: Deny
          validationActions: [Deny]
      `,
    },
  ],
});
