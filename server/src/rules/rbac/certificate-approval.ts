import { cis, defineRule, grantsIn, iso27001, manifest, mitre, near, nist80053, nsa, pciDss, same, soc2, type Access } from '../../kit/index.js';

const APPROVAL: Access = { verbs: ['update', 'patch'], groups: ['certificates.k8s.io'], resources: ['certificatesigningrequests/approval'] };
const SIGNER: Access = { verbs: ['approve'], groups: ['certificates.k8s.io'], resources: ['signers'], names: ['kubernetes.io/kube-apiserver-client', 'kubernetes.io/*'] };

export default defineRule({
  id: 'certificate-approval',
  severity: 'warning',
  profile: 'restricted',
  since: '0.1.0',
  docs: {
    summary: 'A role can approve requests for certificates.',
    why: 'Whoever may ask for a certificate and approve the request can have one made out to any user of the cluster, and use it until it expires. The API server wants two rights for it, and the role has both: `update` on the approval and `approve` on the signer.',
    unless: 'the program approves certificates of nodes or of its own signer, and the rule cannot name the signer in `resourceNames`.',
  },
  aliases: [
    same('checkov', 'CKV_K8S_156'),
    near('kubescape', 'C-0280', 'judges roles together with their bindings, and passes roles without the right on signers only by chance'),
    near('kubescape', 'rule-can-approve-cert-signing-request', 'judges roles together with their bindings, and asks for the right on the approval alone'),
  ],
  frameworks: [cis('5.1.11'), nsa('rbac'), mitre('T1098'), nist80053('AC-6'), pciDss('7.2.5'), soc2('CC6.3'), iso27001('8.2')],
  messages: {
    approve: '{title} grants {verbs} on {resource}, and approve on signers.',
  },
  visit: {
    resource(resource, report) {
      const [signer] = grantsIn(resource, SIGNER);
      if (!signer) return;
      for (const { place, words } of grantsIn(resource, APPROVAL)) {
        report(place, { message: 'approve', data: words, related: [{ message: 'The signers for whom the role may approve.', place: signer.place }] });
      }
    },
  },
  examples: [
    {
      bad: manifest`
        apiVersion: rbac.authorization.k8s.io/v1
        kind: ClusterRole
        metadata:
          name: approver
        rules:
          - apiGroups: [certificates.k8s.io]
            resources: [certificatesigningrequests/approval]
            verbs: [update]
          - apiGroups: [certificates.k8s.io]
            resources: [signers]
            verbs: [approve]
      `,
    },
    {
      title: 'the signer is one of the program’s own',
      good: manifest`
        apiVersion: rbac.authorization.k8s.io/v1
        kind: ClusterRole
        metadata:
          name: approver
        rules:
          - apiGroups: [certificates.k8s.io]
            resources: [certificatesigningrequests/approval]
            verbs: [update]
          - apiGroups: [certificates.k8s.io]
            resources: [signers]
            resourceNames: [shop.example.com/web]
            verbs: [approve]
      `,
    },
  ],
});
