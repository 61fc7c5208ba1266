import type { Field } from '../yaml/index.js';
import type { Container } from './pod.js';
import type { PodSecurityContext, SecurityContext } from './types.js';

/** The fields of a container's security context that a pod's security context sets for all of its containers. */
export type Inheritable = 'appArmorProfile' | 'runAsGroup' | 'runAsNonRoot' | 'runAsUser' | 'seLinuxOptions' | 'seccompProfile' | 'windowsOptions';

/** Whose word a value is: the container's, the pod's, or nobody's (then the API's default holds). */
export type Origin = 'container' | 'pod' | 'default';

type SettingOf<K extends Inheritable> = NonNullable<SecurityContext[K]>;

/** The value in force for a container, and who says so. */
export interface Effective<K extends Inheritable> {
  /** The field whose word counts; where nobody says anything it is the container's, absent. */
  readonly field: Field<SettingOf<K>>;
  readonly origin: Origin;
  /** Both levels, for whom the one in force is not enough. */
  readonly container: Field<SettingOf<K>>;
  readonly pod: Field<SettingOf<K>>;
}

/**
 * A container's own setting takes the place of the pod's, as a whole: of `seccompProfile`, `seLinuxOptions` and the
 * like, parts are not mixed. `windowsOptions` alone is merged field by field, and is read through `windowsOption`.
 *
 * Source: the `securityContext` fields of Container and PodSpec in the Kubernetes API.
 */
export function effective<K extends Inheritable>(container: Container, key: K): Effective<K> {
  const own = (container.securityContext as Field<SecurityContext>).at(key) as unknown as Field<SettingOf<K>>;
  const shared = (container.pod.securityContext as Field<PodSecurityContext>).at(key) as unknown as Field<SettingOf<K>>;
  if (own.isSet || own.isTemplated) return { field: own, origin: 'container', container: own, pod: shared };
  if (shared.isSet || shared.isTemplated) return { field: shared, origin: 'pod', container: own, pod: shared };
  return { field: own, origin: 'default', container: own, pod: shared };
}
