import { cis, defineRule, inPod, iso27001, mitre, near, nist80053, nsa, pciDss, secretArguments, soc2, within } from '../../kit/index.js';

export default defineRule({
  id: 'argument-secret-literal',
  severity: 'error',
  profile: 'baseline',
  since: '0.1.0',
  docs: {
    summary: 'A secret stands in plain text in a container’s command or arguments.',
    why: 'Whoever can read the repository, its history or the object in the cluster has the secret. Arguments are worse than environment variables: every user of the node sees them in the list of processes, and they end up in logs.',
    unless: 'the value is public, such as a password that only a local test database knows.',
  },
  aliases: [
    near('kubescape', 'C-0012', 'looks at environment variables and ConfigMaps, not at arguments'),
  ],
  frameworks: [cis('5.4.2'), nsa('secrets'), mitre('T1552.001'), nist80053('IA-5(7)'), pciDss('8.6.2'), soc2('CC6.1'), iso27001('5.17')],
  messages: {
    option: 'Container {name} has the value of {option} in its {part}, in plain text.',
    recognized: 'Container {name} has {what} in its {part}, in plain text.',
  },
  visit: {
    container(container, report) {
      for (const [key, part] of [['command', 'command'], ['args', 'arguments']] as const) {
        const items = container.at(key).items();
        for (const secret of secretArguments(items.map((item) => (item.isTemplated ? undefined : item.string)))) {
          const item = items[secret.index];
          if (!item) continue;
          const place = within(item, secret.range);
          if (secret.option === undefined) report(place, { message: 'recognized', data: { name: container.name, what: secret.what, part } });
          else report(place, { message: 'option', data: { name: container.name, option: secret.option, part } });
        }
      }
    },
  },
  examples: [
    {
      bad: inPod`
        - name: cache
          image: redis:7.4.0
          args: [--requirepass, $(REDIS_PASSWORD), --masterpass-password=correct-horse-battery]
      `,
    },
    {
      title: 'Kubernetes puts the variable in',
      good: inPod`
        - name: worker
          image: registry.example.com/shop/worker:4.2.1
          args: [--db-password=$(DB_PASSWORD), --token-file=/run/secrets/token]
      `,
    },
  ],
});
