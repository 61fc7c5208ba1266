import { addedCapabilities, cis, defineRule, fix, inPod, same } from '../../kit/index.js';

export default defineRule({
  id: 'net-bind-service-capability',
  severity: 'hint',
  profile: 'all',
  since: '0.1.0',
  docs: {
    summary: 'The container adds the capability NET_BIND_SERVICE.',
    why: 'It is the only capability that the restricted standard lets a container add, and it only opens ports below 1024. A port above 1023, or the sysctl `net.ipv4.ip_unprivileged_port_start`, needs no capability at all.',
    unless: 'the program cannot be told to listen on another port.',
  },
  aliases: [
    same('checkov', 'CKV_K8S_25'),
    same('trivy', 'KSV-0022'),
  ],
  frameworks: [cis('5.2.9')],
  messages: { added: 'Container {name} adds NET_BIND_SERVICE.' },
  visit: {
    container(container, report) {
      for (const capability of addedCapabilities(container, 'net-bind-service')) {
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
              add: [NET_BIND_SERVICE]
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
