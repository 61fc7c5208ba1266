import { cis, defineRule, hipaa, isBootstrapped, iso27001, manifest, mitre, near, nist800190, nist80053, nsa, pciDss, roleBindingOf, same, soc2, subjectsOf } from '../../kit/index.js';

export default defineRule({
  id: 'cluster-admin-binding',
  severity: 'warning',
  profile: 'baseline',
  since: '0.1.0',
  docs: {
    summary: 'A ClusterRoleBinding makes somebody administrator of the whole cluster.',
    why: '`cluster-admin` may do everything everywhere: read all Secrets, change every role, switch off every policy. Whoever takes over a program that has it has taken over the cluster.',
    unless: 'the subjects are the people who administer the cluster.',
  },
  aliases: [
    same('kube-linter', 'cluster-admin-role-binding'),
    same('trivy', 'KSV-0111'),
    near('polaris', 'clusterrolebindingClusterAdmin', 'judges the bound role’s rules too, and fails bindings to roles that are not in sight'),
    near('kubescape', 'C-0185', 'looks at the rules of the role that has this name'),
    near('kubescape', 'C-0035', 'judges the bound role’s rules'),
    near('kubescape', 'rule-list-all-cluster-admins-v1', 'judges the bound role’s rules'),
  ],
  frameworks: [cis('5.1.1'), nsa('rbac'), mitre('T1078'), nist80053('AC-6(5)'), pciDss('7.2.5'), soc2('CC6.3'), iso27001('8.2'), nist800190('3.3.1'), hipaa('164.312(a)(1)')],
  messages: {
    admin: '{title} gives {role} to {subjects}.',
  },
  visit: {
    resource(resource, report) {
      const binding = roleBindingOf(resource);
      if (!binding || isBootstrapped(resource)) return;
      const { roleRef } = binding;
      const name = roleRef.at('name');
      if (binding.isClusterWide && name.is('cluster-admin')) report(name, { message: 'admin', data: { title: resource.title, role: String(name.value), subjects: subjectsOf(binding) } });
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
          name: cluster-admin
        subjects:
          - kind: ServiceAccount
            name: shop
            namespace: shop
      `,
    },
    {
      title: 'a role that fits the task',
      good: manifest`
        apiVersion: rbac.authorization.k8s.io/v1
        kind: ClusterRoleBinding
        metadata:
          name: shop
        roleRef:
          apiGroup: rbac.authorization.k8s.io
          kind: ClusterRole
          name: shop
        subjects:
          - kind: ServiceAccount
            name: shop
            namespace: shop
      `,
    },
  ],
});
