import { change, cis, defineRule, fix, gdpr, hipaa, hostProcessSettings, inPodSpec, iso27001, mitre, near, nist800190, nist80053, pciDss, pss, same, soc2 } from '../../kit/index.js';

export default defineRule({
  id: 'windows-host-process',
  severity: 'error',
  profile: 'baseline',
  since: '0.1.0',
  docs: {
    summary: 'The pod or container runs as a Windows HostProcess container, on the node itself.',
    why: 'A HostProcess container is no container: its processes run beside those of the Windows node, with its file system, its network and, as a rule, the rights of its SYSTEM account.',
    unless: 'the pod manages Windows nodes, such as a CNI plugin or a log collector.',
  },
  aliases: [
    same('pss', 'windowsHostProcess'),
    same('trivy', 'KSV-0103'),
    same('polaris', 'hostProcess'),
    same('kubescape', 'set-hostprocess-true'),
    near('kubescape', 'C-0211', 'bundles fifteen checks, of which this is one'),
  ],
  frameworks: [
    pss.baseline('host-process'),
    cis('5.2.11'),
    mitre('T1611'),
    nist800190('4.4.3'),
    nist80053('AC-6'),
    pciDss('2.2.6'),
    soc2('CC6.1'),
    hipaa('164.312(a)(1)'),
    gdpr('32(1)(b)'),
    iso27001('8.2'),
  ],
  messages: {
    pod: 'The pod runs as Windows HostProcess containers, on the node itself.',
    container: 'Container {name} runs as a Windows HostProcess container, on the node itself.',
  },
  visit: {
    pod(pod, report) {
      const settings = hostProcessSettings(pod);
      const hostNetwork = pod.spec.at('hostNetwork');
      // All containers of a pod agree, or the API server refuses it; Windows shares the node's network with such pods alone.
      const repair = fix.all(
        'Do not run as HostProcess',
        'suggestion',
        ...settings.map((setting) => change.set(setting, false)),
        ...(hostNetwork.is(true) ? [change.set(hostNetwork, false)] : []),
      );
      for (const setting of settings) {
        const container = pod.containers.find(({ field }) => field.path.every((key, depth) => setting.path[depth] === key));
        if (container) report(setting, { message: 'container', data: { name: container.name }, container, fix: repair });
        else report(setting, { message: 'pod', fix: repair });
      }
    },
  },
  examples: [
    {
      bad: inPodSpec`
        os:
          name: windows
        hostNetwork: true
        securityContext:
          windowsOptions:
            hostProcess: true
            runAsUserName: NT AUTHORITY\SYSTEM
        containers:
          - name: agent
            image: registry.example.com/windows-agent:1.4.2
      `,
      fixed: inPodSpec`
        os:
          name: windows
        hostNetwork: false
        securityContext:
          windowsOptions:
            hostProcess: false
            runAsUserName: NT AUTHORITY\SYSTEM
        containers:
          - name: agent
            image: registry.example.com/windows-agent:1.4.2
      `,
    },
  ],
});
