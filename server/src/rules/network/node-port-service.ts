import { defineRule, fix, iso27001, manifest, mitre, nist80053, pciDss, same } from '../../kit/index.js';

export default defineRule({
  id: 'node-port-service',
  severity: 'information',
  profile: 'strict',
  since: '0.1.0',
  docs: {
    summary: 'The Service opens a port on every node of the cluster.',
    why: 'A port of the nodes is reachable from wherever the nodes are, past the load balancer, its certificate and its firewall. On nodes with public addresses that is the internet.',
    unless: 'a load balancer outside of the cluster\'s control sends its traffic to that port, and a firewall keeps others away.',
  },
  aliases: [same('kube-score', 'service-type'), same('kube-linter', 'exposed-services')],
  frameworks: [mitre('T1133'), nist80053('SC-7(3)'), pciDss('1.2.5'), iso27001('8.20')],
  messages: { open: '{name} opens a port on every node (type NodePort).' },
  visit: {
    resource(resource, report) {
      if (resource.kind !== 'Service' || resource.group !== '') return;
      const type = resource.root.at('spec', 'type');
      if (type.is('NodePort')) report(type, { message: 'open', data: { name: resource.title }, fix: closed(resource.root.at('spec', 'ports').items().some((port) => port.at('nodePort').isSet), type) });
    },
  },
  examples: [
    {
      bad: manifest`
        apiVersion: v1
        kind: Service
        metadata:
          name: orders
        spec:
          type: NodePort
          selector:
            app: orders
          ports:
            - port: 80
      `,
      fixed: manifest`
        apiVersion: v1
        kind: Service
        metadata:
          name: orders
        spec:
          type: ClusterIP
          selector:
            app: orders
          ports:
            - port: 80
      `,
    },
  ],
});

/** The API refuses node ports in Services of type ClusterIP, so that those which name some are left to their authors. */
function closed(hasNodePorts: boolean, type: Parameters<typeof fix.set>[0]): ReturnType<typeof fix.set> | undefined {
  return hasNodePorts ? undefined : fix.set(type, 'ClusterIP', 'Serve inside the cluster only', 'suggestion');
}
