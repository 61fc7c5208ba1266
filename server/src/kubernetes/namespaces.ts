import type { Resource } from './resource.js';

/** Kubernetes' own kinds that stand in a namespace, by their API group. Kinds of extensions are not known. */
const NAMESPACED: Readonly<Record<string, string>> = {
  '': 'ConfigMap Endpoints LimitRange PersistentVolumeClaim Pod PodTemplate ReplicationController ResourceQuota Secret Service ServiceAccount',
  apps: 'DaemonSet Deployment ReplicaSet StatefulSet',
  autoscaling: 'HorizontalPodAutoscaler',
  batch: 'CronJob Job',
  'coordination.k8s.io': 'Lease',
  'discovery.k8s.io': 'EndpointSlice',
  extensions: 'DaemonSet Deployment Ingress NetworkPolicy ReplicaSet',
  'networking.k8s.io': 'Ingress NetworkPolicy',
  policy: 'PodDisruptionBudget',
  'rbac.authorization.k8s.io': 'Role RoleBinding',
  'storage.k8s.io': 'CSIStorageCapacity',
};

/** What the control plane itself keeps in the namespace `default`. */
const OWN_IN_DEFAULT = new Set(['Service kubernetes', 'Endpoints kubernetes', 'EndpointSlice kubernetes', 'ServiceAccount default', 'ConfigMap kube-root-ca.crt']);

/** Whether an object is of one of Kubernetes' own kinds that stand in a namespace. */
export function isNamespaced(resource: Resource): boolean {
  return Object.hasOwn(NAMESPACED, resource.group) && (NAMESPACED[resource.group] ?? '').split(' ').includes(resource.kind);
}

/** Whether an object of the namespace `default` is one that the control plane keeps there. */
export function isOwnInDefault(resource: Resource): boolean {
  return OWN_IN_DEFAULT.has(`${resource.kind} ${resource.name ?? ''}`);
}
