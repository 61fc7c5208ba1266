import { cis, defineRule, fix, manifest, mitre, nist80053, nsa, soc2 } from '../../kit/index.js';

export default defineRule({
  id: 'admission-policy-fail-open',
  severity: 'warning',
  profile: 'restricted',
  since: '0.1.0',
  docs: {
    summary: 'An admission policy admits what it fails to evaluate.',
    why: 'With `failurePolicy: Ignore` an object on which an expression ends in an error is admitted as if it complied. A field that is missing, or of another type than the author thought of, is enough to get past the policy.',
    unless: 'the policy is being tried out.',
  },
  aliases: [],
  frameworks: [cis('5.2.1'), nsa('pod-security-enforcement'), nist80053('CM-7'), mitre('T1562.001'), soc2('CC8.1')],
  messages: {
    ignore: '{title} admits what its expressions fail on (failurePolicy: Ignore).',
  },
  visit: {
    resource(resource, report) {
      if (resource.group !== 'admissionregistration.k8s.io' || !/^(?:Validating|Mutating)AdmissionPolicy$/u.test(resource.kind)) return;
      const policy = resource.root.at('spec', 'failurePolicy');
      if (policy.is('Ignore')) report(policy, { message: 'ignore', data: { title: resource.title }, fix: fix.set(policy, 'Fail', 'Refuse what the policy fails on', 'suggestion') });
    },
  },
  examples: [
    {
      bad: manifest`
        apiVersion: admissionregistration.k8s.io/v1
        kind: ValidatingAdmissionPolicy
        metadata:
          name: replicas
        spec:
          failurePolicy: Ignore
          matchConstraints:
            resourceRules:
              - apiGroups: [apps]
                apiVersions: [v1]
                operations: [CREATE, UPDATE]
                resources: [deployments]
          validations:
            - expression: object.spec.replicas <= 5
      `,
      fixed: manifest`
        apiVersion: admissionregistration.k8s.io/v1
        kind: ValidatingAdmissionPolicy
        metadata:
          name: replicas
        spec:
          failurePolicy: Fail
          matchConstraints:
            resourceRules:
              - apiGroups: [apps]
                apiVersions: [v1]
                operations: [CREATE, UPDATE]
                resources: [deployments]
          validations:
            - expression: object.spec.replicas <= 5
      `,
    },
  ],
});
