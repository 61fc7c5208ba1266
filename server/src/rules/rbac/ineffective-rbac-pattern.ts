import { defineRule, isBuiltInRbac, manifest, near, nsa, policyRulesOf, type Field, type PolicyRule } from '../../kit/index.js';

/** The lists of a rule with those of their entries in which a `*` stands for nothing. */
function patternsOf(rule: PolicyRule): { readonly list: string; readonly entries: readonly Field<string>[] }[] {
  const within = (entries: readonly Field<string>[], meaningful: RegExp): Field<string>[] =>
    entries.filter((entry) => !entry.isTemplated && entry.string?.includes('*') === true && !meaningful.test(entry.string));
  const hasSigners = rule.resources.some((entry) => entry.is('signers', '*')); // Their names end with `/*` for a whole domain.
  return [
    { list: 'verbs', entries: within(rule.verbs, /^\*$/u) },
    { list: 'apiGroups', entries: within(rule.apiGroups, /^\*$/u) },
    { list: 'resources', entries: within(rule.resources, /^\*$|^\*\/[^*]+$/u) },
    { list: 'resourceNames', entries: hasSigners ? [] : within(rule.resourceNames, /^(?!)/u) },
    { list: 'nonResourceURLs', entries: within(rule.nonResourceURLs, /^[^*]*\*$/u) },
  ];
}

export default defineRule({
  id: 'ineffective-rbac-pattern',
  severity: 'information',
  profile: 'restricted',
  since: '0.1.0',
  docs: {
    summary: 'A `*` in a role stands for nothing, so the role does not grant what it says.',
    why: 'The authorizer knows `*` as a whole entry, `*/subresource` in `resources` and a last `*` in `nonResourceURLs`. Anywhere else it is compared as a letter: `pods/*` names no subresource and `*` in `resourceNames` no object. Where it was meant to grant something, people add broader rights until things work; where it was left over, it hides what the role is for.',
  },
  aliases: [
    near('checkov', 'CKV_K8S_49', 'reads any `*` as a wildcard, in the first rule only'),
    near('kubescape', 'exec-into-container-v1', 'takes pods/* for all subresources of pods, and judges bindings'),
    near('kubescape', 'rule-can-portforward-v1', 'takes pods/* for all subresources of pods, and judges bindings'),
  ],
  frameworks: [nsa('rbac')],
  messages: {
    pattern: '{title} names {entry} in {list}, which stands for nothing.',
  },
  visit: {
    resource(resource, report) {
      if (isBuiltInRbac(resource)) return;
      for (const { list, entries } of policyRulesOf(resource).flatMap(patternsOf)) {
        for (const entry of entries) report(entry, { message: 'pattern', data: { title: resource.title, entry: String(entry.value), list } });
      }
    },
  },
  examples: [
    {
      bad: manifest`
        apiVersion: rbac.authorization.k8s.io/v1
        kind: Role
        metadata:
          name: debugger
          namespace: shop
        rules:
          - apiGroups: [""]
            resources: ["pods/*"]
            verbs: [create]
      `,
    },
    {
      title: 'patterns that the authorizer knows',
      good: manifest`
        apiVersion: rbac.authorization.k8s.io/v1
        kind: ClusterRole
        metadata:
          name: autoscaler
        rules:
          - apiGroups: ["*"]
            resources: ["*/scale"]
            verbs: [get, update]
          - nonResourceURLs: [/healthz/*]
            verbs: [get]
      `,
    },
  ],
});
