import type { Field } from '../yaml/index.js';
import type { Resource } from './resource.js';

/** What Pod Security Admission does with a pod that its namespace's level forbids. */
export const POD_SECURITY_MODES = ['enforce', 'audit', 'warn'] as const;
/** One of {@link POD_SECURITY_MODES}. */
export type PodSecurityMode = (typeof POD_SECURITY_MODES)[number];

/** The levels of the Pod Security Standards, as labels name them. */
export const POD_SECURITY_LEVELS: readonly string[] = ['privileged', 'baseline', 'restricted'];

/** What the labels of Pod Security Admission begin with. */
export const POD_SECURITY_PREFIX = 'pod-security.kubernetes.io/';

/** Kubernetes' own namespaces, whose pods need what other namespaces should refuse. */
const SYSTEM_NAMESPACES = new Set(['kube-system', 'kube-public', 'kube-node-lease']);

/** Whether an object is a Namespace that is not one of Kubernetes' own. */
export function isUserNamespace(resource: Resource): boolean {
  return resource.kind === 'Namespace' && resource.group === '' && !SYSTEM_NAMESPACES.has(resource.name ?? '');
}

/** The label by which a namespace states the level of a mode. */
export function podSecurityLabel(namespace: Resource, mode: PodSecurityMode): Field<string> {
  return namespace.metadata.at('labels', `${POD_SECURITY_PREFIX}${mode}`);
}

/** Whether a namespace's labels are in full sight: a template may write them as a whole, or add to them. */
export function hasVisibleLabels(namespace: Resource): boolean {
  const labels = namespace.metadata.at('labels');
  return !labels.isTemplated && !labels.at('x').isTemplated && !namespace.isPartial;
}
