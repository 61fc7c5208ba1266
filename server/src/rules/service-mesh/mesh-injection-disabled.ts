import { defineRule, manifest, nist80053, nsa, type Field, type Loose } from '../../kit/index.js';

export default defineRule({
  id: 'mesh-injection-disabled',
  severity: 'information',
  profile: 'strict',
  since: '0.1.0',
  docs: {
    summary: 'The pods are kept out of the service mesh.',
    why: 'Without the mesh\'s proxy their traffic is not encrypted and authenticated, policies of the mesh do not hold for what they send, and it is missing in the mesh\'s logs. Whoever wants to get around the mesh needs nothing more than this.',
    unless: 'the pods cannot work with a proxy, as jobs and programs of the host\'s network often cannot.',
  },
  aliases: [],
  frameworks: [nsa('service-meshes'), nist80053('SC-8')],
  messages: { out: '{name} keeps its pods out of the mesh ({key}: {value}).' },
  visit: {
    resource(resource, report) {
      if (resource.kind !== 'Namespace' || resource.group !== '') return;
      for (const { key, field } of settingsIn(resource.root.at('metadata').as<Loose>())) report(field, { message: 'out', data: { name: resource.title, key, value: String(field.value) } });
    },
    pod(pod, report) {
      for (const { key, field } of settingsIn(pod.metadata.as<Loose>())) report(field, { message: 'out', data: { name: pod.resource.title, key, value: String(field.value) } });
    },
  },
  examples: [
    {
      bad: manifest`
        apiVersion: apps/v1
        kind: Deployment
        metadata:
          name: orders
        spec:
          selector:
            matchLabels:
              app: orders
          template:
            metadata:
              labels:
                app: orders
                sidecar.istio.io/inject: "false"
            spec:
              containers:
                - name: orders
                  image: registry.example.com/shop/orders:4.2.1
      `,
    },
    {
      good: manifest`
        apiVersion: v1
        kind: Namespace
        metadata:
          name: shop
          labels:
            istio-injection: enabled
      `,
    },
  ],
});

const OFF: readonly (readonly [where: 'labels' | 'annotations', key: string, value: string])[] = [
  ['labels', 'istio-injection', 'disabled'],
  ['labels', 'sidecar.istio.io/inject', 'false'],
  ['labels', 'istio.io/dataplane-mode', 'none'],
  ['annotations', 'sidecar.istio.io/inject', 'false'],
  ['annotations', 'linkerd.io/inject', 'disabled'],
  ['annotations', 'consul.hashicorp.com/connect-inject', 'false'],
];

function settingsIn(metadata: Field<Loose>): { readonly key: string; readonly field: Field<Loose> }[] {
  return OFF.flatMap(([where, key, value]) => {
    const field = metadata.at(where, key);
    return field.value !== undefined && !field.isTemplated && String(field.value) === value ? [{ key, field }] : [];
  });
}
