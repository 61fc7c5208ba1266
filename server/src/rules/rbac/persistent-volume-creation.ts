import { cis, defineRule, grantsIn, iso27001, manifest, mitre, near, nist80053, nsa, pciDss, soc2, type Access } from '../../kit/index.js';

const ACCESS: Access = { verbs: ['create'], groups: [''], resources: ['persistentvolumes'] };

export default defineRule({
  id: 'persistent-volume-creation',
  severity: 'information',
  profile: 'restricted',
  since: '0.1.0',
  docs: {
    summary: 'A role can create PersistentVolumes.',
    why: 'A PersistentVolume can point at a folder of the node or at any volume of the storage system, and no Pod Security level looks into it. Whoever creates one reads the node’s files or other tenants’ data.',
    unless: 'the program is a storage provisioner.',
  },
  aliases: [
    near('kubescape', 'C-0278', 'judges roles together with their bindings'),
    near('kubescape', 'rule-can-create-pv', 'judges roles together with their bindings'),
  ],
  frameworks: [cis('5.1.9'), nsa('rbac'), mitre('T1611'), nist80053('AC-6'), pciDss('7.2.5'), soc2('CC6.3'), iso27001('8.2')],
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
            resources: [persistentvolumes]
            verbs: [create]
      `,
    },
    {
      title: 'reading is another matter',
      good: manifest`
        apiVersion: rbac.authorization.k8s.io/v1
        kind: ClusterRole
        metadata:
          name: operator
        rules:
          - apiGroups: [""]
            resources: [persistentvolumes]
            verbs: [get, list, watch]
      `,
    },
  ],
});
