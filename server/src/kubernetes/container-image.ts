import type { Field } from '../yaml/index.js';
import { splitImage, type ImageReference } from './image.js';
import type { Container } from './pod.js';

/** When the kubelet asks the registry. */
export type PullPolicy = 'Always' | 'IfNotPresent' | 'Never';

/** The image that a container runs, as far as the manifest tells. */
export interface ContainerImage {
  readonly field: Field<string>;
  /** As written. */
  readonly text: string;
  readonly reference: ImageReference;
  /** The registry and path that the kubelet asks for: `nginx` is `docker.io/library/nginx`. Without tag and digest. */
  readonly fullName: string;
  /** The registry of `fullName`. */
  readonly registry: string;
  /** Neither a digest nor a tag other than `latest`: the same name stands for other content tomorrow. */
  readonly isFloating: boolean;
  /** `imagePullPolicy`, set or not. */
  readonly policyField: Field<unknown>;
  /** The policy in force; undefined where a template will say it, or where it is none that the API knows. */
  readonly policy: PullPolicy | undefined;
}

/**
 * The container's image. Undefined where none is stated, or a template will state it.
 *
 * Source: `SetDefaults_Container` of the core group and `ParseImageName` of the kubelet.
 */
export function imageOf(container: Container): ContainerImage | undefined {
  const field = container.at('image');
  const text = field.string;
  if (text === undefined || text.trim() === '' || field.isTemplated) return undefined;
  const reference = splitImage(text);
  const { tag, digest } = reference;
  const registry = (reference.registry ?? 'docker.io').toLowerCase().replace(/^index\.docker\.io$/u, 'docker.io');
  const isOfficial = registry === 'docker.io' && !reference.repository.includes('/');
  const policyField = container.at('imagePullPolicy');
  return {
    field: field as Field<string>,
    text,
    reference,
    fullName: `${registry}/${isOfficial ? 'library/' : ''}${reference.repository}`,
    registry,
    isFloating: digest === undefined && (tag === undefined || tag === 'latest'),
    policyField,
    policy: policyOf(policyField, tag === 'latest' || (tag === undefined && digest === undefined)),
  };
}

function policyOf(field: Field<unknown>, isLatest: boolean): PullPolicy | undefined {
  if (field.isTemplated) return undefined;
  if (!field.isSet) return isLatest ? 'Always' : 'IfNotPresent';
  const { value } = field;
  return value === 'Always' || value === 'IfNotPresent' || value === 'Never' ? value : undefined;
}

/**
 * Whether an image is of a registry (`registry.example.com`) or below a repository (`registry.example.com/team`). Whole
 * segments are compared: `registry.example.com/team` does not hold `registry.example.com/teams/web`.
 */
export function isInRepository(image: ContainerImage, repository: string): boolean {
  const path = repository.trim().replace(/\/+$/u, '');
  const slash = path.indexOf('/');
  const host = (slash < 0 ? path : path.slice(0, slash)).toLowerCase();
  const prefix = `${host === 'index.docker.io' ? 'docker.io' : host}${slash < 0 ? '' : path.slice(slash)}`;
  return path !== '' && (image.fullName === prefix || image.fullName.startsWith(`${prefix}/`));
}
