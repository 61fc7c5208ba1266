import { cis, defineRule, fix, inPod, iso27001, mitre, nist800190, nist80053, nsa, pciDss, pss, same, soc2 } from '../../kit/index.js';

export default defineRule({
  id: 'host-port',
  severity: 'warning',
  profile: 'baseline',
  since: '0.1.0',
  docs: {
    summary: 'The container binds a port of its node.',
    why: 'The port is open on every address of the node, past Services and, with many network plugins, past network policies too. Only one such pod fits on a node, and it can take the place of a service that belongs to the node.',
    unless: 'the pod is a node\'s entry point, such as an ingress controller on machines without a load balancer.',
  },
  aliases: [same('pss', 'hostPorts'), same('checkov', 'CKV_K8S_26'), same('trivy', 'KSV-0024'), same('polaris', 'hostPortSet'), same('kubescape', 'container-hostPort', 'C-0044')],
  frameworks: [pss.baseline('host-ports'), cis('5.2.13'), nsa('pod-security-enforcement'), mitre('T1133'), nist800190('4.4.2'), nist80053('SC-7'), pciDss('1.2.5'), soc2('CC6.6'), iso27001('8.20')],
  messages: { bound: 'Container {name} binds port {port} of its node.' },
  visit: {
    container(container, report) {
      for (const port of container.at('ports').items()) {
        const setting = port.at('hostPort');
        const { value } = setting;
        if (value === undefined || value === 0 || setting.isTemplated) continue;
        report(setting, {
          message: 'bound',
          data: { name: container.name, port: value },
          // With the node's network the API server sets the field to the container's port, whether it is written or not.
          fix: container.pod.spec.at('hostNetwork').is(true) ? undefined : fix.remove(setting, 'Remove the host port', 'suggestion'),
        });
      }
    },
  },
  examples: [
    {
      bad: inPod`
        - name: web
          image: registry.example.com/web:3.2.0
          ports:
            - containerPort: 8080
              hostPort: 80
      `,
      fixed: inPod`
        - name: web
          image: registry.example.com/web:3.2.0
          ports:
            - containerPort: 8080
      `,
    },
    {
      title: 'Zero means none',
      good: inPod`
        - name: web
          image: registry.example.com/web:3.2.0
          ports:
            - containerPort: 8080
              hostPort: 0
      `,
    },
  ],
});
