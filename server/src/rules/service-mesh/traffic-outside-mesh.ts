import { annotationsOf, defineRule, keyOf, manifest, nist80053, nsa, type Field, type Loose } from '../../kit/index.js';

export default defineRule({
  id: 'traffic-outside-mesh',
  severity: 'information',
  profile: 'strict',
  since: '0.1.0',
  docs: {
    summary: 'Some of the pods\' traffic goes past the proxy of the service mesh.',
    why: 'Ports and addresses that are left out are neither encrypted nor authenticated by the mesh. For incoming traffic no policy of the mesh holds on them, for outgoing traffic they are a way past its rules.',
    unless: 'the protocol does not work through a proxy, as some databases\' does not.',
  },
  aliases: [],
  frameworks: [nsa('service-meshes'), nist80053('SC-8'), nist80053('SC-7(5)')],
  messages: { past: 'Traffic of {name} goes past the mesh ({key}: {value}).' },
  visit: {
    resource(resource, report) {
      if (resource.kind !== 'Namespace' || resource.group !== '') return;
      for (const { key, field, text } of annotationsOf(resource)) if (PAST.test(key) && text.trim() !== '') report(keyOf(field), { message: 'past', data: { name: resource.title, key, value: text } });
    },
    pod(pod, report) {
      const annotations: Field<Loose> = pod.metadata.as<Loose>().at('annotations');
      for (const { key, field } of annotations.entries()) {
        const text = field.isTemplated ? '' : String(field.value ?? '').trim();
        if (PAST.test(key) && text !== '') report(keyOf(field), { message: 'past', data: { name: pod.resource.title, key, value: text } });
      }
    },
  },
  examples: [
    {
      bad: manifest`
        apiVersion: v1
        kind: Pod
        metadata:
          name: orders
          annotations:
            config.linkerd.io/skip-inbound-ports: "8080"
        spec:
          containers:
            - name: orders
              image: registry.example.com/shop/orders:4.2.1
      `,
    },
  ],
});

const PAST = /^traffic\.sidecar\.istio\.io\/exclude(?:Inbound|Outbound)(?:Ports|IPRanges)$|^traffic\.sidecar\.istio\.io\/excludeInterfaces$|^config\.linkerd\.io\/skip-(?:inbound-ports|outbound-ports|subnets)$|^consul\.hashicorp\.com\/transparent-proxy-exclude-/u;
