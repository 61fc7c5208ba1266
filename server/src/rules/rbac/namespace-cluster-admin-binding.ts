import { cis, defineRule, isBootstrapped, iso27001, manifest, near, nist80053, nsa, pciDss, roleBindingOf, same, soc2, subjectsOf } from '../../kit/index.js';

export default defineRule({
  id: 'namespace-cluster-admin-binding',
  severity: 'information',
  profile: 'restricted',
  since: '0.1.0',
  docs: {
    summary: 'A RoleBinding gives the role `cluster-admin` in its namespace.',
    why: 'In one namespace `cluster-admin` is still more than `admin`: it writes quotas and the namespace’s own labels, so that the holder lifts the limits that others have set, and it grants all resources that are added to the API.',
    unless: 'the subject looks after the namespace in the place of the cluster’s administrators.',
  },
  aliases: [
    same('trivy', 'KSV-0111'),
    near('polaris', 'rolebindingClusterAdminClusterRole', 'judges the bound role’s rules too, and fails bindings to roles that are not in sight'),
    near('kubescape', 'C-0035', 'judges the bound role’s rules'),
    near('kubescape', 'rule-list-all-cluster-admins-v1', 'judges the bound role’s rules'),
  ],
  frameworks: [cis('5.1.1'), nsa('rbac'), nist80053('AC-6'), pciDss('7.2.5'), soc2('CC6.3'), iso27001('8.2')],
  messages: {
    admin: '{title} gives {role} in its namespace to {subjects}.',
  },
  visit: {
    resource(resource, report) {
      const binding = roleBindingOf(resource);
      if (!binding || isBootstrapped(resource)) return;
      const { roleRef } = binding;
      const name = roleRef.at('name');
      if (!binding.isClusterWide && name.is('cluster-admin')) report(name, { message: 'admin', data: { title: resource.title, role: String(name.value), subjects: subjectsOf(binding) } });
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
          name: cluster-admin
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
          name: edit
        subjects:
          - kind: ServiceAccount
            name: shop
            namespace: shop
      `,
    },
  ],
});
