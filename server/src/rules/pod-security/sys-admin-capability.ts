import { addedCapabilities, cis, defineRule, fix, inPod, iso27001, mitre, near, nist800190, nist80053, nsa, pciDss, pss, same, soc2 } from '../../kit/index.js';

export default defineRule({
  id: 'sys-admin-capability',
  severity: 'error',
  profile: 'baseline',
  since: '0.1.0',
  docs: {
    summary: 'The container adds the capability SYS_ADMIN.',
    why: 'SYS_ADMIN is the capability of everything that has none of its own: mounting file systems, entering namespaces, talking to many drivers. Most known ways out of a container begin with it.',
    unless: 'the program mounts file systems for the node, such as a FUSE or CSI driver.',
  },
  aliases: [
    same('pss', 'capabilities_baseline', 'capabilities_restricted'),
    same('checkov', 'CKV_K8S_25', 'CKV_K8S_39'),
    same('trivy', 'KSV-0022', 'KSV-0106', 'KSV-0005'),
    same('kubesec', 'CapSysAdmin'),
    same('polaris', 'dangerousCapabilities'),
    same('kubescape', 'insecure-capabilities', 'C-0046', 'rule-privilege-escalation', 'C-0057'),
    near('kubescape', 'C-0211', 'bundles fifteen checks, of which this is one'),
    same('kube-linter', 'privilege-escalation-container'),
  ],
  frameworks: [
    pss.baseline('capabilities'),
    pss.restricted('capabilities'),
    cis('5.2.9'),
    nsa('capabilities'),
    mitre('T1611'),
    nist800190('4.4.3'),
    nist80053('AC-6'),
    nist80053('CM-7'),
    pciDss('2.2.4'),
    soc2('CC6.3'),
    iso27001('8.2'),
  ],
  messages: { added: 'Container {name} adds SYS_ADMIN, which is nearly root on the node.' },
  visit: {
    container(container, report) {
      for (const capability of addedCapabilities(container, 'sys-admin')) {
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
              add: [SYS_ADMIN]
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
