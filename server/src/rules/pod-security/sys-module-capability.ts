import { addedCapabilities, cis, defineRule, fix, inPod, iso27001, mitre, nist800190, nist80053, nsa, pciDss, pss, same, soc2 } from '../../kit/index.js';

export default defineRule({
  id: 'sys-module-capability',
  severity: 'error',
  profile: 'baseline',
  since: '0.1.0',
  docs: {
    summary: 'The container adds the capability SYS_MODULE.',
    why: 'A kernel module runs with the full rights of the kernel, which the node and all of its pods share: one load, and every other boundary is gone, unseen by what watches processes.',
    unless: 'the container installs drivers on the node and nothing else runs in it.',
  },
  aliases: [
    same('pss', 'capabilities_baseline', 'capabilities_restricted'),
    same('checkov', 'CKV_K8S_25'),
    same('trivy', 'KSV-0022', 'KSV-0106', 'KSV-0120'),
    same('kubescape', 'insecure-capabilities', 'C-0046'),
  ],
  frameworks: [
    pss.baseline('capabilities'),
    pss.restricted('capabilities'),
    cis('5.2.9'),
    nsa('capabilities'),
    mitre('T1547.006'),
    mitre('T1611'),
    nist800190('4.4.3'),
    nist80053('AC-6'),
    nist80053('CM-7'),
    pciDss('2.2.4'),
    soc2('CC6.3'),
    iso27001('8.2'),
  ],
  messages: { added: 'Container {name} adds SYS_MODULE: it can load modules into the kernel of the node.' },
  visit: {
    container(container, report) {
      for (const capability of addedCapabilities(container, 'sys-module')) {
        report(capability.field, {
          message: 'added',
          data: { name: container.name },
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
              add: [SYS_MODULE]
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
