import { defineRule, inPod, mitre, nist800190, nist80053, pciDss, same } from '../../kit/index.js';

export default defineRule({
  id: 'ssh-port',
  severity: 'warning',
  profile: 'restricted',
  since: '0.1.0',
  docs: {
    summary: 'The container offers port 22, where SSH servers listen.',
    why: 'A shell over SSH goes around the cluster\'s authentication, authorization and audit log: whoever has a key or guesses a password is inside, and nothing records what was done. `kubectl exec` gives the same access under RBAC.',
    unless: 'SSH is the service itself, as in a Git server.',
  },
  aliases: [same('kube-linter', 'ssh-port')],
  frameworks: [mitre('T1021.004'), nist800190('4.4.3'), nist80053('CM-7'), nist80053('AC-17'), pciDss('2.2.4')],
  messages: { ssh: 'Container {name} offers SSH (port 22).' },
  visit: {
    container(container, report) {
      for (const entry of container.at('ports').items()) {
        const port = entry.at('containerPort');
        const protocol = entry.at('protocol');
        if (port.is(22) && !protocol.isTemplated && (!protocol.isSet || protocol.is('TCP'))) report(port, { message: 'ssh', data: { name: container.name } });
      }
    },
  },
  examples: [
    {
      bad: inPod`
        - name: web
          image: registry.example.com/shop/web:4.2.1
          ports:
            - containerPort: 8080
            - containerPort: 22
      `,
    },
    {
      good: inPod`
        - name: web
          image: registry.example.com/shop/web:4.2.1
          ports:
            - containerPort: 8080
      `,
    },
  ],
});
