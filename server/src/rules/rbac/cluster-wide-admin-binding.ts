import { cis, defineRule, isBootstrapped, iso27001, manifest, nist80053, nsa, pciDss, roleBindingOf, same, soc2, subjectsOf } from '../../kit/index.js';

export default defineRule({
  id: 'cluster-wide-admin-binding',
  severity: 'warning',
  profile: 'restricted',
  since: '0.1.0',
  docs: {
    summary: 'A ClusterRoleBinding gives the role `admin` or `edit` in every namespace.',
    why: 'These roles are made for RoleBindings, as the rights of a team in its own namespace. Bound to the cluster they reach every namespace: all Secrets, and pods under any service account, those of `kube-system` included.',
    unless: 'the subjects are people who look after all namespaces.',
  },
  aliases: [
    same('trivy', 'KSV-0111'),
  ],
  frameworks: [cis('5.1.1'), nsa('rbac'), nist80053('AC-6'), pciDss('7.2.5'), soc2('CC6.3'), iso27001('8.2')],
  messages: {
    admin: '{title} gives {role} in every namespace to {subjects}.',
  },
  visit: {
    resource(resource, report) {
      const binding = roleBindingOf(resource);
      if (!binding || isBootstrapped(resource)) return;
      const { roleRef } = binding;
      const name = roleRef.at('name');
      if (binding.isClusterWide && name.is('admin', 'edit')) report(name, { message: 'admin', data: { title: resource.title, role: String(name.value), subjects: subjectsOf(binding) } });
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
          name: admin
        subjects:
          - kind: ServiceAccount
            name: shop
            namespace: shop
      `,
    },
    {
      title: 'in the team’s own namespace',
      good: manifest`
        apiVersion: rbac.authorization.k8s.io/v1
        kind: RoleBinding
        metadata:
          name: shop
          namespace: shop
        roleRef:
          apiGroup: rbac.authorization.k8s.io
          kind: ClusterRole
          name: admin
        subjects:
          - kind: User
            name: jane
            apiGroup: rbac.authorization.k8s.io
      `,
    },
  ],
});
