import { defineRule, grantsIn, iso27001, manifest, near, nist80053, nsa, pciDss, same, soc2, type Access } from '../../kit/index.js';

const ACCESS: Access = { verbs: ['create', 'update', 'patch', 'delete', 'deletecollection'], groups: [''], resources: ['configmaps'] };

export default defineRule({
  id: 'config-map-write-access',
  severity: 'hint',
  profile: 'strict',
  since: '0.1.0',
  docs: {
    summary: 'A role can change all ConfigMaps of its scope.',
    why: 'ConfigMaps steer programs, and in `kube-system` the cluster’s name service and logins. A rule that names the ones that are meant in `resourceNames` leaves the others alone.',
    unless: 'the program writes ConfigMaps whose names cannot be known beforehand.',
  },
  aliases: [
    same('trivy', 'KSV-0049'),
    near('kubescape', 'C-0037', 'judges roles together with their bindings, and counts update and patch only'),
    near('kubescape', 'rule-can-update-configmap-v1', 'judges roles together with their bindings, and counts update and patch only'),
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
            resources: [configmaps]
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
            resources: [configmaps]
            verbs: [update]
            resourceNames: [web]
      `,
    },
  ],
});
