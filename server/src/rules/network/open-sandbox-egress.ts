import { coversEveryAddress, defineRule, isEmptySelector, kubernetesAllowances, manifest, mitre, nist800190, nist80053, same, type Field, type Loose } from '../../kit/index.js';

export default defineRule({
  id: 'open-sandbox-egress',
  severity: 'warning',
  profile: 'restricted',
  since: '0.1.0',
  docs: {
    summary: 'Sandboxes of this template can connect to more than a few named peers.',
    why: 'A sandbox runs code that nobody has read. Without a network policy of its own that names each peer, that code can reach the cluster, the metadata service and the internet, and carry out whatever it was given to work on.',
    unless: 'policies outside of the template limit what its sandboxes can reach.',
  },
  aliases: [same('kubescape', 'C-0301', 'agent-sandbox-egress-policy')],
  frameworks: [mitre('T1552.005'), nist800190('4.4.2'), nist80053('SC-7(5)')],
  messages: {
    unmanaged: 'The network policy of sandboxes of {name} is not managed, because networkPolicyManagement is {value}.',
    absent: '{name} has no network policy.',
    open: 'Sandboxes of {name} can connect to peers that nothing tells apart.',
  },
  visit: {
    resource(resource, report) {
      if (resource.kind !== 'SandboxTemplate' || resource.group !== 'extensions.agents.x-k8s.io') return;
      const management = resource.root.at('spec', 'networkPolicyManagement');
      const policy = resource.root.at('spec', 'networkPolicy');
      const name = resource.title;
      if (management.isTemplated || policy.isTemplated) return;
      if (management.isSet && !management.is('Managed')) report(management, { message: 'unmanaged', data: { name, value: String(management.value) } });
      else if (!policy.isSet) report(policy, { message: 'absent', data: { name } });
      for (const { direction, everyPeer } of kubernetesAllowances(policy)) {
        if (direction === 'egress' && everyPeer) report(everyPeer, { message: 'open', data: { name } });
      }
      for (const peer of policy.at('egress').items().flatMap((rule) => rule.at('to').items())) {
        if (isWide(peer)) report(peer, { message: 'open', data: { name } });
      }
    },
  },
  examples: [
    {
      bad: manifest`
        apiVersion: extensions.agents.x-k8s.io/v1beta1
        kind: SandboxTemplate
        metadata:
          name: python
        spec:
          networkPolicyManagement: Managed
          networkPolicy:
            egress:
              - to:
                  - ipBlock:
                      cidr: 0.0.0.0/0
          podTemplate:
            spec:
              containers:
                - name: python
                  image: registry.example.com/sandbox/python:3.12.4
      `,
    },
    {
      good: manifest`
        apiVersion: extensions.agents.x-k8s.io/v1beta1
        kind: SandboxTemplate
        metadata:
          name: python
        spec:
          networkPolicyManagement: Managed
          networkPolicy:
            egress:
              - to:
                  - podSelector:
                      matchLabels:
                        app: package-mirror
          podTemplate:
            spec:
              containers:
                - name: python
                  image: registry.example.com/sandbox/python:3.12.4
      `,
    },
  ],
});

/** Whether a peer is narrowed by nothing: neither by a block smaller than everything nor by a selector that says something. */
function isWide(peer: Field<Loose>): boolean {
  const cidr = peer.at('ipBlock', 'cidr');
  if (peer.isTemplated || cidr.isTemplated) return false;
  if (cidr.string !== undefined && !coversEveryAddress(cidr.string)) return false;
  return !['podSelector', 'namespaceSelector'].some((key) => peer.at(key).isTemplated || (peer.at(key).isSet && !isEmptySelector(peer.at(key))));
}
