import { cis, defineRule, isNamespaced, isOwnInDefault, manifest, nsa, same } from '../../kit/index.js';

export default defineRule({
  id: 'namespace-unset',
  severity: 'hint',
  profile: 'all',
  since: '0.1.0',
  docs: {
    summary: 'An object does not say which namespace it belongs to.',
    why: 'It goes to the namespace that whoever applies it happens to work in, `default` if nothing else is chosen: the same file can end up beside a program that it was never meant to be near.',
    unless: 'a tool sets the namespace, such as Kustomize, Helm or a delivery pipeline.',
  },
  aliases: [
    same('checkov', 'CKV_K8S_21'),
    same('trivy', 'KSV-0110'),
    same('kube-linter', 'use-namespace'),
    same('kubescape', 'C-0061', 'C-0212'),
    same('kubescape', 'pods-in-default-namespace', 'rolebinding-in-default-namespace', 'role-in-default-namespace', 'configmap-in-default-namespace', 'endpoints-in-default-namespace', 'persistentvolumeclaim-in-default-namespace', 'podtemplate-in-default-namespace', 'replicationcontroller-in-default-namespace', 'service-in-default-namespace', 'serviceaccount-in-default-namespace', 'endpointslice-in-default-namespace', 'horizontalpodautoscaler-in-default-namespace', 'lease-in-default-namespace', 'csistoragecapacity-in-default-namespace', 'ingress-in-default-namespace', 'poddisruptionbudget-in-default-namespace', 'resources-secret-in-default-namespace'),
  ],
  frameworks: [cis('5.6.4'), nsa('namespaces')],
  messages: {
    unset: '{title} does not say which namespace it belongs to.',
  },
  visit: {
    resource(resource, report) {
      const namespace = resource.metadata.at('namespace');
      const isUnset = !namespace.isTemplated && (!namespace.isSet || namespace.value === '');
      if (isUnset && isNamespaced(resource) && !isOwnInDefault(resource)) report(namespace, { message: 'unset', data: { title: resource.title } });
    },
  },
  examples: [
    {
      bad: manifest`
        apiVersion: v1
        kind: ConfigMap
        metadata:
          name: web
      `,
    },
    {
      good: manifest`
        apiVersion: v1
        kind: ConfigMap
        metadata:
          name: web
          namespace: shop
      `,
    },
  ],
});
