import { addedCapabilities, cis, defineRule, fix, inPod, iso27001, mitre, nist800190, nist80053, nsa, pciDss, pss, same, soc2 } from '../../kit/index.js';

export default defineRule({
  id: 'dangerous-capability',
  severity: 'error',
  profile: 'baseline',
  since: '0.1.0',
  docs: {
    summary: 'The container adds a capability that reaches into the kernel or into other processes.',
    why: 'SYS_PTRACE and PERFMON look into other processes, BPF and SYS_RAWIO into the kernel and its devices, DAC_READ_SEARCH reads files of the node past its mounts, MAC_ADMIN and MAC_OVERRIDE switch off what confines the container, SYS_BOOT restarts the node, SYSLOG tells kernel addresses. Each has been part of an escape.',
    unless: 'the container is a debugger, a profiler or a security agent that cannot work without it.',
  },
  aliases: [
    same('pss', 'capabilities_baseline', 'capabilities_restricted'),
    same('checkov', 'CKV_K8S_25'),
    same('trivy', 'KSV-0022', 'KSV-0106'),
    same('kubescape', 'insecure-capabilities', 'C-0046'),
  ],
  frameworks: [
    pss.baseline('capabilities'),
    pss.restricted('capabilities'),
    cis('5.2.9'),
    nsa('capabilities'),
    mitre('T1611'),
    mitre('T1055.008'),
    nist800190('4.4.3'),
    nist80053('AC-6'),
    nist80053('CM-7'),
    pciDss('2.2.4'),
    soc2('CC6.3'),
    iso27001('8.2'),
  ],
  messages: { added: 'Container {name} adds {capability}, with which a process can reach outside its container.' },
  visit: {
    container(container, report) {
      for (const capability of addedCapabilities(container, 'dangerous')) {
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
              add: [SYS_PTRACE]
      `,
      fixed: inPod`
        - name: app
          image: registry.example.com/app:1.4.2
          securityContext:
            capabilities:
              drop: [ALL]
      `,
    },
  ],
});
