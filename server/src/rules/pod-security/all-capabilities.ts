import { addedCapabilities, cis, defineRule, fix, inPod, iso27001, mitre, near, nist800190, nist80053, nsa, pciDss, pss, same, soc2 } from '../../kit/index.js';

export default defineRule({
  id: 'all-capabilities',
  severity: 'error',
  profile: 'baseline',
  since: '0.1.0',
  docs: {
    summary: 'The container adds every Linux capability.',
    why: 'With all capabilities the root user of a container can do what the root user of the node can: mount disks, load kernel modules, change the firewall. Only the device list still sets it apart from a privileged container.',
    unless: 'the container configures the node itself, and naming its capabilities one by one has been tried.',
  },
  aliases: [
    same('pss', 'capabilities_baseline', 'capabilities_restricted'),
    same('checkov', 'CKV_K8S_25'),
    same('trivy', 'KSV-0022', 'KSV-0106'),
    same('polaris', 'dangerousCapabilities'),
    same('kubescape', 'insecure-capabilities', 'C-0046'),
    near('kube-linter', 'drop-net-raw-capability', 'is silent on a container without capabilities'),
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
  messages: { added: 'Container {name} adds every Linux capability.' },
  visit: {
    container(container, report) {
      for (const capability of addedCapabilities(container, 'all')) {
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
              add: [ALL]
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
      title: 'One capability instead of all',
      good: inPod`
        - name: web
          image: registry.example.com/web:3.2.0
          securityContext:
            capabilities:
              drop: [ALL]
              add: [NET_BIND_SERVICE]
      `,
    },
  ],
});
