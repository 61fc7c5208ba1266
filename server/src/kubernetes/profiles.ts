import type { Field } from '../yaml/index.js';
import type { Pod } from './pod.js';

/** The types of seccomp and AppArmor profiles that the API knows; case matters. */
export const PROFILE_TYPES = ['RuntimeDefault', 'Localhost', 'Unconfined'] as const;

/** Whether a type is one that the API server refuses. */
export function isUnknownProfileType(type: Field<unknown>): boolean {
  return type.isSet && !type.isTemplated && type.value !== undefined && !(PROFILE_TYPES as readonly unknown[]).includes(type.value);
}

/** The confining type that differs from a text in case only. */
export function profileTypeLike(text: string): 'RuntimeDefault' | 'Localhost' | undefined {
  const alike = PROFILE_TYPES.find((type) => type.toLowerCase() === text.toLowerCase());
  return alike === 'Unconfined' ? undefined : alike;
}

/** Whether every container states a type of its own, so that the pod's confines none of them. Not so without containers. */
export function isOverriddenEverywhere(pod: Pod, key: 'seccompProfile' | 'appArmorProfile'): boolean {
  return pod.containers.length > 0 && pod.containers.every(({ securityContext }) => securityContext.at(key, 'type').isSet);
}
