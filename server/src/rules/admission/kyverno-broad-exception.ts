import { cis, defineRule, manifest, mitre, nist80053, nsa, soc2 } from '../../kit/index.js';

export default defineRule({
  id: 'kyverno-broad-exception',
  severity: 'warning',
  profile: 'restricted',
  since: '0.1.0',
  docs: {
    summary: 'An exception from Kyverno’s policies is not limited to named objects.',
    why: 'An exception without names, or with `*` for one, holds for everything of that kind, in every namespace that it does not leave out: whoever can create such an object is free of the policy.',
  },
  aliases: [],
  frameworks: [cis('5.2.1'), nsa('pod-security-enforcement'), nist80053('CM-7'), mitre('T1562.001'), soc2('CC8.1')],
  messages: {
    unnamed: 'PolicyException {name} holds for all objects of its kinds.',
    wildcard: 'PolicyException {name} holds for objects of every name ({value}).',
  },
  visit: {
    resource(resource, report) {
      if (resource.group !== 'kyverno.io' || resource.kind !== 'PolicyException') return;
      const match = resource.root.at('spec', 'match');
      const name = resource.name ?? '(unnamed)';
      for (const filter of [...match.at('any').items(), ...match.at('all').items()]) {
        const resources = filter.at('resources');
        const names = resources.at('names');
        const wide = names.items().find((item) => item.is('*', '?*'));
        const isNarrow = ['name', 'selector', 'namespaces', 'namespaceSelector'].some((key) => resources.locate([key]).isSet) || filter.at('subjects').isSet || filter.at('roles').isSet || filter.at('clusterRoles').isSet;
        if (wide && !resources.at('namespaces').isSet) report(wide, { message: 'wildcard', data: { name, value: wide.string ?? '' } });
        else if (resources.isSet && !names.isSet && !names.isTemplated && !isNarrow) report(resources, { message: 'unnamed', data: { name } });
      }
    },
  },
  examples: [
    {
      bad: manifest`
        apiVersion: kyverno.io/v2
        kind: PolicyException
        metadata:
          name: tools
        spec:
          exceptions:
            - policyName: privileged
              ruleNames: [privileged]
          match:
            any:
              - resources:
                  kinds: [Pod]
      `,
    },
    {
      good: manifest`
        apiVersion: kyverno.io/v2
        kind: PolicyException
        metadata:
          name: tools
        spec:
          exceptions:
            - policyName: privileged
              ruleNames: [privileged]
          match:
            any:
              - resources:
                  kinds: [Pod]
                  namespaces: [tools]
                  names: [debugger]
      `,
    },
  ],
});
