import { defineRule, iso27001, manifest, nist80053, nsa, pciDss, roleBindingOf, same, soc2 } from '../../kit/index.js';

export default defineRule({
  id: 'dashboard-role-binding',
  severity: 'warning',
  profile: 'restricted',
  since: '0.1.0',
  docs: {
    summary: 'A binding gives the Kubernetes Dashboard’s own role to somebody else.',
    why: 'The Dashboard’s role reads and writes Secrets of its own, session keys among them. Others who have it can take over the sessions of people who use the Dashboard.',
  },
  aliases: [
    same('kubescape', 'rule-access-dashboard-subject-v1', 'C-0014'),
  ],
  frameworks: [nsa('rbac'), nist80053('AC-6'), pciDss('7.2.5'), soc2('CC6.3'), iso27001('8.2')],
  messages: {
    dashboard: '{title} gives the role {role} of the Dashboard to {subject}.',
  },
  visit: {
    resource(resource, report) {
      const binding = roleBindingOf(resource);
      if (!binding) return;
      const role = String(binding.roleRef.at('name').value ?? 'nothing');
      if (role !== 'kubernetes-dashboard') return;
      for (const subject of binding.subjects) {
        const name = subject.at('name');
        if (name.isSet && !name.isTemplated && !name.is('kubernetes-dashboard')) report(name, { message: 'dashboard', data: { title: resource.title, role, subject: String(name.value) } });
      }
    },
  },
  examples: [
    {
      bad: manifest`
        apiVersion: rbac.authorization.k8s.io/v1
        kind: RoleBinding
        metadata:
          name: shop
          namespace: kubernetes-dashboard
        roleRef:
          apiGroup: rbac.authorization.k8s.io
          kind: Role
          name: kubernetes-dashboard
        subjects:
          - kind: User
            name: jane
            apiGroup: rbac.authorization.k8s.io
      `,
    },
    {
      good: manifest`
        apiVersion: rbac.authorization.k8s.io/v1
        kind: RoleBinding
        metadata:
          name: shop
          namespace: kubernetes-dashboard
        roleRef:
          apiGroup: rbac.authorization.k8s.io
          kind: Role
          name: kubernetes-dashboard
        subjects:
          - kind: ServiceAccount
            name: kubernetes-dashboard
            namespace: kubernetes-dashboard
      `,
    },
  ],
});
