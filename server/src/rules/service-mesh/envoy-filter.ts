import { defineRule, manifest, mitre, nist80053 } from '../../kit/index.js';

export default defineRule({
  id: 'envoy-filter',
  severity: 'information',
  profile: 'strict',
  since: '0.1.0',
  docs: {
    summary: 'An EnvoyFilter or WasmPlugin changes the configuration of the mesh\'s proxies directly.',
    why: 'Such patches go around all that Istio checks: they can switch mutual TLS and authorization off, copy traffic elsewhere or run code in every proxy that they select, in the root namespace in all of the mesh. They also break silently when Envoy changes.',
    unless: 'no field of Istio does what is needed, and the patch has been read by those who run the mesh.',
  },
  aliases: [],
  frameworks: [mitre('T1557'), nist80053('CM-7')],
  messages: { patch: '{name} changes the configuration of the mesh\'s proxies directly.' },
  visit: {
    resource(resource, report) {
      const isPatch = (resource.kind === 'EnvoyFilter' && resource.group === 'networking.istio.io') || (resource.kind === 'WasmPlugin' && resource.group === 'extensions.istio.io');
      if (isPatch) report(resource.root.at('kind'), { message: 'patch', data: { name: resource.title } });
    },
  },
  examples: [
    {
      bad: manifest`
        apiVersion: networking.istio.io/v1alpha3
        kind: EnvoyFilter
        metadata:
          name: headers
        spec:
          configPatches:
            - applyTo: HTTP_FILTER
              patch:
                operation: INSERT_BEFORE
                value:
                  name: envoy.filters.http.lua
      `,
    },
  ],
});
