import { cis, defineRule, isNamespaced, iso27001, isOwnInDefault, manifest, nist80053, nsa, same } from '../../kit/index.js';

export default defineRule({
  id: 'default-namespace',
  severity: 'information',
  profile: 'strict',
  since: '0.1.0',
  docs: {
    summary: 'An object is put into the namespace `default`.',
    why: 'Everything that names no namespace ends up in `default`, so quotas, network policies and roles that are written for one program there hold for all the others as well.',
    unless: 'the cluster serves one program only.',
  },
  aliases: [
    same('checkov', 'CKV_K8S_21'),
    same('trivy', 'KSV-0110'),
    same('kube-linter', 'use-namespace'),
    same('kubescape', 'C-0061', 'C-0212'),
    same('kubescape', 'pods-in-default-namespace', 'rolebinding-in-default-namespace', 'role-in-default-namespace', 'configmap-in-default-namespace', 'endpoints-in-default-namespace', 'persistentvolumeclaim-in-default-namespace', 'podtemplate-in-default-namespace', 'replicationcontroller-in-default-namespace', 'service-in-default-namespace', 'serviceaccount-in-default-namespace', 'endpointslice-in-default-namespace', 'horizontalpodautoscaler-in-default-namespace', 'lease-in-default-namespace', 'csistoragecapacity-in-default-namespace', 'ingress-in-default-namespace', 'poddisruptionbudget-in-default-namespace', 'resources-secret-in-default-namespace'),
  ],
  frameworks: [cis('5.6.4'), cis('5.6.1'), nsa('namespaces'), nist80053('AC-4'), iso27001('8.22')],
  messages: {
    default: '{title} is in the namespace default.',
  },
  visit: {
    resource(resource, report) {
      const namespace = resource.metadata.at('namespace');
      if (namespace.is('default') && isNamespaced(resource) && !isOwnInDefault(resource)) report(namespace, { message: 'default', data: { title: resource.title } });
    },
  },
  examples: [
    {
      bad: manifest`
        apiVersion: v1
        kind: ConfigMap
        metadata:
          name: web
          namespace: default
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
