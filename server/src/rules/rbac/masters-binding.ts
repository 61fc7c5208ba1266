import { cis, defineRule, fix, isBootstrapped, iso27001, manifest, mitre, nist80053, nsa, pciDss, roleBindingOf, same, soc2 } from '../../kit/index.js';

export default defineRule({
  id: 'masters-binding',
  severity: 'warning',
  profile: 'baseline',
  since: '0.1.0',
  docs: {
    summary: 'A binding names the group `system:masters`, which is above all authorization.',
    why: 'The API server lets members of `system:masters` do everything without asking any authorizer, so the binding grants them nothing; but it shows that somebody works with that group. Its membership comes with a certificate, which cannot be taken back before it expires.',
  },
  aliases: [
    same('trivy', 'KSV-0123'),
  ],
  frameworks: [cis('5.1.7'), nsa('rbac'), mitre('T1078'), nist80053('AC-6(5)'), pciDss('7.2.5'), soc2('CC6.3'), iso27001('8.2')],
  messages: {
    masters: '{title} gives {role} to {subject}, which is above all authorization.',
  },
  visit: {
    resource(resource, report) {
      const binding = roleBindingOf(resource);
      if (!binding || isBootstrapped(resource)) return;
      const role = String(binding.roleRef.at('name').value ?? 'nothing');
      for (const subject of binding.subjects) {
        const name = subject.at('name');
        if (name.is('system:masters')) report(name, { message: 'masters', data: { title: resource.title, role, subject: String(name.value) }, fix: fix.remove(subject, 'Remove the subject', 'suggestion') });
      }
    },
  },
  examples: [
    {
      bad: manifest`
        apiVersion: rbac.authorization.k8s.io/v1
        kind: ClusterRoleBinding
        metadata:
          name: shop
        roleRef:
          apiGroup: rbac.authorization.k8s.io
          kind: ClusterRole
          name: reader
        subjects:
          - kind: User
            name: jane
            apiGroup: rbac.authorization.k8s.io
          - kind: Group
            name: system:masters
            apiGroup: rbac.authorization.k8s.io
      `,
      fixed: manifest`
        apiVersion: rbac.authorization.k8s.io/v1
        kind: ClusterRoleBinding
        metadata:
          name: shop
        roleRef:
          apiGroup: rbac.authorization.k8s.io
          kind: ClusterRole
          name: reader
        subjects:
          - kind: User
            name: jane
            apiGroup: rbac.authorization.k8s.io
      `,
    },
  ],
});
