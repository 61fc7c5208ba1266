import { defineRule, fix, iso27001, manifest, nist80053, nsa, pciDss } from '../../kit/index.js';

export default defineRule({
  id: 'ineffective-authorization',
  severity: 'warning',
  profile: 'restricted',
  since: '0.1.0',
  docs: {
    summary: 'An authorization policy of Istio has no effect.',
    why: 'A policy that denies matches only what its rules name, so that without rules it denies nothing; in a dry run it is only logged. In both cases requests pass that the policy seems to stop.',
    unless: 'the policy is being tried out.',
  },
  aliases: [],
  frameworks: [nsa('service-meshes'), nist80053('AC-6'), pciDss('7.3.2'), iso27001('8.3')],
  messages: {
    empty: '{name} has no effect: its action is {action}, and it has no rules.',
    dry: '{name} has no effect, because it is a dry run.',
  },
  visit: {
    resource(resource, report) {
      if (resource.kind !== 'AuthorizationPolicy' || resource.group !== 'security.istio.io') return;
      const dryRun = resource.root.at('metadata', 'annotations', 'istio.io/dry-run');
      if (dryRun.is('true', true)) report(dryRun, { message: 'dry', data: { name: resource.title }, fix: fix.remove(dryRun, 'Enforce the policy', 'suggestion', resource.root) });
      const action = resource.root.at('spec', 'action');
      const rules = resource.root.at('spec', 'rules');
      if (resource.isPartial || !action.is('DENY', 'AUDIT', 'CUSTOM') || rules.isTemplated || rules.items().length > 0) return;
      report(action, { message: 'empty', data: { name: resource.title, action: String(action.value) } });
    },
  },
  examples: [
    {
      bad: manifest`
        apiVersion: security.istio.io/v1
        kind: AuthorizationPolicy
        metadata:
          name: orders
        spec:
          action: DENY
      `,
    },
    {
      bad: manifest`
        apiVersion: security.istio.io/v1
        kind: AuthorizationPolicy
        metadata:
          name: orders
          annotations:
            istio.io/dry-run: "true"
        spec:
          action: DENY
          rules:
            - to:
                - operation:
                    paths: [/admin]
      `,
      fixed: manifest`
        apiVersion: security.istio.io/v1
        kind: AuthorizationPolicy
        metadata:
          name: orders
        spec:
          action: DENY
          rules:
            - to:
                - operation:
                    paths: [/admin]
      `,
    },
    {
      title: 'Without rules nothing is allowed',
      good: manifest`
        apiVersion: security.istio.io/v1
        kind: AuthorizationPolicy
        metadata:
          name: deny-by-default
        spec: {}
      `,
    },
  ],
});
