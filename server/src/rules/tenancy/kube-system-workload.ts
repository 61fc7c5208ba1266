import { defineRule, iso27001, manifest, nist80053, nsa, same, type Resource } from '../../kit/index.js';

/** The control plane's static pods, by the labels and the priority that kubeadm gives them. */
function isControlPlane(resource: Resource): boolean {
  const labels = resource.metadata.at('labels');
  const isComponent = labels.at('component').is('kube-apiserver', 'etcd', 'kube-controller-manager', 'kube-scheduler');
  return labels.at('tier').is('control-plane') && isComponent && resource.root.at('spec', 'priorityClassName').is('system-node-critical');
}

export default defineRule({
  id: 'kube-system-workload',
  severity: 'information',
  profile: 'strict',
  since: '0.1.0',
  docs: {
    summary: 'An object is put into the namespace `kube-system` beside the cluster’s own components.',
    why: 'The service accounts of `kube-system` are among the strongest of the cluster, and policies commonly leave the namespace out. Whoever gets into one pod there is close to all of them.',
    unless: 'it is a component of the cluster, such as a network plugin or a storage driver.',
  },
  aliases: [
    same('trivy', 'KSV-0037'),
  ],
  frameworks: [nsa('namespaces'), nist80053('SC-2'), iso27001('8.22')],
  messages: {
    system: '{title} is in the namespace kube-system.',
  },
  visit: {
    resource(resource, report) {
      const namespace = resource.metadata.at('namespace');
      if (!namespace.is('kube-system') || !resource.root.at('spec').isSet || isControlPlane(resource)) return;
      report(namespace, { message: 'system', data: { title: resource.title } });
    },
  },
  examples: [
    {
      bad: manifest`
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
          namespace: kube-system
        spec:
          containers:
            - name: web
              image: nginx:1.27.1
      `,
    },
    {
      good: manifest`
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
          namespace: shop
        spec:
          containers:
            - name: web
              image: nginx:1.27.1
      `,
    },
  ],
});
