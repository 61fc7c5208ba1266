import type { Field } from '../yaml/index.js';
import type { Inheritable } from './effective.js';
import type { Container, Pod } from './pod.js';
import type { SecurityContext } from './types.js';
import type { KubernetesVersion } from './version.js';

/** A security context, as far as pods and containers have the same fields, and whom it speaks for. */
export interface SecurityLevel {
  /** `Container web`, or the object's title at the pod's level. */
  readonly subject: string;
  /** Undefined at the pod's level. */
  readonly container: Container | undefined;
  readonly context: Field<Pick<SecurityContext, Inheritable>>;
}

/** The pod's security context and those of all its containers, for settings that are wrong wherever they stand. */
export function securityLevels(pod: Pod): SecurityLevel[] {
  return [
    { subject: pod.title, container: undefined, context: pod.securityContext.as<SecurityContext>() },
    ...pod.containers.map((container) => ({ subject: `Container ${container.name}`, container, context: container.securityContext.as<SecurityContext>() })),
  ];
}

/**
 * Whether root in the pod is nobody on the node, so that the Pod Security Standards no longer ask for another user.
 *
 * Source: Pod Security Standards, "Restricted", since 1.35.
 */
export function isRootHarmless(pod: Pod, version: KubernetesVersion): boolean {
  return pod.hasUserNamespace && version.atLeast(1, 35);
}

/** Whether a fix may write into the pod's security context: Knative Serving refuses pods with one, unless it is configured not to. */
export function acceptsPodSecurityContext(pod: Pod): boolean {
  return pod.resource.group !== 'serving.knative.dev';
}
