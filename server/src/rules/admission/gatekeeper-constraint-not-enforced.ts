import { cis, defineRule, fix, manifest, mitre, nist80053, nsa, soc2 } from '../../kit/index.js';

export default defineRule({
  id: 'gatekeeper-constraint-not-enforced',
  severity: 'warning',
  profile: 'restricted',
  since: '0.1.0',
  docs: {
    summary: 'A Gatekeeper constraint refuses nothing.',
    why: 'With `dryrun` violations are only counted in the constraint’s status, with `warn` they are shown to whoever sent the request. The object is admitted all the same.',
    unless: 'the constraint is being rolled out; give the exception an end with `until:`.',
  },
  aliases: [],
  frameworks: [cis('5.2.1'), nsa('pod-security-enforcement'), nist80053('CM-7'), mitre('T1562.001'), soc2('CC8.1')],
  messages: {
    action: '{title} refuses nothing (enforcementAction: {action}).',
  },
  visit: {
    resource(resource, report) {
      if (resource.group !== 'constraints.gatekeeper.sh') return;
      const field = resource.root.at('spec', 'enforcementAction');
      if (field.is('dryrun', 'warn')) report(field, { message: 'action', data: { title: resource.title, action: field.string ?? '' }, fix: fix.set(field, 'deny', 'Refuse what violates the constraint', 'suggestion') });
    },
  },
  examples: [
    {
      bad: manifest`
        apiVersion: constraints.gatekeeper.sh/v1beta1
        kind: K8sRequiredLabels
        metadata:
          name: owner
        spec:
          enforcementAction: dryrun
          parameters:
            labels:
              - key: owner
      `,
      fixed: manifest`
        apiVersion: constraints.gatekeeper.sh/v1beta1
        kind: K8sRequiredLabels
        metadata:
          name: owner
        spec:
          enforcementAction: deny
          parameters:
            labels:
              - key: owner
      `,
    },
    {
      title: 'deny is the default',
      good: manifest`
        apiVersion: constraints.gatekeeper.sh/v1beta1
        kind: K8sRequiredLabels
        metadata:
          name: owner
        spec:
          parameters:
            labels:
              - key: owner
      `,
    },
  ],
});
