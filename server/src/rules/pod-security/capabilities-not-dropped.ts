import { cis, defineRule, droppedCapabilities, fix, inPod, inPodSpec, iso27001, near, nist800190, nist80053, nsa, pciDss, pss, refusesLinuxSettings, same, soc2 } from '../../kit/index.js';

export default defineRule({
  id: 'capabilities-not-dropped',
  severity: 'warning',
  profile: 'restricted',
  since: '0.1.0',
  docs: {
    summary: 'The container does not drop all Linux capabilities.',
    why: 'A container that says nothing gets the runtime\'s default set, with which its root user may change owners, switch users and write past file permissions. Most programs never use one of them; an attacker in the container does.',
    unless: 'the image starts as root and needs several of the default capabilities.',
  },
  aliases: [
    same('pss', 'capabilities_restricted'),
    same('trivy', 'KSV-0003', 'KSV-0106'),
    same('checkov', 'CKV_K8S_37'),
    near('kubesec', 'CapDropAll', 'is content as soon as one container of the pod complies'),
    near('polaris', 'insecureCapabilities', 'also accepts a list that names every default capability'),
  ],
  frameworks: [
    pss.restricted('capabilities'),
    cis('5.2.10'),
    cis('5.2.8'),
    nsa('capabilities'),
    nist800190('4.4.3'),
    nist80053('AC-6'),
    nist80053('CM-7'),
    pciDss('2.2.4'),
    soc2('CC6.3'),
    iso27001('8.2'),
  ],
  messages: { kept: 'Container {name} keeps default capabilities of the container runtime: it drops {dropped}.' },
  visit: {
    container(container, report, { kubernetesVersion }) {
      const dropped = droppedCapabilities(container);
      if (!kubernetesVersion.atLeast(1, 22) || refusesLinuxSettings(container.pod, kubernetesVersion)) return;
      if (dropped === undefined || dropped.some(({ kind }) => kind === 'all')) return;
      const list = container.at('securityContext', 'capabilities', 'drop');
      report(list, {
        message: 'kept',
        data: { name: container.name, dropped: dropped.length === 0 ? 'none' : `only ${dropped.map(({ written }) => written).join(', ')}` },
        fix: fix.append(list, 'ALL', 'Drop all capabilities', 'suggestion'),
      });
    },
  },
  examples: [
    {
      bad: inPod`
        - name: app
          image: registry.example.com/app:1.4.2
      `,
      fixed: inPod`
        - name: app
          image: registry.example.com/app:1.4.2
          securityContext:
            capabilities:
              drop:
                - ALL
      `,
    },
    {
      title: 'Some are not all',
      bad: inPod`
        - name: app
          image: registry.example.com/app:1.4.2
          securityContext:
            capabilities:
              drop: [NET_RAW]
      `,
      fixed: inPod`
        - name: app
          image: registry.example.com/app:1.4.2
          securityContext:
            capabilities:
              drop: [NET_RAW, ALL]
      `,
    },
    {
      title: 'Windows has no capabilities',
      good: inPodSpec`
        os:
          name: windows
        containers:
          - name: app
            image: registry.example.com/windows-app:1.4.2
      `,
    },
    {
      title: 'The standard has asked for it since Kubernetes 1.22',
      kubernetesVersion: '1.21',
      good: inPod`
        - name: app
          image: registry.example.com/app:1.4.2
      `,
    },
  ],
});
