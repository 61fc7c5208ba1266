import { defineRule, isBuiltInRbac, isClusterWide, manifest, nsa, policyRulesOf } from '../../kit/index.js';

export default defineRule({
  id: 'cluster-wide-resource-in-role',
  severity: 'information',
  profile: 'restricted',
  since: '0.1.0',
  docs: {
    summary: 'A Role names a resource that stands in no namespace, on which it grants nothing.',
    why: 'A Role counts in its namespace only. A program that is meant to have the right does not get it, and whoever then turns the Role into a ClusterRole to make it work gives all its other rights to every namespace.',
  },
  aliases: [],
  frameworks: [nsa('rbac')],
  messages: {
    resource: '{title} names {resource}, which is in no namespace, so that it grants nothing on it.',
  },
  visit: {
    resource(resource, report) {
      if (resource.kind !== 'Role' || isBuiltInRbac(resource)) return;
      for (const rule of policyRulesOf(resource)) {
        for (const entry of rule.resources) {
          const name = entry.string;
          const isWide = name !== undefined && rule.apiGroups.some((group) => group.string !== undefined && isClusterWide(group.string, name));
          if (isWide) report(entry, { message: 'resource', data: { title: resource.title, resource: name } });
        }
      }
    },
  },
  examples: [
    {
      bad: manifest`
        apiVersion: rbac.authorization.k8s.io/v1
        kind: Role
        metadata:
          name: reader
          namespace: shop
        rules:
          - apiGroups: [""]
            resources: [pods, nodes]
            verbs: [get]
      `,
    },
    {
      title: 'a Role can grant reading the namespace itself',
      good: manifest`
        apiVersion: rbac.authorization.k8s.io/v1
        kind: Role
        metadata:
          name: reader
          namespace: shop
        rules:
          - apiGroups: [""]
            resources: [namespaces]
            verbs: [get]
      `,
    },
  ],
});
