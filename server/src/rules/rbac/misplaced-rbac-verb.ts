import { defineRule, fix, isBuiltInRbac, isMisplacedVerb, manifest, near, nsa, policyRulesOf, type Field, type PolicyRule } from '../../kit/index.js';

/** The verbs of a rule that the API server asks for on none of the rule's resources. */
function misplacedIn({ verbs, apiGroups, resources }: PolicyRule): Field<string>[] {
  const groups = apiGroups.map((group) => group.string);
  const names = resources.map((entry) => entry.string);
  if (groups.length === 0 || names.length === 0) return [];
  const isMisplaced = (verb: string): boolean => groups.every((group) => names.every((name) => group !== undefined && name !== undefined && isMisplacedVerb(verb, group, name)));
  return verbs.filter((verb) => verb.string !== undefined && isMisplaced(verb.string));
}

export default defineRule({
  id: 'misplaced-rbac-verb',
  severity: 'hint',
  profile: 'strict',
  since: '0.1.0',
  docs: {
    summary: 'A role grants a verb on a resource on which the API server never asks for it.',
    why: '`escalate` and `bind` are asked for on roles and not on their bindings, `impersonate` on users, groups and service accounts, `approve` and `sign` on signers, and a subresource such as `pods/exec` serves few verbs. The role looks stronger than it is, or does not work as meant; the next attempt at making it work is often broader than need be.',
  },
  aliases: [
    near('checkov', 'CKV_K8S_157', 'takes the verb bind on bindings for a right'),
    near('trivy', 'KSV-0050', 'takes every special verb on rolebindings for a right'),
    near('trivy', 'KSV-0053', 'takes every writing verb on pods/exec for a right'),
    near('trivy', 'KSV-0115', 'takes the verb impersonate on configmaps for a right'),
  ],
  frameworks: [nsa('rbac')],
  messages: {
    verb: '{title} grants {verb} on {resources}, where the API server never asks for it.',
  },
  visit: {
    resource(resource, report) {
      if (isBuiltInRbac(resource)) return;
      for (const rule of policyRulesOf(resource)) {
        const misplaced = misplacedIn(rule);
        const resources = rule.resources.map((entry) => String(entry.value)).join(', ');
        for (const verb of misplaced) {
          const isLast = misplaced.length === rule.verbs.length; // A rule without verbs is refused.
          report(verb, { message: 'verb', data: { title: resource.title, verb: String(verb.value), resources }, ...(isLast ? {} : { fix: fix.remove(verb, 'Remove the verb', 'safe') }) });
        }
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
          - apiGroups: [rbac.authorization.k8s.io]
            resources: [rolebindings]
            verbs: [get, bind]
      `,
      fixed: manifest`
        apiVersion: rbac.authorization.k8s.io/v1
        kind: ClusterRole
        metadata:
          name: operator
        rules:
          - apiGroups: [rbac.authorization.k8s.io]
            resources: [rolebindings]
            verbs: [get]
      `,
    },
  ],
});
