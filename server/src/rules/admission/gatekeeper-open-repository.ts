import { cis, defineRule, iso27001, manifest, mitre, nist800190, nsa, same, soc2 } from '../../kit/index.js';

export default defineRule({
  id: 'gatekeeper-open-repository',
  severity: 'warning',
  profile: 'restricted',
  since: '0.1.0',
  docs: {
    summary: 'A Gatekeeper constraint on image repositories accepts more than it names.',
    why: 'The constraint compares beginnings. `registry.example` also accepts `registry.example.attacker.net`, and a bare name accepts every repository of Docker Hub that begins with it: anybody can register one.',
  },
  aliases: [
    same('trivy', 'KSV-0124'),
  ],
  frameworks: [nist800190('4.1.5'), nsa('secure-images'), mitre('T1204.003'), cis('5.5.1'), soc2('CC6.8'), iso27001('5.21')],
  messages: {
    open: '{title} accepts every repository whose name begins with {repository}.',
  },
  visit: {
    resource(resource, report) {
      if (resource.group !== 'constraints.gatekeeper.sh' || resource.kind !== 'K8sAllowedRepos') return;
      for (const item of resource.root.at('spec', 'parameters', 'repos').items()) {
        const repository = item.string;
        if (repository === undefined || item.isTemplated) continue;
        const parts = repository.split('/');
        const isOpen = !/[/:]/u.test(repository) || (parts[0] === 'docker.io' && parts.length <= 2 && parts[1] !== '');
        if (isOpen || repository === 'docker.io/') report(item, { message: 'open', data: { title: resource.title, repository } });
      }
    },
  },
  examples: [
    {
      bad: manifest`
        apiVersion: constraints.gatekeeper.sh/v1beta1
        kind: K8sAllowedRepos
        metadata:
          name: registries
        spec:
          parameters:
            repos: [registry.example.com]
      `,
    },
    {
      good: manifest`
        apiVersion: constraints.gatekeeper.sh/v1beta1
        kind: K8sAllowedRepos
        metadata:
          name: registries
        spec:
          parameters:
            repos: [registry.example.com/]
      `,
    },
  ],
});
