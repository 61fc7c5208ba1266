import { apiGroupsOf, cis, defineRule, hipaa, isBuiltInRbac, iso27001, manifest, mitre, near, nist800190, nist80053, nsa, pciDss, policyRulesOf, same, soc2 } from '../../kit/index.js';

export default defineRule({
  id: 'administrator-role',
  severity: 'warning',
  profile: 'baseline',
  since: '0.1.0',
  docs: {
    summary: 'A role can do everything.',
    why: 'Every verb on every resource is what `cluster-admin` has: Secrets, commands in containers, impersonation, roles, and whatever is added to the API. Whoever takes over one program that has it has taken over its scope, be it the cluster or the namespace. Other rules are silent about such a role, which grants all that they look for.',
    unless: 'the role is for administrators, and no program is bound to it.',
  },
  aliases: [
    same('trivy', 'KSV-0044'),
    same('kube-linter', 'wildcard-in-rules'),
    near('trivy', 'KSV-0046', 'counts every rule with a wildcard in resources'),
    near('trivy', 'KSV-0112', 'counts every rule with a wildcard in resources'),
    near('checkov', 'CKV_K8S_49', 'looks at the first rule only, and counts any wildcard'),
    near('checkov', 'CKV_K8S_155', 'judges webhook configurations alone'),
    near('checkov', 'CKV_K8S_156', 'judges certificates alone'),
    near('checkov', 'CKV_K8S_157', 'judges the verb bind alone'),
    near('checkov', 'CKV_K8S_158', 'judges the verb escalate alone'),
    near('polaris', 'clusterrolePodExecAttach', 'judges commands in containers alone'),
    near('polaris', 'rolePodExecAttach', 'judges commands in containers alone'),
    near('kubescape', 'C-0035', 'judges roles together with their bindings'),
    near('kubescape', 'C-0187', 'judges roles together with their bindings'),
    near('kubescape', 'rule-list-all-cluster-admins-v1', 'judges roles together with their bindings'),
    near('kubescape', 'C-0015', 'judges Secrets alone, together with the binding'),
    near('kubescape', 'C-0186', 'judges Secrets alone, together with the binding'),
    near('kubescape', 'rule-can-list-get-secrets-v1', 'judges Secrets alone, together with the binding'),
    near('kubescape', 'C-0002', 'judges commands in containers alone, together with the binding'),
    near('kubescape', 'exec-into-container-v1', 'judges commands in containers alone, together with the binding'),
    near('kubescape', 'C-0063', 'judges port forwarding alone, together with the binding'),
    near('kubescape', 'rule-can-portforward-v1', 'judges port forwarding alone, together with the binding'),
    near('kubescape', 'C-0065', 'judges impersonation alone, together with the binding'),
    near('kubescape', 'rule-can-impersonate-users-groups-v1', 'judges impersonation alone, together with the binding'),
    near('kubescape', 'C-0007', 'judges deletion alone, together with the binding'),
    near('kubescape', 'rule-excessive-delete-rights-v1', 'judges deletion alone, together with the binding'),
    near('kubescape', 'C-0031', 'judges events alone, together with the binding'),
    near('kubescape', 'rule-can-delete-k8s-events-v1', 'judges events alone, together with the binding'),
    near('kubescape', 'C-0037', 'judges ConfigMaps alone, together with the binding'),
    near('kubescape', 'rule-can-update-configmap-v1', 'judges ConfigMaps alone, together with the binding'),
    near('kubescape', 'C-0188', 'judges pods alone, together with the binding'),
    near('kubescape', 'rule-can-create-pod', 'judges pods alone, together with the binding'),
    near('kubescape', 'C-0191', 'judges special verbs alone, together with the binding'),
    near('kubescape', 'rule-can-bind-escalate', 'judges special verbs alone, together with the binding'),
    near('kubescape', 'C-0278', 'judges volumes alone, together with the binding'),
    near('kubescape', 'rule-can-create-pv', 'judges volumes alone, together with the binding'),
    near('kubescape', 'C-0279', 'judges nodes alone, together with the binding'),
    near('kubescape', 'rule-can-access-proxy-subresource', 'judges nodes alone, together with the binding'),
    near('kubescape', 'C-0280', 'judges certificates alone, together with the binding'),
    near('kubescape', 'rule-can-approve-cert-signing-request', 'judges certificates alone, together with the binding'),
    near('kubescape', 'C-0281', 'judges webhooks alone, together with the binding'),
    near('kubescape', 'rule-can-modify-admission-webhooks', 'judges webhooks alone, together with the binding'),
    near('kubescape', 'C-0282', 'judges tokens alone, together with the binding'),
    near('kubescape', 'rule-can-create-service-account-token', 'judges tokens alone, together with the binding'),
    near('kube-linter', 'access-to-secrets', 'judges Secrets alone, together with the binding'),
    near('kube-linter', 'access-to-create-pods', 'judges pods alone, together with the binding'),
    near('polaris', 'rolebindingClusterAdminRole', 'judges the binding of such a role'),
    near('polaris', 'rolebindingClusterAdminClusterRole', 'judges the binding of such a role'),
    near('polaris', 'clusterrolebindingClusterAdmin', 'judges the binding of such a role'),
  ],
  frameworks: [cis('5.1.1'), cis('5.1.3'), nsa('rbac'), mitre('T1078'), nist80053('AC-6'), pciDss('7.2.5'), soc2('CC6.3'), iso27001('8.2'), nist800190('3.3.1'), hipaa('164.312(a)(1)')],
  messages: {
    everything: '{title} grants every verb on every resource of {groups}.',
  },
  visit: {
    resource(resource, report) {
      if (isBuiltInRbac(resource)) return;
      for (const rule of policyRulesOf(resource)) {
        const all = rule.resources.find((entry) => entry.is('*'));
        if (all && rule.isAllPowerful) report(all, { message: 'everything', data: { title: resource.title, groups: apiGroupsOf(rule) } });
      }
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
          - apiGroups: ["*"]
            resources: ["*"]
            verbs: ["*"]
      `,
    },
    {
      title: 'reading is another matter',
      good: manifest`
        apiVersion: rbac.authorization.k8s.io/v1
        kind: ClusterRole
        metadata:
          name: auditor
        rules:
          - apiGroups: ["*"]
            resources: ["*"]
            verbs: [get, list, watch]
      `,
    },
  ],
});
