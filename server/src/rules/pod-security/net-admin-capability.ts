import { addedCapabilities, cis, defineRule, fix, inPod, iso27001, mitre, nist800190, nist80053, nsa, pciDss, pss, same, soc2 } from '../../kit/index.js';

export default defineRule({
  id: 'net-admin-capability',
  severity: 'warning',
  profile: 'baseline',
  since: '0.1.0',
  docs: {
    summary: 'The container adds the capability NET_ADMIN.',
    why: 'NET_ADMIN lets a process change the interfaces, routes and packet filters of its network namespace, and so redirect or hide the traffic of the pod; on the node\'s network, the traffic of everybody.',
    unless: 'the container sets up the pod\'s network, such as a VPN client or the init container of a service mesh.',
  },
  aliases: [
    same('pss', 'capabilities_baseline', 'capabilities_restricted'),
    same('checkov', 'CKV_K8S_25'),
    same('trivy', 'KSV-0022', 'KSV-0106'),
    same('polaris', 'dangerousCapabilities'),
    same('kubescape', 'insecure-capabilities', 'C-0046'),
  ],
  frameworks: [
    pss.baseline('capabilities'),
    pss.restricted('capabilities'),
    cis('5.2.9'),
    nsa('capabilities'),
    mitre('T1557'),
    nist80053('SC-7'),
    nist800190('4.4.3'),
    nist80053('AC-6'),
    nist80053('CM-7'),
    pciDss('2.2.4'),
    soc2('CC6.3'),
    iso27001('8.2'),
  ],
  messages: { added: 'Container {name} adds NET_ADMIN: it can change interfaces, routes and firewall rules.' },
  visit: {
    container(container, report) {
      for (const capability of addedCapabilities(container, 'net-admin')) {
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
              add: [NET_ADMIN]
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
