import { cis, defineRule, inPodSpec, near, runsOnWindows, same, windowsOption } from '../../kit/index.js';

export default defineRule({
  id: 'windows-gmsa-unset',
  severity: 'hint',
  profile: 'all',
  since: '0.1.0',
  docs: {
    summary: 'A Windows container names no group-managed service account.',
    why: 'Without one, programs that need the domain bring passwords of their own along, in images or Secrets. With `gmsaCredentialSpecName` Windows gives the container an identity whose password nobody has to know.',
    unless: 'the program talks to nothing in an Active Directory domain.',
  },
  aliases: [same('kubescape', 'set-gmsacredentialspecname-value'), near('kubescape', 'C-0211', 'is a bundle of fifteen checks, of which this is one')],
  frameworks: [cis('5.6.3')],
  messages: {
    unset: 'Windows container {name} names no group-managed service account.',
  },
  visit: {
    container(container, report) {
      const account = windowsOption(container, 'gmsaCredentialSpecName');
      if (runsOnWindows(container.pod) && !account.isTemplated && !account.value) report(account, { message: 'unset', data: { name: container.name } });
    },
  },
  examples: [
    {
      bad: inPodSpec`
        os:
          name: windows
        containers:
          - name: app
            image: registry.example.com/iis:2022.1
      `,
    },
    {
      good: inPodSpec`
        os:
          name: windows
        securityContext:
          windowsOptions:
            gmsaCredentialSpecName: webapp
        containers:
          - name: app
            image: registry.example.com/iis:2022.1
      `,
    },
  ],
});
