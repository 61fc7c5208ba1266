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
 * Takes an image reference apart by its punctuation alone. The first component is a registry when it has a dot or a colon,
 * is `localhost`, or has capital letters. No part is judged: see `parseImage`.
 */
export function splitImage(text: string): ImageReference {
  let rest = text;
  let digest: string | undefined;
  const at = rest.indexOf('@');
  if (at >= 0) {
    digest = rest.slice(at + 1);
    rest = rest.slice(0, at);
  }
  let tag: string | undefined;
  const colon = rest.lastIndexOf(':');
  if (colon > rest.lastIndexOf('/')) {
    tag = rest.slice(colon + 1);
    rest = rest.slice(0, colon);
  }
  const slash = rest.indexOf('/');
  const first = slash < 0 ? '' : rest.slice(0, slash);
  const isHost = first !== '' && (/[.:]/u.test(first) || first === 'localhost' || first !== first.toLowerCase());
  const repository = isHost ? rest.slice(slash + 1) : rest;
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

/** Takes an image reference apart by the grammar of the distribution project (`reference` package). Undefined for what no runtime takes. */
export function parseImage(text: string): ImageReference | undefined {
  const image = splitImage(text);
  if (image.digest !== undefined && !DIGEST.test(image.digest)) return undefined;
  if (image.tag !== undefined && !TAG.test(image.tag)) return undefined;
  if (image.registry !== undefined && !HOST.test(image.registry)) return undefined;
  return image.repository.split('/').every((component) => COMPONENT.test(component)) ? image : undefined;
}

/** How many hexadecimal digits the registered algorithms give. */
const DIGEST_DIGITS: Readonly<Record<string, number>> = { sha256: 64, sha384: 96, sha512: 128 };

/**
 * Whether a digest (`sha256:…`) is one: registered algorithms want exactly their number of lower-case digits, others only
 * the grammar. Source: the descriptor of the OCI image specification.
 */
export function isWellFormedDigest(digest: string): boolean {
  const match = /^(?<algorithm>[a-z0-9]+(?:[+._-][a-z0-9]+)*):(?<encoded>[A-Za-z0-9=_-]+)$/u.exec(digest);
  const { algorithm = '', encoded = '' } = match?.groups ?? {};
  if (!match) return false;
  const digits = Object.hasOwn(DIGEST_DIGITS, algorithm) ? DIGEST_DIGITS[algorithm] : undefined;
  return digits === undefined || (encoded.length === digits && /^[0-9a-f]+$/u.test(encoded));
}
