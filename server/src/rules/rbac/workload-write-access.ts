import { cis, defineRule, grantsIn, iso27001, manifest, mitre, near, nist80053, nsa, pciDss, same, soc2, type Access } from '../../kit/index.js';

const ACCESS: readonly Access[] = [
  { verbs: ['create', 'update', 'patch'], groups: [''], resources: ['pods', 'replicationcontrollers'] },
  { verbs: ['create', 'update', 'patch'], groups: ['apps', 'extensions'], resources: ['deployments', 'daemonsets', 'statefulsets', 'replicasets'] },
  { verbs: ['create', 'update', 'patch'], groups: ['batch'], resources: ['jobs', 'cronjobs'] },
];

export default defineRule({
  id: 'workload-write-access',
  severity: 'information',
  profile: 'strict',
  since: '0.1.0',
  docs: {
    summary: 'A role can create or change pods or the workloads that make them.',
    why: 'Whoever creates a pod chooses its service account, the Secrets that it mounts and, where no admission policy forbids it, the node’s filesystem. The right to create pods in a namespace is the right to everything in that namespace.',
    unless: 'deploying is what the role is for, as with a delivery pipeline or an operator.',
  },
  aliases: [
    same('trivy', 'KSV-0048'),
    near('kube-linter', 'access-to-create-pods', 'judges roles together with their bindings'),
    near('kubescape', 'C-0188', 'judges roles together with their bindings'),
    near('kubescape', 'rule-can-create-pod', 'judges roles together with their bindings'),
  ],
  frameworks: [cis('5.1.4'), nsa('rbac'), mitre('T1610'), nist80053('AC-6'), pciDss('7.2.5'), soc2('CC6.3'), iso27001('8.2')],
  messages: {
    granted: '{title} grants {verbs} on {resource}.',
  },
  visit: {
    resource(resource, report) {
      for (const { place, words } of grantsIn(resource, ...ACCESS)) report(place, { message: 'granted', data: words });
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
          - apiGroups: [apps]
            resources: [deployments]
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
          - apiGroups: [apps]
            resources: [deployments]
            verbs: [update]
            resourceNames: [web]
      `,
    },
  ],
});
