import type { Field } from '../yaml/index.js';
import type { Container, Pod } from './pod.js';

const PREFIX = 'container.apparmor.security.beta.kubernetes.io/';

/** An annotation that names the AppArmor profile of a container; the way to do it before 1.30. */
export interface AppArmorAnnotation {
  readonly key: string;
  readonly field: Field<string>;
  readonly container: string;
}

/**
 * The AppArmor annotations of a pod. An empty one says nothing.
 *
 * Source: "Restrict a Container's Access to Resources with AppArmor" in the Kubernetes documentation.
 */
export function appArmorAnnotations(pod: Pod): AppArmorAnnotation[] {
  return pod.metadata
    .at('annotations')
    .entries()
    .filter(({ key, field }) => key.startsWith(PREFIX) && field.isSet && field.value !== '')
    .map(({ key, field }) => ({ key, field: field.as<string>(), container: key.slice(PREFIX.length) }));
}

/** The annotation that names the container's profile, set or not. */
export function appArmorAnnotation(container: Container): Field<string> {
  return container.pod.metadata.at('annotations').locate([PREFIX + container.name]).as<string>();
}
