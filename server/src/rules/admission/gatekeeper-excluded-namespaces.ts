import { cis, defineRule, manifest, mitre, nist80053, nsa, soc2 } from '../../kit/index.js';

/** Namespaces of the cluster itself and of Gatekeeper, without which neither would start. */
const SYSTEM = /^(?:kube-(?:\*|system|public|node-lease)|gatekeeper-system|openshift-.+|gke-.+)$/u;

export default defineRule({
  id: 'gatekeeper-excluded-namespaces',
  severity: 'information',
  profile: 'strict',
  since: '0.1.0',
  docs: {
    summary: 'A Gatekeeper constraint leaves out namespaces other than those of the system, or all that begin or end alike.',
    why: 'Whoever may create objects in such a namespace, or a namespace with such a name, is not bound by the policy. Exclusions outlive the reason that they were made for.',
  },
  aliases: [],
  frameworks: [cis('5.2.1'), nsa('pod-security-enforcement'), nist80053('CM-7'), mitre('T1562.001'), soc2('CC8.1')],
  messages: {
    wildcard: '{title} leaves out every namespace that matches {namespace}.',
    named: '{title} leaves out the namespace {namespace}.',
  },
  visit: {
    resource(resource, report) {
      const match = resource.root.at('spec', 'match');
      const lists = resource.group === 'constraints.gatekeeper.sh' ? [match] : resource.group === 'config.gatekeeper.sh' ? match.items() : [];
      for (const list of lists) {
        for (const item of list.at('excludedNamespaces').items()) {
          const namespace = item.string ?? '';
          if (namespace === '' || item.isTemplated || SYSTEM.test(namespace)) continue;
          report(item, { message: namespace.includes('*') ? 'wildcard' : 'named', data: { title: resource.title, namespace } });
        }
      }
    },
  },
  examples: [
    {
      bad: manifest`
        apiVersion: constraints.gatekeeper.sh/v1beta1
        kind: K8sPSPPrivilegedContainer
        metadata:
          name: privileged
        spec:
          match:
            excludedNamespaces: [kube-system, "dev-*"]
      `,
    },
    {
      good: manifest`
        apiVersion: constraints.gatekeeper.sh/v1beta1
        kind: K8sPSPPrivilegedContainer
        metadata:
          name: privileged
        spec:
          match:
            excludedNamespaces: [kube-system, gatekeeper-system]
      `,
    },
  ],
});
