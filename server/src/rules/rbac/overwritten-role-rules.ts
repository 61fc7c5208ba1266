import { defineRule, fix, isBuiltInRbac, manifest, nsa } from '../../kit/index.js';

export default defineRule({
  id: 'overwritten-role-rules',
  severity: 'hint',
  profile: 'restricted',
  since: '0.1.0',
  docs: {
    summary: 'A ClusterRole has rules beside an `aggregationRule`, which overwrites them.',
    why: 'The control plane replaces the rules of such a role by those of the roles that it collects. What stands here grants nothing for longer than a moment, and whoever reads the file is misled about what the role allows.',
  },
  aliases: [],
  frameworks: [nsa('rbac')],
  messages: {
    overwritten: 'The rules of {title} are overwritten by those that it collects (aggregationRule).',
  },
  visit: {
    resource(resource, report) {
      if (resource.kind !== 'ClusterRole' || resource.group !== 'rbac.authorization.k8s.io' || isBuiltInRbac(resource)) return;
      const rules = resource.root.at('rules');
      const aggregation = resource.root.at('aggregationRule');
      if (!aggregation.isSet || rules.items().length === 0) return;
      report(rules, {
        message: 'overwritten',
        data: { title: resource.title },
        related: [{ message: 'The rule that collects others.', place: aggregation }],
        fix: fix.set(rules, [], 'Empty the list of rules', 'safe'),
      });
    },
  },
  examples: [
    {
      bad: manifest`
        apiVersion: rbac.authorization.k8s.io/v1
        kind: ClusterRole
        metadata:
          name: monitoring
        aggregationRule:
          clusterRoleSelectors:
            - matchLabels:
                example.com/aggregate-to-monitoring: "true"
        rules:
          - apiGroups: [""]
            resources: [pods]
            verbs: [get]
      `,
      fixed: manifest`
        apiVersion: rbac.authorization.k8s.io/v1
        kind: ClusterRole
        metadata:
          name: monitoring
        aggregationRule:
          clusterRoleSelectors:
            - matchLabels:
                example.com/aggregate-to-monitoring: "true"
        rules: []
      `,
    },
  ],
});
