import { defineRule, grantsIn, iso27001, manifest, near, nist80053, nsa, pciDss, soc2, type Access } from '../../kit/index.js';

const ACCESS: Access = { verbs: ['create', 'get'], groups: [''], resources: ['pods/portforward'] };

export default defineRule({
  id: 'pod-port-forward-access',
  severity: 'information',
  profile: 'strict',
  since: '0.1.0',
  docs: {
    summary: 'A role can open connections to any port of pods.',
    why: 'The connection comes out inside the pod, past all network policies, and reaches ports that listen on `localhost` only because nobody else was meant to.',
    unless: 'the role is for people who debug, and is bound to them only where they may.',
  },
  aliases: [
    near('kubescape', 'C-0063', 'judges roles together with their bindings'),
    near('kubescape', 'rule-can-portforward-v1', 'judges roles together with their bindings'),
  ],
  frameworks: [nsa('rbac'), nist80053('AC-6'), pciDss('7.2.5'), soc2('CC6.3'), iso27001('8.2')],
  messages: {
    granted: '{title} grants {verbs} on {resource}.',
  },
  visit: {
    resource(resource, report) {
      for (const { place, words } of grantsIn(resource, ACCESS)) report(place, { message: 'granted', data: words });
    },
  },
  examples: [
    {
      bad: manifest`
        apiVersion: rbac.authorization.k8s.io/v1
        kind: ClusterRole
        metadata:
          name: operator
        rules:
          - apiGroups: [""]
            resources: [pods/portforward]
            verbs: [create]
      `,
    },
    {
      title: 'the rule names the objects that it is for',
      good: manifest`
        apiVersion: rbac.authorization.k8s.io/v1
        kind: ClusterRole
        metadata:
          name: operator
        rules:
          - apiGroups: [""]
            resources: [pods/portforward]
            verbs: [create]
            resourceNames: [web-0]
      `,
    },
  ],
});
