import { cis, defineRule, isBuiltInRbac, iso27001, manifest, nist80053, nsa, pciDss, soc2 } from '../../kit/index.js';

export default defineRule({
  id: 'aggregate-all-roles',
  severity: 'warning',
  profile: 'baseline',
  since: '0.1.0',
  docs: {
    summary: 'A ClusterRole collects the rules of all ClusterRoles.',
    why: 'An empty selector matches everything, `cluster-admin` included. The role can do whatever any role can, those to come as well.',
  },
  aliases: [],
  frameworks: [cis('5.1.3'), nsa('rbac'), nist80053('AC-6'), pciDss('7.2.5'), soc2('CC6.3'), iso27001('8.2')],
  messages: {
    all: '{title} collects the rules of all ClusterRoles, because a selector is empty.',
  },
  visit: {
    resource(resource, report) {
      if (resource.kind !== 'ClusterRole' || resource.group !== 'rbac.authorization.k8s.io' || isBuiltInRbac(resource)) return;
      for (const selector of resource.root.at('aggregationRule', 'clusterRoleSelectors').items()) {
        const isEmpty = selector.at('matchLabels').entries().length === 0 && selector.at('matchExpressions').items().length === 0;
        const isKnown = selector.node?.kind === 'map' && !selector.at('matchLabels').isTemplated && !selector.at('matchExpressions').isTemplated;
        if (isEmpty && isKnown) report(selector, { message: 'all', data: { title: resource.title } });
      }
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
            - matchLabels: {}
        rules: []
      `,
    },
    {
      good: manifest`
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
