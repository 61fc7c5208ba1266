import { defineRule, isBuiltInRbac, iso27001, manifest, mitre, nist80053, nsa, pciDss, policyRulesOf, soc2 } from '../../kit/index.js';

/** What the built-in role for viewers holds. */
const READING = ['get', 'list', 'watch'];

export default defineRule({
  id: 'view-role-with-writes',
  severity: 'warning',
  profile: 'restricted',
  since: '0.1.0',
  docs: {
    summary: 'A ClusterRole adds more than reading to the built-in role `view`.',
    why: 'Kubernetes adds the rules of a ClusterRole with the label `rbac.authorization.k8s.io/aggregate-to-view` to the role `view`. Everybody who was given that role to look around gets the right to change things, in every namespace, without any binding having changed.',
  },
  aliases: [],
  frameworks: [nsa('rbac'), mitre('T1098.006'), nist80053('AC-6'), pciDss('7.2.5'), soc2('CC6.3'), iso27001('8.2')],
  messages: {
    verb: '{title} adds {verb} on {resources} to the role view.',
  },
  visit: {
    resource(resource, report) {
      const label = resource.metadata.at('labels', 'rbac.authorization.k8s.io/aggregate-to-view');
      if (resource.kind !== 'ClusterRole' || !label.is('true') || isBuiltInRbac(resource)) return;
      for (const rule of policyRulesOf(resource)) {
        const verb = rule.verbs.find((entry) => entry.string !== undefined && !entry.isTemplated && !READING.includes(entry.string));
        if (!verb || rule.resources.length === 0) continue;
        const resources = rule.resources.map((entry) => String(entry.value ?? '?')).join(', ');
        report(verb, {
          message: 'verb',
          data: { title: resource.title, verb: verb.is('*') ? 'every verb' : String(verb.value), resources },
          related: [{ message: 'The label by which the role view takes in these rules.', place: label }],
        });
      }
    },
  },
  examples: [
    {
      bad: manifest`
        apiVersion: rbac.authorization.k8s.io/v1
        kind: ClusterRole
        metadata:
          name: orders-view
          labels:
            rbac.authorization.k8s.io/aggregate-to-view: "true"
        rules:
          - apiGroups: [shop.example.com]
            resources: [orders]
            verbs: [get, list, watch, update]
      `,
    },
    {
      good: manifest`
        apiVersion: rbac.authorization.k8s.io/v1
        kind: ClusterRole
        metadata:
          name: orders-edit
          labels:
            rbac.authorization.k8s.io/aggregate-to-edit: "true"
        rules:
          - apiGroups: [shop.example.com]
            resources: [orders]
            verbs: [create, update, patch, delete]
      `,
    },
  ],
});
