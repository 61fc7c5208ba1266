import { cis, defineRule, grantsIn, iso27001, manifest, mitre, near, nist80053, nsa, pciDss, same, soc2, type Access } from '../../kit/index.js';

const ACCESS: Access = { verbs: ['get', 'create'], groups: [''], resources: ['nodes/proxy'] };

export default defineRule({
  id: 'node-proxy-access',
  severity: 'warning',
  profile: 'restricted',
  since: '0.1.0',
  docs: {
    summary: 'A role can talk to the kubelets of the nodes.',
    why: 'The kubelet’s API runs commands in every container of its node. Requests through `nodes/proxy` pass neither admission nor, in detail, the audit log, and the verb `get` is enough to run a command over a WebSocket.',
    unless: 'a monitoring agent needs it and cannot use the finer `nodes/metrics`, `nodes/stats` and `nodes/log`.',
  },
  aliases: [
    same('trivy', 'KSV-0047'),
    near('kubescape', 'C-0279', 'judges roles together with their bindings'),
    near('kubescape', 'rule-can-access-proxy-subresource', 'judges roles together with their bindings'),
    near('checkov', 'CKV2_K8S_2', 'judges bindings of service accounts and nodes to roles of one rule, and counts pods/exec too'),
  ],
  frameworks: [cis('5.1.10'), nsa('rbac'), mitre('T1609'), nist80053('AC-6'), pciDss('7.2.5'), soc2('CC6.3'), iso27001('8.2')],
  messages: {
    granted: '{title} grants {verbs} on {resource}, commands in every container of the node.',
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
            resources: [nodes/proxy]
            verbs: [get]
      `,
    },
    {
      title: 'a finer right does',
      good: manifest`
        apiVersion: rbac.authorization.k8s.io/v1
        kind: ClusterRole
        metadata:
          name: operator
        rules:
          - apiGroups: [""]
            resources: [nodes/metrics]
            verbs: [get]
      `,
    },
  ],
});
