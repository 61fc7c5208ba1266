import type { Field } from '../yaml/index.js';
import type { Container, Pod } from './pod.js';

const OF_CONTAINER = 'container.seccomp.security.alpha.kubernetes.io/';
const OF_POD: readonly string[] = ['seccomp.security.alpha.kubernetes.io/pod', 'seccomp.security.alpha.kubernetes.io/defaultProfileName'];

/** An annotation that named a seccomp profile before pods had a field for it. */
export interface SeccompAnnotation {
  readonly key: string;
  readonly field: Field<string>;
  /** Undefined when it speaks for all containers of the pod. */
  readonly container: string | undefined;
  /** Whether it names a profile that confines: the runtime's own or one of the node's files. */
  readonly confines: boolean;
}

/**
 * The seccomp annotations of a pod. The API server stopped reading them in 1.27; Pod Security admission reads only the
 * field since 1.19.
 *
 * Source: "Restrict a Container's Syscalls with seccomp" in the Kubernetes documentation.
 */
export function seccompAnnotations(pod: Pod): SeccompAnnotation[] {
  return pod.metadata
    .at('annotations')
    .entries()
    .filter(({ key }) => OF_POD.includes(key) || key.startsWith(OF_CONTAINER))
    .map(({ key, field }) => ({
      key,
      field: field.as<string>(),
      container: key.startsWith(OF_CONTAINER) ? key.slice(OF_CONTAINER.length) : undefined,
      confines: isConfining(field.value),
    }));
}

/** Whether an annotation names a confining profile for the container. */
export function hasSeccompAnnotation(container: Container): boolean {
  return seccompAnnotations(container.pod).some((annotation) => annotation.confines && speaksFor(annotation, container));
}

/** Whether an annotation is about the container. */
export function speaksFor(annotation: SeccompAnnotation, container: Container): boolean {
  return annotation.container === undefined || annotation.container === container.name;
}

function isConfining(value: unknown): boolean {
  return value === 'runtime/default' || value === 'docker/default' || (typeof value === 'string' && value.startsWith('localhost/'));
}
