import { cis, defineRule, fix, inPodSpec, near, nsa, runsOnWindows, same, windowsOption } from '../../kit/index.js';

export default defineRule({
  id: 'windows-user-name-unset',
  severity: 'information',
  profile: 'strict',
  since: '0.1.0',
  docs: {
    summary: 'A Windows container runs as the user that its image names.',
    why: 'Many Windows images run as `ContainerAdministrator`, who may change every file and setting of the container and has the easier way out of it. `ContainerUser` is there in every image.',
    unless: 'the program cannot work without administrative rights.',
  },
  aliases: [same('kubescape', 'set-runasusername-value'), near('kubescape', 'C-0211', 'is a bundle of fifteen checks, of which this is one')],
  frameworks: [cis('5.6.3'), nsa('non-root-containers')],
  messages: {
    unset: 'Windows container {name} runs as the user of its image, which may be ContainerAdministrator.',
  },
  visit: {
    container(container, report) {
      const user = windowsOption(container, 'runAsUserName');
      if (!runsOnWindows(container.pod) || user.isTemplated || user.value) return;
      // A HostProcess container takes users of the node only.
      const isHostProcess = windowsOption(container, 'hostProcess').is(true);
      const repair = fix.set(user, 'ContainerUser', 'Run as ContainerUser', 'suggestion');
      report(user, { message: 'unset', data: { name: container.name }, fix: isHostProcess ? undefined : repair });
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
      fixed: inPodSpec`
        os:
          name: windows
        containers:
          - name: app
            image: registry.example.com/iis:2022.1
            securityContext:
              windowsOptions:
                runAsUserName: ContainerUser
      `,
    },
  ],
});
