import { defineRule, iso27001, manifest, mitre, nist80053, soc2 } from '../../kit/index.js';

export default defineRule({
  id: 'argo-project-any-source',
  severity: 'warning',
  profile: 'restricted',
  since: '0.1.0',
  docs: {
    summary: 'An Argo CD project deploys from every repository.',
    why: 'With `*` whoever may create an application in the project deploys what they want, from a repository that nobody reviews.',
    unless: 'only administrators may create applications in the project.',
  },
  aliases: [],
  frameworks: [nist80053('SR-3'), nist80053('CM-5'), soc2('CC8.1'), iso27001('5.21'), mitre('T1195.002')],
  messages: {
    any: 'AppProject {name} deploys from every repository.',
  },
  visit: {
    resource(resource, report) {
      if (resource.kind !== 'AppProject' || resource.group !== 'argoproj.io') return;
      for (const source of resource.root.at('spec', 'sourceRepos').items()) if (source.is('*')) report(source, { message: 'any', data: { name: resource.name ?? '(unnamed)' } });
    },
  },
  examples: [
    {
      bad: manifest`
        apiVersion: argoproj.io/v1alpha1
        kind: AppProject
        metadata:
          name: shop
        spec:
          sourceRepos: ["*"]
      `,
    },
    {
      good: manifest`
        apiVersion: argoproj.io/v1alpha1
        kind: AppProject
        metadata:
          name: shop
        spec:
          sourceRepos: [https://git.example.com/shop/*]
      `,
    },
  ],
});
