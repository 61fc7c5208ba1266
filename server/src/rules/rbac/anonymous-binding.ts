import { defineRule, fix, gdpr, hipaa, iso27001, manifest, mitre, near, nist80053, nsa, pciDss, roleBindingOf, same, soc2 } from '../../kit/index.js';

export default defineRule({
  id: 'anonymous-binding',
  severity: 'error',
  profile: 'baseline',
  since: '0.1.0',
  docs: {
    summary: 'A binding gives rights to whoever has not logged in.',
    why: 'Requests without credentials come from `system:anonymous` in the group `system:unauthenticated`. What these are given is given to everybody who can reach the API server, in many clusters the whole internet.',
    unless: 'the role shows nothing but public facts, such as `system:public-info-viewer` and the bootstrap information that kubeadm publishes.',
  },
  aliases: [
    same('kubescape', 'anonymous-access-enabled', 'C-0262'),
    same('trivy', 'KSV-0122'),
    near('kubesec', 'BindingsToSystemAnonymous', 'does not know the group system:unauthenticated, and matches parts of names'),
  ],
  frameworks: [nsa('authentication'), nsa('rbac'), mitre('T1133'), nist80053('AC-14'), pciDss('7.3.3'), soc2('CC6.1'), iso27001('8.5'), hipaa('164.312(d)'), gdpr('32(1)(b)')],
  messages: {
    anonymous: '{title} gives {role} to {subject}, so to whoever has not logged in.',
  },
  visit: {
    resource(resource, report) {
      const binding = roleBindingOf(resource);
      if (!binding) return;
      const role = String(binding.roleRef.at('name').value ?? 'nothing');
      for (const subject of binding.subjects) {
        const name = subject.at('name');
        if (name.is('system:anonymous', 'system:unauthenticated')) report(name, { message: 'anonymous', data: { title: resource.title, role, subject: String(name.value) }, fix: fix.remove(subject, 'Remove the subject', 'suggestion') });
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
          - kind: User
            name: jane
            apiGroup: rbac.authorization.k8s.io
          - kind: Group
            name: system:unauthenticated
            apiGroup: rbac.authorization.k8s.io
      `,
      fixed: manifest`
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
          - kind: User
            name: jane
            apiGroup: rbac.authorization.k8s.io
      `,
    },
  ],
});
