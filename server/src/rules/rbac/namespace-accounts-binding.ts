import { defineRule, isBootstrapped, iso27001, manifest, nist80053, nsa, pciDss, roleBindingOf, soc2 } from '../../kit/index.js';

/** What the names of the groups of a namespace's accounts begin with. */
const GROUP = 'system:serviceaccounts:';

export default defineRule({
  id: 'namespace-accounts-binding',
  severity: 'information',
  profile: 'strict',
  since: '0.1.0',
  docs: {
    summary: 'A binding gives rights to all service accounts of a namespace.',
    why: 'Every pod of the namespace that has a token has the role, whether its program needs it or not, and so does whatever is deployed there later.',
    unless: 'all programs of the namespace need the role, such as the right to pull images.',
  },
  aliases: [],
  frameworks: [nsa('service-account-tokens'), nsa('rbac'), nist80053('AC-6'), pciDss('7.2.5'), soc2('CC6.3'), iso27001('8.2')],
  messages: {
    all: '{title} gives {role} to all service accounts of the namespace {namespace}.',
  },
  visit: {
    resource(resource, report) {
      const binding = roleBindingOf(resource);
      if (!binding || isBootstrapped(resource)) return;
      const role = String(binding.roleRef.at('name').value ?? 'nothing');
      for (const subject of binding.subjects) {
        const name = subject.at('name');
        if (name.string?.startsWith(GROUP) === true && !name.isTemplated) report(name, { message: 'all', data: { title: resource.title, role, namespace: (name.string ?? '').slice(GROUP.length) } });
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
          - kind: Group
            name: system:serviceaccounts:shop
            apiGroup: rbac.authorization.k8s.io
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
