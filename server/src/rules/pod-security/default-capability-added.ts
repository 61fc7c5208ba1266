import { addedCapabilities, cis, defineRule, fix, inPod, iso27001, nist800190, nist80053, nsa, pciDss, pss, refusesLinuxSettings, same, soc2 } from '../../kit/index.js';

export default defineRule({
  id: 'default-capability-added',
  severity: 'information',
  profile: 'restricted',
  since: '0.1.0',
  docs: {
    summary: 'The container adds a capability other than NET_BIND_SERVICE.',
    why: 'Capabilities of the runtime\'s default set, such as CHOWN, SETUID or DAC_OVERRIDE, let a process that starts as root act past file permissions. A program that runs as an ordinary user rarely needs one, and the restricted standard admits none of them.',
    unless: 'the image starts as root, gives up its rights itself, and the namespace is held to the baseline standard.',
  },
  aliases: [
    same('pss', 'capabilities_restricted'),
    same('checkov', 'CKV_K8S_25'),
    same('trivy', 'KSV-0022', 'KSV-0106'),
  ],
  frameworks: [
    pss.restricted('capabilities'),
    cis('5.2.9'),
    nsa('capabilities'),
    nist800190('4.4.3'),
    nist80053('AC-6'),
    nist80053('CM-7'),
    pciDss('2.2.4'),
    soc2('CC6.3'),
    iso27001('8.2'),
  ],
  messages: { added: 'Container {name} adds {capability}; the restricted standard knows only NET_BIND_SERVICE.' },
  visit: {
    container(container, report, { kubernetesVersion }) {
      if (!kubernetesVersion.atLeast(1, 22) || refusesLinuxSettings(container.pod, kubernetesVersion)) return;
      for (const capability of addedCapabilities(container, 'default')) {
        report(capability.field, {
          message: 'added',
          data: { name: container.name, capability: capability.name },
          fix: fix.remove(capability.field, `Do not add ${capability.name}`, 'suggestion', container.field),
        });
      }
    },
  },
  examples: [
    {
      bad: inPod`
        - name: app
          image: registry.example.com/app:1.4.2
          securityContext:
            capabilities:
              drop: [ALL]
              add: [CHOWN]
      `,
      fixed: inPod`
        - name: app
          image: registry.example.com/app:1.4.2
          securityContext:
            capabilities:
              drop: [ALL]
      `,
    },
    {
      title: 'The one capability that the restricted standard allows',
      good: inPod`
        - name: web
          image: registry.example.com/web:3.2.0
          securityContext:
            capabilities:
              drop: [ALL]
              add: [NET_BIND_SERVICE]
      `,
    },
    {
      title: 'The standard has judged it since Kubernetes 1.22',
      kubernetesVersion: '1.21',
      good: inPod`
        - name: app
          image: registry.example.com/app:1.4.2
          securityContext:
            capabilities:
              add: [CHOWN]
      `,
    },
  ],
});
