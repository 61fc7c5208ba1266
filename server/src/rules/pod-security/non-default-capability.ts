import { addedCapabilities, cis, defineRule, fix, inPod, isDefaultCapability, iso27001, nist800190, nist80053, nsa, pciDss, pss, same, soc2 } from '../../kit/index.js';

export default defineRule({
  id: 'non-default-capability',
  severity: 'warning',
  profile: 'baseline',
  since: '0.1.0',
  docs: {
    summary: 'The container adds a capability that is not in the default set of container runtimes.',
    why: 'Runtimes grant a small set of capabilities that are known to stay within the container. Any other one opens a part of the kernel that was never meant for containers. Admission compares names as they are written: `CHOWN` is in the set, `chown` and `CAP_CHOWN` are not.',
    unless: 'the program needs exactly this capability, and the namespace is one of infrastructure.',
  },
  aliases: [same('pss', 'capabilities_baseline', 'capabilities_restricted'), same('checkov', 'CKV_K8S_25'), same('trivy', 'KSV-0022', 'KSV-0106')],
  frameworks: [
    pss.baseline('capabilities'),
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
  messages: {
    added: 'Container {name} adds {capability}, which is outside the default set of container runtimes.',
    misspelt: 'Container {name} adds {written}, which admission does not take for {capability}.',
  },
  visit: {
    container(container, report) {
      for (const { field, written, name } of addedCapabilities(container, 'other')) {
        const data = { name: container.name, written, capability: name };
        report(field, {
          message: isDefaultCapability(name) ? 'misspelt' : 'added',
          data,
          // Spelt well, the other default capabilities are still not allowed by the restricted standard.
          fix:
            name === 'NET_BIND_SERVICE'
              ? fix.set(field, name, `Write ${name}`, 'suggestion')
              : fix.remove(field, `Do not add ${written}`, 'suggestion', container.field),
        });
      }
    },
  },
  examples: [
    {
      bad: inPod`
        - name: clock
          image: registry.example.com/clock:0.9.1
          securityContext:
            capabilities:
              drop: [ALL]
              add: [SYS_TIME]
      `,
      fixed: inPod`
        - name: clock
          image: registry.example.com/clock:0.9.1
          securityContext:
            capabilities:
              drop: [ALL]
      `,
    },
    {
      title: 'A name that admission does not know',
      bad: inPod`
        - name: web
          image: registry.example.com/web:3.2.0
          securityContext:
            capabilities:
              drop: [ALL]
              add: [CAP_NET_BIND_SERVICE]
      `,
      fixed: inPod`
        - name: web
          image: registry.example.com/web:3.2.0
          securityContext:
            capabilities:
              drop: [ALL]
              add: [NET_BIND_SERVICE]
      `,
    },
    {
      title: 'In the default set',
      good: inPod`
        - name: web
          image: registry.example.com/web:3.2.0
          securityContext:
            capabilities:
              add: [CHOWN]
      `,
    },
  ],
});
