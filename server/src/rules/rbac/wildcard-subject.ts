import { defineRule, manifest, nsa, roleBindingOf } from '../../kit/index.js';

export default defineRule({
  id: 'wildcard-subject',
  severity: 'information',
  profile: 'restricted',
  since: '0.1.0',
  docs: {
    summary: 'A binding names a subject with `*`, which stands for nobody.',
    why: 'Subjects are compared letter by letter: `*` is a user of that name, and nobody else. Somebody meant to give the role to many, which fails today and is one edit away from a binding to `system:authenticated`; an identity provider that lets people choose their names may even have such a user.',
  },
  aliases: [],
  frameworks: [nsa('rbac')],
  messages: {
    wildcard: '{title} gives {role} to {subject}, in which the * stands for nobody.',
  },
  visit: {
    resource(resource, report) {
      const binding = roleBindingOf(resource);
      if (!binding) return;
      const role = String(binding.roleRef.at('name').value ?? 'nothing');
      for (const subject of binding.subjects) {
        const name = subject.at('name');
        if (name.string?.includes('*') === true && !name.isTemplated) report(name, { message: 'wildcard', data: { title: resource.title, role, subject: String(name.value) } });
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
            name: "*"
            apiGroup: rbac.authorization.k8s.io
      `,
    },
  ],
});
