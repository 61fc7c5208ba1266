import { defineRule, fix, handlersOf, inPod, iso27001, mitre, nist80053, pss, same, soc2 } from '../../kit/index.js';

export default defineRule({
  id: 'host-in-probe',
  severity: 'warning',
  profile: 'baseline',
  since: '0.1.0',
  docs: {
    summary: 'A probe or lifecycle hook connects to another host than the pod.',
    why: 'Probes and hooks are run by the kubelet, from the node\'s network. A host of the author\'s choice turns it into a proxy for requests to what only nodes can reach, such as the cloud\'s metadata service or a loopback port, past every network policy.',
    unless: 'the pod is on the node\'s network and its program listens on the loopback interface alone.',
  },
  aliases: [same('pss', 'hostProbesAndHostLifecycle')],
  frameworks: [pss.baseline('host-probes'), mitre('T1046'), nist80053('SC-7'), soc2('CC6.6'), iso27001('8.20')],
  messages: { elsewhere: 'The {handler} of container {name} connects to {host}, from the node.' },
  visit: {
    container(container, report, { kubernetesVersion }) {
      if (!kubernetesVersion.atLeast(1, 34)) return;
      for (const handler of handlersOf(container)) {
        for (const setting of [handler.at('httpGet', 'host'), handler.at('tcpSocket', 'host')]) {
          const { value } = setting;
          if (value === undefined || value === '' || setting.isTemplated) continue;
          report(setting, {
            message: 'elsewhere',
            data: { handler: String(handler.key), name: container.name, host: value },
            fix: fix.remove(setting, 'Connect to the pod itself', 'suggestion'),
          });
        }
      }
    },
  },
  examples: [
    {
      bad: inPod`
        - name: web
          image: registry.example.com/web:3.2.0
          livenessProbe:
            httpGet:
              host: 169.254.169.254
              path: /latest/meta-data
              port: 80
      `,
      fixed: inPod`
        - name: web
          image: registry.example.com/web:3.2.0
          livenessProbe:
            httpGet:
              path: /latest/meta-data
              port: 80
      `,
    },
    {
      title: 'The header says which site is meant; the connection goes to the pod',
      good: inPod`
        - name: web
          image: registry.example.com/web:3.2.0
          livenessProbe:
            httpGet:
              path: /healthz
              port: 8080
              httpHeaders:
                - name: Host
                  value: shop.example.com
      `,
    },
    {
      title: 'The standard has known of it since Kubernetes 1.34',
      kubernetesVersion: '1.33',
      good: inPod`
        - name: app
          image: registry.example.com/app:1.4.2
          readinessProbe:
            tcpSocket:
              host: 127.0.0.1
              port: 5432
      `,
    },
  ],
});
