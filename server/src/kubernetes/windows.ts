import type { Field } from '../yaml/index.js';
import type { Pod } from './pod.js';
import type { SecurityContext } from './types.js';
import type { KubernetesVersion } from './version.js';

/**
 * Whether the pod is one for Windows in which the API server refuses Linux's own security settings; the Pod Security
 * Standards then do not ask for them. Before 1.25 `os` had no such meaning.
 *
 * Source: validateWindows in the API server's validation of the core group; Pod Security Standards, "Restricted".
 */
export function refusesLinuxSettings(pod: Pod, version: KubernetesVersion): boolean {
  return pod.os === 'windows' && version.atLeast(1, 25);
}

/** Every `hostProcess: true` of a pod: its own and those of its containers. The API server wants all containers to agree. */
export function hostProcessSettings(pod: Pod): Field<boolean>[] {
  const contexts = [pod.securityContext.as<SecurityContext>(), ...pod.containers.map((container) => container.securityContext)];
  return contexts.map((context) => context.at('windowsOptions', 'hostProcess')).filter((setting) => setting.is(true));
}
