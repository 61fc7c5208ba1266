import { addedCapabilities, cis, defineRule, fix, inPod, iso27001, mitre, near, nist800190, nist80053, nsa, pciDss, pss, same, soc2 } from '../../kit/index.js';

export default defineRule({
  id: 'net-raw-capability',
  severity: 'warning',
  profile: 'baseline',
  since: '0.1.0',
  docs: {
    summary: 'The container adds the capability NET_RAW.',
    why: 'With raw sockets a process can forge ARP and DNS answers and so put itself between other pods of the network, and sniff what passes by.',
    unless: 'the program sends packets of its own making, such as a network probe, and the sysctl `net.ipv4.ping_group_range` is not enough for it.',
  },
  aliases: [
    same('pss', 'capabilities_baseline', 'capabilities_restricted'),
    same('checkov', 'CKV_K8S_25'),
    same('trivy', 'KSV-0022', 'KSV-0106', 'KSV-0119'),
    same('kubescape', 'insecure-capabilities', 'C-0046', 'drop-capability-netraw'),
    near('kubescape', 'C-0211', 'bundles fifteen checks, of which this is one'),
    near('kube-linter', 'drop-net-raw-capability', 'is silent on a container without capabilities'),
  ],
  frameworks: [
    pss.baseline('capabilities'),
    pss.restricted('capabilities'),
    cis('5.2.9'),
    nsa('capabilities'),
    cis('5.2.8'),
    mitre('T1557'),
    mitre('T1040'),
    nist800190('4.4.3'),
    nist80053('AC-6'),
    nist80053('CM-7'),
    pciDss('2.2.4'),
    soc2('CC6.3'),
    iso27001('8.2'),
  ],
  messages: { added: 'Container {name} adds NET_RAW: it can forge packets.' },
  visit: {
    container(container, report) {
      for (const capability of addedCapabilities(container, 'net-raw')) {
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
              add: [NET_RAW]
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
