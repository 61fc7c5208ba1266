import { defineRule, grantsIn, iso27001, manifest, mitre, near, nist80053, nsa, pciDss, same, soc2, type Access } from '../../kit/index.js';

const ACCESS: Access = { verbs: ['create', 'update', 'patch', 'delete', 'deletecollection'], groups: [''], resources: ['configmaps'], names: ['aws-auth', 'coredns', 'kube-proxy', 'kubelet-config', 'kubeadm-config', 'extension-apiserver-authentication'], isNamedOnly: true };

export default defineRule({
  id: 'critical-config-map-write-access',
  severity: 'warning',
  profile: 'restricted',
  since: '0.1.0',
  docs: {
    summary: 'A role can change a ConfigMap that the cluster itself works with.',
    why: '`aws-auth` says which identities of the cloud are administrators of the cluster, `coredns` where every name leads, `kube-proxy` and `kubelet-config` how nodes behave. Changing one of them is taking over the cluster.',
    unless: 'maintaining that ConfigMap is what the role is for.',
  },
  aliases: [
    same('trivy', 'KSV-0115'),
    near('kubescape', 'C-0037', 'judges roles together with their bindings, and knows coredns only'),
    near('kubescape', 'rule-can-update-configmap-v1', 'judges roles together with their bindings, and knows coredns only'),
  ],
  frameworks: [nsa('rbac'), mitre('T1098'), nist80053('AC-6'), pciDss('7.2.5'), soc2('CC6.3'), iso27001('8.2')],
  messages: {
    granted: '{title} grants {verbs} on {resource} that the cluster works with.',
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
            resourceNames: [aws-auth]
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
