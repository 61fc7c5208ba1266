import { defineRule, isBootstrapped, iso27001, manifest, nist80053, nsa, pciDss, roleBindingOf, same, soc2, subjectsOf } from '../../kit/index.js';

export default defineRule({
  id: 'namespace-admin-binding',
  severity: 'hint',
  profile: 'strict',
  since: '0.1.0',
  docs: {
    summary: 'A RoleBinding gives the role `admin` or `edit` in its namespace.',
    why: 'Both roles read all Secrets of the namespace and start pods under any of its service accounts; `admin` writes roles and bindings too. A program rarely needs more than a few verbs on a few resources.',
    unless: 'the subjects are the team whose namespace it is.',
  },
  aliases: [
    same('trivy', 'KSV-0111'),
  ],
  frameworks: [nsa('rbac'), nist80053('AC-6'), pciDss('7.2.5'), soc2('CC6.3'), iso27001('8.2')],
  messages: {
    admin: '{title} gives {role} in its namespace to {subjects}.',
  },
  visit: {
    resource(resource, report) {
      const binding = roleBindingOf(resource);
      if (!binding || isBootstrapped(resource)) return;
      const { roleRef } = binding;
      const name = roleRef.at('name');
      if (!binding.isClusterWide && roleRef.at('kind').is('ClusterRole') && name.is('admin', 'edit')) report(name, { message: 'admin', data: { title: resource.title, role: String(name.value), subjects: subjectsOf(binding) } });
    },
  },
  examples: [
    {
      bad: manifest`
        apiVersion: rbac.authorization.k8s.io/v1
        kind: RoleBinding
        metadata:
          name: shop
          namespace: shop
        roleRef:
          apiGroup: rbac.authorization.k8s.io
          kind: ClusterRole
          name: edit
        subjects:
          - kind: ServiceAccount
            name: shop
            namespace: shop
      `,
    },
    {
      good: manifest`
        apiVersion: rbac.authorization.k8s.io/v1
        kind: RoleBinding
        metadata:
          name: shop
          namespace: shop
        roleRef:
          apiGroup: rbac.authorization.k8s.io
          kind: ClusterRole
          name: view
        subjects:
          - kind: ServiceAccount
            name: shop
            namespace: shop
      `,
    },
  ],
});
