import { annotationsOf, coversEveryAddress, defineRule, iso27001, manifest, nist80053, nsa, pciDss, type Field, type Loose, type Resource } from '../../kit/index.js';

const OPEN: ReadonlySet<unknown> = new Set(['all-unauthenticated', 'cluster-unauthenticated', 'audit']);
const ANNOTATION = 'config.linkerd.io/default-inbound-policy';

export default defineRule({
  id: 'unauthenticated-linkerd-access',
  severity: 'warning',
  profile: 'restricted',
  since: '0.1.0',
  docs: {
    summary: 'A policy of Linkerd lets callers in that have no identity.',
    why: 'Callers outside of the mesh have neither an identity nor encryption. Where they are let in, every pod of the cluster, or everybody in the network, can use the program, and what is sent can be read on the way.',
    unless: 'the port is for callers that cannot be in the mesh, such as a load balancer or the kubelet\'s probes.',
  },
  aliases: [],
  frameworks: [nsa('service-meshes'), nist80053('IA-9'), nist80053('AC-6'), pciDss('7.3.3'), iso27001('8.3')],
  messages: { open: '{name} lets callers in that have no identity ({value}).' },
  visit: {
    resource(resource, report) {
      for (const { field, value } of settingsOf(resource)) report(field, { message: 'open', data: { name: resource.title, value } });
    },
    pod(pod, report) {
      const field = pod.metadata.as<Loose>().at('annotations', ANNOTATION);
      if (OPEN.has(field.value)) report(field, { message: 'open', data: { name: pod.resource.title, value: String(field.value) } });
    },
  },
  examples: [
    {
      bad: manifest`
        apiVersion: policy.linkerd.io/v1beta3
        kind: Server
        metadata:
          name: orders
        spec:
          podSelector:
            matchLabels:
              app: orders
          port: http
          accessPolicy: all-unauthenticated
      `,
    },
    {
      good: manifest`
        apiVersion: policy.linkerd.io/v1beta3
        kind: Server
        metadata:
          name: orders
        spec:
          podSelector:
            matchLabels:
              app: orders
          port: http
          accessPolicy: deny
      `,
    },
  ],
});

function settingsOf(resource: Resource): { readonly field: Field<Loose>; readonly value: string }[] {
  const { kind, root } = resource;
  const spec = root.at('spec');
  if (kind === 'Namespace' && resource.group === '') return annotationsOf(resource).filter(({ key, text }) => key === ANNOTATION && OPEN.has(text)).map(({ field, text }) => ({ field, value: text }));
  if (resource.group !== 'policy.linkerd.io') return [];
  switch (kind) {
    case 'Server': {
      const policy = spec.at('accessPolicy');
      return OPEN.has(policy.value) ? [{ field: policy, value: String(policy.value) }] : [];
    }
    case 'ServerAuthorization': {
      const setting = spec.at('client', 'unauthenticated');
      return setting.is(true) ? [{ field: setting, value: 'unauthenticated' }] : [];
    }
    case 'AuthorizationPolicy': {
      const required = spec.at('requiredAuthenticationRefs');
      return required.node?.kind === 'seq' && required.items().length === 0 ? [{ field: required, value: 'no authentication is required' }] : [];
    }
    case 'NetworkAuthentication':
      return spec.at('networks').items().map((network) => network.at('cidr')).filter((cidr) => coversEveryAddress(cidr.string ?? '')).map((field) => ({ field, value: String(field.value) }));
    default:
      return [];
  }
}
