import { defineRule, inPod, nist80053, same } from '../../kit/index.js';

export default defineRule({
  id: 'privileged-port',
  severity: 'hint',
  profile: 'strict',
  since: '0.1.0',
  docs: {
    summary: 'The container listens on a port below 1024.',
    why: 'Linux lets only root, or a process with `NET_BIND_SERVICE`, take such a port, so the container keeps a privilege that a Service in front of it makes needless: the Service can offer port 80 and lead it to 8080.',
    unless: 'the port is part of a protocol that clients speak to the pod itself.',
  },
  aliases: [same('kube-linter', 'privileged-ports'), same('trivy', 'KSV-0117')],
  frameworks: [nist80053('CM-7')],
  messages: { low: 'Container {name} listens on the privileged port {port}.' },
  visit: {
    container(container, report) {
      if (container.os === 'windows') return; // Windows knows no privileged ports.
      for (const entry of container.at('ports').items()) {
        const field = entry.at('containerPort');
        const port = field.number;
        if (port !== undefined && port >= 1 && port < 1024) report(field, { message: 'low', data: { name: container.name, port } });
      }
    },
  },
  examples: [
    {
      bad: inPod`
        - name: web
          image: registry.example.com/shop/web:4.2.1
          ports:
            - containerPort: 80
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
