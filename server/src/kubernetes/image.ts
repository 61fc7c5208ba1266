import type { TextRange } from '../text/index.js';

/** An image reference taken apart; ranges count from the start of the reference. */
export interface ImageReference {
  /** The registry as written; undefined when none is (Docker Hub, or whatever the runtime searches). */
  readonly registry: string | undefined;
  /** The path within the registry, without `library/` unless it is written. */
  readonly repository: string;
  readonly tag: string | undefined;
  /** `sha256:…` */
  readonly digest: string | undefined;
  readonly ranges: {
    readonly registry?: TextRange;
    readonly repository: TextRange;
    /** Without the colon. */
    readonly tag?: TextRange;
    /** Without the `@`. */
    readonly digest?: TextRange;
  };
}

const DIGEST = /^[A-Za-z][A-Za-z0-9]*(?:[-_+.][A-Za-z][A-Za-z0-9]*)*:[0-9a-fA-F]{32,}$/u;
const TAG = /^[A-Za-z0-9_][A-Za-z0-9_.-]{0,127}$/u;
const COMPONENT = /^[a-z0-9]+(?:(?:\.|_|__|-+)[a-z0-9]+)*$/u;
const HOST = /^(?:\[[0-9a-fA-F:]+\]|(?:[A-Za-z0-9]|[A-Za-z0-9][A-Za-z0-9-]*[A-Za-z0-9])(?:\.(?:[A-Za-z0-9]|[A-Za-z0-9][A-Za-z0-9-]*[A-Za-z0-9]))*)(?::[0-9]+)?$/u;

/**
 * Takes an image reference apart by the grammar of the distribution project (`reference` package). The first component
 * is a registry when it has a dot or a colon, is `localhost`, or has capital letters. Undefined for what no runtime takes.
 */
export function parseImage(text: string): ImageReference | undefined {
  let rest = text;
  let digest: string | undefined;
  const at = rest.indexOf('@');
  if (at >= 0) {
    digest = rest.slice(at + 1);
    rest = rest.slice(0, at);
    if (!DIGEST.test(digest)) return undefined;
  }
  let tag: string | undefined;
  const colon = rest.lastIndexOf(':');
  if (colon > rest.lastIndexOf('/')) {
    tag = rest.slice(colon + 1);
    rest = rest.slice(0, colon);
    if (!TAG.test(tag)) return undefined;
  }
  const slash = rest.indexOf('/');
  const first = slash < 0 ? '' : rest.slice(0, slash);
  const isHost = first !== '' && (/[.:]/u.test(first) || first === 'localhost' || first !== first.toLowerCase());
  if (isHost && !HOST.test(first)) return undefined;
  const repository = isHost ? rest.slice(slash + 1) : rest;
  if (!repository.split('/').every((component) => COMPONENT.test(component))) return undefined;
  const start = isHost ? slash + 1 : 0;
  const tagStart = rest.length + 1;
  return {
    registry: isHost ? first : undefined,
    repository,
    tag,
    digest,
    ranges: {
      ...(isHost ? { registry: { start: 0, end: slash } } : {}),
      repository: { start, end: start + repository.length },
      ...(tag === undefined ? {} : { tag: { start: tagStart, end: tagStart + tag.length } }),
      ...(digest === undefined ? {} : { digest: { start: at + 1, end: text.length } }),
    },
  };
}
