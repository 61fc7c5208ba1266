import { defineRule, iso27001, manifest, nist80053, nsa, soc2 } from '../../kit/index.js';

export default defineRule({
  id: 'argo-project-any-destination',
  severity: 'warning',
  profile: 'restricted',
  since: '0.1.0',
  docs: {
    summary: 'An Argo CD project deploys into every namespace, or objects of every kind into the whole cluster.',
    why: 'Whoever may create an application in the project then changes `kube-system`, gives themselves roles and replaces other teams’ workloads: Argo CD does it with its own rights.',
    unless: 'only administrators may create applications in the project.',
  },
  aliases: [],
  frameworks: [nist80053('AC-6'), nsa('namespaces'), soc2('CC6.3'), iso27001('8.2')],
  messages: {
    namespace: 'AppProject {name} deploys into every namespace of {server}.',
    kinds: 'AppProject {name} deploys cluster-wide objects of every kind.',
  },
  visit: {
    resource(resource, report) {
      if (resource.kind !== 'AppProject' || resource.group !== 'argoproj.io') return;
      const name = resource.name ?? '(unnamed)';
      for (const destination of resource.root.at('spec', 'destinations').items()) {
        const namespace = destination.at('namespace');
        if (namespace.is('*')) report(namespace, { message: 'namespace', data: { name, server: String(destination.at('server').value ?? destination.at('name').value ?? 'the cluster') } });
      }
      for (const kind of resource.root.at('spec', 'clusterResourceWhitelist').items()) {
        if (kind.at('group').is('*') && kind.at('kind').is('*')) report(kind.at('kind'), { message: 'kinds', data: { name } });
      }
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
          sourceRepos: [https://git.example.com/shop/*]
          destinations:
            - server: https://kubernetes.default.svc
              namespace: "*"
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
          destinations:
            - server: https://kubernetes.default.svc
              namespace: shop-*
      `,
    },
  ],
});
