import type { Field } from '../yaml/index.js';
import type { Container, Pod } from './pod.js';
import type { SecurityContext } from './types.js';

type WindowsOptions = NonNullable<SecurityContext['windowsOptions']>;

/** Whether the pod runs on Windows: it says so itself, or it picks nodes with Windows. */
export function runsOnWindows(pod: Pod): boolean {
  return pod.os === 'windows' || pod.spec.at('nodeSelector').locate(['kubernetes.io/os']).is('windows');
}

/**
 * The field whose word counts for a Windows setting; the container's, absent, where nobody says anything. The options of
 * pod and container are merged key by key.
 */
export function windowsOption<K extends keyof WindowsOptions & string>(container: Container, key: K): Field<NonNullable<WindowsOptions[K]>> {
  const own = container.securityContext.at('windowsOptions').locate([key]);
  const shared = container.pod.securityContext.at('windowsOptions').locate([key]);
  return (!own.isSet && !own.isTemplated && shared.isSet ? shared : own) as unknown as Field<NonNullable<WindowsOptions[K]>>;
}
