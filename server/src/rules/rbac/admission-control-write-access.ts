import { cis, defineRule, grantsIn, iso27001, manifest, mitre, near, nist80053, nsa, pciDss, same, soc2, type Access } from '../../kit/index.js';

const ACCESS: Access = { verbs: ['create', 'update', 'patch', 'delete', 'deletecollection'], groups: ['admissionregistration.k8s.io'], resources: ['mutatingwebhookconfigurations', 'validatingwebhookconfigurations', 'validatingadmissionpolicies', 'validatingadmissionpolicybindings', 'mutatingadmissionpolicies', 'mutatingadmissionpolicybindings'] };

export default defineRule({
  id: 'admission-control-write-access',
  severity: 'warning',
  profile: 'restricted',
  since: '0.1.0',
  docs: {
    summary: 'A role can change how the API server checks and alters objects.',
    why: 'A webhook sees every object that passes through it, Secrets included, and can change it: who writes webhook configurations can read what is created in the cluster and slip containers into pods. Who deletes them switches policies off.',
    unless: 'the program manages admission webhooks, and the rule cannot name them in `resourceNames`.',
  },
  aliases: [
    same('trivy', 'KSV-0114'),
    near('checkov', 'CKV_K8S_155', 'passes deleting, and ignores resourceNames'),
    near('kubescape', 'C-0281', 'judges roles together with their bindings'),
    near('kubescape', 'rule-can-modify-admission-webhooks', 'judges roles together with their bindings'),
  ],
  frameworks: [cis('5.1.12'), nsa('rbac'), mitre('T1562.001'), nist80053('AC-6'), pciDss('7.2.5'), soc2('CC6.3'), iso27001('8.2')],
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
          - apiGroups: [admissionregistration.k8s.io]
            resources: [mutatingwebhookconfigurations]
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
          - apiGroups: [admissionregistration.k8s.io]
            resources: [mutatingwebhookconfigurations]
            verbs: [update]
            resourceNames: [web]
      `,
    },
  ],
});
