import { defineRule, fix, iso27001, manifest, mitre, nist80053 } from '../../kit/index.js';

export default defineRule({
  id: 'gateway-open-to-namespaces',
  severity: 'information',
  profile: 'strict',
  since: '0.1.0',
  docs: {
    summary: 'Routes of every namespace can attach themselves to the Gateway\'s listener.',
    why: 'Whoever may write routes in any namespace can publish a program under the Gateway\'s host names and certificates, and take over paths that other teams serve.',
    unless: 'everybody who may write routes in the cluster is trusted with all host names of the listener.',
  },
  aliases: [],
  frameworks: [mitre('T1557'), nist80053('SC-7(21)'), iso27001('8.3')],
  messages: { open: 'Routes of every namespace can attach themselves to listener {listener} of {name}.' },
  visit: {
    resource(resource, report) {
      if (resource.kind !== 'Gateway' || resource.group !== 'gateway.networking.k8s.io') return;
      for (const listener of resource.root.at('spec', 'listeners').items()) {
        const from = listener.at('allowedRoutes', 'namespaces', 'from');
        if (!from.is('All')) continue;
        const data = { listener: String(listener.at('name').value ?? ''), name: resource.title };
        report(from, { message: 'open', data, fix: fix.set(from, 'Same', 'Admit routes of the Gateway’s own namespace only', 'suggestion') });
      }
    },
  },
  examples: [
    {
      bad: manifest`
        apiVersion: gateway.networking.k8s.io/v1
        kind: Gateway
        metadata:
          name: edge
        spec:
          gatewayClassName: edge
          listeners:
            - name: https
              port: 443
              protocol: HTTPS
              hostname: shop.example.com
              allowedRoutes:
                namespaces:
                  from: All
      `,
      fixed: manifest`
        apiVersion: gateway.networking.k8s.io/v1
        kind: Gateway
        metadata:
          name: edge
        spec:
          gatewayClassName: edge
          listeners:
            - name: https
              port: 443
              protocol: HTTPS
              hostname: shop.example.com
              allowedRoutes:
                namespaces:
                  from: Same
      `,
    },
    {
      good: manifest`
        apiVersion: gateway.networking.k8s.io/v1
        kind: Gateway
        metadata:
          name: edge
        spec:
          gatewayClassName: edge
          listeners:
            - name: https
              port: 443
              protocol: HTTPS
              hostname: shop.example.com
              allowedRoutes:
                namespaces:
                  from: Selector
                  selector:
                    matchLabels:
                      entrance: edge
      `,
    },
  ],
});
