import { defineRule, grantsIn, iso27001, manifest, mitre, near, nist80053, nsa, pciDss, same, soc2, type Access } from '../../kit/index.js';

const ACCESS: readonly Access[] = [
  { verbs: ['delete', 'deletecollection'], groups: [''], resources: ['pods', 'replicationcontrollers', 'services'] },
  { verbs: ['delete', 'deletecollection'], groups: ['apps', 'extensions'], resources: ['deployments', 'daemonsets', 'statefulsets', 'replicasets'] },
  { verbs: ['delete', 'deletecollection'], groups: ['batch'], resources: ['jobs', 'cronjobs'] },
];

export default defineRule({
  id: 'workload-deletion',
  severity: 'hint',
  profile: 'strict',
  since: '0.1.0',
  docs: {
    summary: 'A role can delete pods, workloads or Services.',
    why: 'Whoever takes over an account with this right can stop the programs that run in its scope.',
    unless: 'deploying is what the role is for, as with a delivery pipeline or an operator.',
  },
  aliases: [
    same('trivy', 'KSV-0048'),
    near('kubescape', 'C-0007', 'judges roles together with their bindings, and counts Secrets too'),
    near('kubescape', 'rule-excessive-delete-rights-v1', 'judges roles together with their bindings, and counts Secrets too'),
  ],
  frameworks: [nsa('rbac'), mitre('T1485'), nist80053('AC-6'), pciDss('7.2.5'), soc2('CC6.3'), iso27001('8.2')],
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
            verbs: [delete]
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
            verbs: [delete]
            resourceNames: [web]
      `,
    },
  ],
});
