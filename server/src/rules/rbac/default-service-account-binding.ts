import { cis, defineRule, isBootstrapped, iso27001, manifest, mitre, near, nist80053, nsa, pciDss, roleBindingOf, same, soc2 } from '../../kit/index.js';

export default defineRule({
  id: 'default-service-account-binding',
  severity: 'warning',
  profile: 'restricted',
  since: '0.1.0',
  docs: {
    summary: 'A binding gives rights to a default service account.',
    why: 'Every pod that names no account runs under `default`, so the right goes to all of them: to programs that do not need it, and to whatever is deployed to the namespace later.',
  },
  aliases: [
    same('checkov', 'CKV_K8S_42'),
    same('kubescape', 'ensure-default-service-accounts-has-only-default-roles', 'C-0239'),
    near('kubescape', 'C-0225', 'also wants that default accounts mount no token'),
  ],
  frameworks: [cis('5.1.5'), nsa('service-account-tokens'), nsa('rbac'), mitre('T1078.001'), nist80053('AC-6'), pciDss('7.2.5'), soc2('CC6.3'), iso27001('8.2')],
  messages: {
    default: '{title} gives {role} to the service account default{namespace}.',
  },
  visit: {
    resource(resource, report) {
      const binding = roleBindingOf(resource);
      if (!binding || isBootstrapped(resource)) return;
      const role = String(binding.roleRef.at('name').value ?? 'nothing');
      for (const subject of binding.subjects) {
        const { string } = subject.at('namespace');
        const namespace = string === undefined ? '' : ` of the namespace ${string}`;
        if (subject.at('kind').is('ServiceAccount') && subject.at('name').is('default')) report(subject.at('name'), { message: 'default', data: { title: resource.title, role, namespace } });
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
          namespace: shop
        roleRef:
          apiGroup: rbac.authorization.k8s.io
          kind: Role
          name: reader
        subjects:
          - kind: ServiceAccount
            name: default
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
          kind: Role
          name: reader
        subjects:
          - kind: ServiceAccount
            name: shop
            namespace: shop
      `,
    },
  ],
});
