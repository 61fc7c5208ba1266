import { defineRule, grantsIn, iso27001, manifest, mitre, near, nist80053, nsa, pciDss, same, soc2, type Access } from '../../kit/index.js';

const ACCESS: Access = { verbs: ['create', 'get'], groups: [''], resources: ['pods/exec', 'pods/attach'] };

export default defineRule({
  id: 'pod-exec-access',
  severity: 'warning',
  profile: 'restricted',
  since: '0.1.0',
  docs: {
    summary: 'A role can run commands in running containers.',
    why: 'A shell in a container has everything that the container has: its token, its Secrets, its network. Up to Kubernetes 1.34 the verb `get` is enough for it, because a WebSocket is opened with a GET request.',
    unless: 'the role is for people who debug, and is bound to them only where they may.',
  },
  aliases: [
    same('polaris', 'clusterrolePodExecAttach', 'rolePodExecAttach'),
    same('trivy', 'KSV-0053'),
    near('trivy', 'KSV-0054', 'wants a second rule that grants get on pods, and the API group `*` in both'),
    near('kubescape', 'C-0002', 'judges roles together with their bindings'),
    near('kubescape', 'exec-into-container-v1', 'judges roles together with their bindings'),
    near('polaris', 'clusterrolebindingPodExecAttach', 'judges the binding, and fails those to roles that are not in sight'),
    near('polaris', 'rolebindingClusterRolePodExecAttach', 'judges the binding, and fails those to roles that are not in sight'),
    near('polaris', 'rolebindingRolePodExecAttach', 'judges the binding, and fails those to roles that are not in sight'),
    near('checkov', 'CKV2_K8S_2', 'judges bindings of service accounts and nodes to roles of one rule, and counts nodes/proxy too'),
  ],
  frameworks: [nsa('rbac'), mitre('T1609'), nist80053('AC-6'), pciDss('7.2.5'), soc2('CC6.3'), iso27001('8.2')],
  messages: {
    granted: '{title} grants {verbs} on {resource}, a shell in running containers.',
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
            resources: [pods/exec]
            verbs: [create]
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
            resources: [pods/log]
            verbs: [get]
      `,
    },
  ],
});
