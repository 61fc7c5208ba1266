import { defineRule, isBootstrapped, iso27001, manifest, mitre, near, nist80053, nsa, pciDss, roleBindingOf, soc2 } from '../../kit/index.js';

/** Roles that Kubernetes itself gives to everybody. */
const HARMLESS: readonly string[] = ['system:basic-user', 'system:discovery', 'system:public-info-viewer'];

export default defineRule({
  id: 'everyone-binding',
  severity: 'warning',
  profile: 'restricted',
  since: '0.1.0',
  docs: {
    summary: 'A binding gives rights to everybody who has logged in, or to every pod.',
    why: '`system:authenticated` is every user and every service account, in some clouds everybody with an account at the provider; `system:serviceaccounts` is every pod with a token. One pod that is taken over, whichever it is, has the role.',
    unless: 'everybody is meant to have the role, such as reading the resources of a catalogue.',
  },
  aliases: [
    near('trivy', 'KSV-01011', 'looks at system:authenticated on GKE only'),
    near('kubescape', 'C-0265', 'looks at system:authenticated, and at what the role grants'),
    near('kubescape', 'system-authenticated-allowed-to-take-over-cluster', 'looks at what the role grants'),
  ],
  frameworks: [nsa('rbac'), mitre('T1078'), nist80053('AC-6'), pciDss('7.3.3'), pciDss('7.2.5'), soc2('CC6.3'), iso27001('8.2')],
  messages: {
    everyone: '{title} gives {role} to {subject}, so to everybody in it.',
  },
  visit: {
    resource(resource, report) {
      const binding = roleBindingOf(resource);
      if (!binding || isBootstrapped(resource)) return;
      const role = String(binding.roleRef.at('name').value ?? 'nothing');
      if (HARMLESS.includes(role)) return;
      for (const subject of binding.subjects) {
        const name = subject.at('name');
        if (name.is('system:authenticated', 'system:serviceaccounts')) report(name, { message: 'everyone', data: { title: resource.title, role, subject: String(name.value) } });
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
          - kind: Group
            name: system:authenticated
            apiGroup: rbac.authorization.k8s.io
      `,
    },
    {
      title: 'what Kubernetes gives to everybody itself',
      good: manifest`
        apiVersion: rbac.authorization.k8s.io/v1
        kind: ClusterRoleBinding
        metadata:
          name: shop
        roleRef:
          apiGroup: rbac.authorization.k8s.io
          kind: ClusterRole
          name: system:discovery
        subjects:
          - kind: Group
            name: system:authenticated
            apiGroup: rbac.authorization.k8s.io
      `,
    },
  ],
});
