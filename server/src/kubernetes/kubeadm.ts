import type { Field, Loose } from '../yaml/index.js';
import type { Resource } from './resource.js';

/** What kubeadm does on a node: start a cluster (`init`) or join one (`join`). */
export type KubeadmStep = 'init' | 'join';

/** Where Cluster API's objects hold the configurations of kubeadm, by their kinds. */
const HOLDERS: ReadonlyMap<string, string> = new Map([
  ['KubeadmControlPlane', 'spec.kubeadmConfigSpec'],
  ['KubeadmControlPlaneTemplate', 'spec.template.spec.kubeadmConfigSpec'],
  ['KubeadmConfig', 'spec'],
  ['KubeadmConfigTemplate', 'spec.template.spec'],
]);

/** The configuration of one of kubeadm's steps that an object is or holds. */
export function kubeadmStep(resource: Resource, step: KubeadmStep): Field<Loose> | undefined {
  if (resource.group === 'kubeadm.k8s.io') return resource.kind === (step === 'init' ? 'InitConfiguration' : 'JoinConfiguration') ? resource.root : undefined;
  const path = resource.group.endsWith('cluster.x-k8s.io') ? HOLDERS.get(resource.kind) : undefined;
  if (path === undefined) return undefined;
  const field = resource.root.locate([...path.split('.'), `${step}Configuration`]);
  return field.isSet ? field : undefined;
}
