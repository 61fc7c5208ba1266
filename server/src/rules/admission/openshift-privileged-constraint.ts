import { cis, defineRule, fix, manifest, mitre, nist80053, nsa, same } from '../../kit/index.js';

export default defineRule({
  id: 'openshift-privileged-constraint',
  severity: 'warning',
  profile: 'restricted',
  since: '0.1.0',
  docs: {
    summary: 'A SecurityContextConstraints admits privileged containers.',
    why: 'A privileged container is root on the node. Whoever may use the constraint, directly or through a service account, may start one.',
    unless: 'only agents of the node may use it, and nobody else can run as their service account.',
  },
  aliases: [
    same('kube-linter', 'scc-deny-privileged-container'),
  ],
  frameworks: [cis('5.2.2'), nsa('privileged-containers'), nist80053('AC-6'), mitre('T1611')],
  messages: {
    privileged: 'SecurityContextConstraints {name} admits privileged containers.',
  },
  visit: {
    resource(resource, report) {
      if (resource.kind !== 'SecurityContextConstraints') return;
      const field = resource.root.at('allowPrivilegedContainer');
      if (field.is(true)) report(field, { message: 'privileged', data: { name: resource.name ?? '(unnamed)' }, fix: fix.set(field, false, 'Admit no privileged containers', 'suggestion') });
    },
  },
  examples: [
    {
      bad: manifest`
        apiVersion: security.openshift.io/v1
        kind: SecurityContextConstraints
        metadata:
          name: agents
        allowPrivilegedContainer: true
      `,
      fixed: manifest`
        apiVersion: security.openshift.io/v1
        kind: SecurityContextConstraints
        metadata:
          name: agents
        allowPrivilegedContainer: false
      `,
    },
  ],
});
