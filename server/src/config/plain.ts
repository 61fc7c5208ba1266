import { resolve, type Node, type Path, type ScalarNode, type YamlDocument } from '../yaml/index.js';

/** How many values a configuration may have once its aliases are written out. */
const MOST_VALUES = 100_000;
/** How deep they may be nested; the schema knows six levels. */
const DEEPEST = 100;

/** Thrown within this file only: aliases have made the configuration too large or too deep. */
class TooLarge extends Error {}

/**
 * The document as plain data; undefined when its aliases make it too large. It is read as editors and other tools read
 * such files: by YAML 1.2, in which `off` is a text. Keys without a value are there, but undefined; `__proto__` is a key.
 */
export function plainOf(document: YamlDocument): unknown {
  let values = 0;
  const read = (written: Node | undefined, key: string | undefined, depth: number): unknown => {
    const node = resolve(written);
    if (++values > MOST_VALUES || depth > DEEPEST) throw new TooLarge();
    if (node === undefined) return undefined;
    if (node.kind === 'scalar') return scalarOf(node, key, document.text);
    if (node.kind === 'seq') return node.items.map((item) => read(item, undefined, depth + 1));
    const object: Record<string, unknown> = Object.create(null) as Record<string, unknown>;
    for (const pair of node.pairs) object[pair.key] = read(pair.value, pair.key, depth + 1) ?? undefined;
    return object;
  };
  try {
    return read(document.root, undefined, 0);
  } catch (error) {
    if (error instanceof TooLarge) return undefined;
    throw error;
  }
}

function scalarOf(node: ScalarNode, key: string | undefined, text: string): unknown {
  const written = text.slice(node.range.start, node.range.end);
  if (typeof node.value === 'boolean' && !/^(?:true|false)$/iu.test(written)) return written;
  // 1.30 is a number like 1.3 to YAML, but another version.
  if (typeof node.value === 'number' && key === 'kubernetesVersion') return written;
  return node.value;
}

/** Any data as it would have been read from a file: keys without a value are undefined. Data of other makers has no bound. */
export function plainFrom(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(plainFrom);
  if (typeof value !== 'object' || value === null) return value;
  const object: Record<string, unknown> = Object.create(null) as Record<string, unknown>;
  for (const [key, inner] of Object.entries(value)) object[key] = inner === null ? undefined : plainFrom(inner);
  return object;
}

/** Paths as a tree; a leaf ends a path. */
type Branches = Map<string | number, Branches>;

/** The data without what stands at `paths`; undefined when nothing is left. */
export function without(value: unknown, paths: readonly Path[]): unknown {
  if (paths.some((path) => path.length === 0)) return undefined;
  const root: Branches = new Map();
  for (const path of [...paths].sort((a, b) => b.length - a.length)) {
    let branch = root;
    for (const [depth, key] of path.entries()) {
      const next: Branches = depth === path.length - 1 ? new Map() : (branch.get(key) ?? new Map<string | number, Branches>());
      branch.set(key, next);
      branch = next;
    }
  }
  return pruned(value, root);
}

function pruned(value: unknown, branches: Branches | undefined): unknown {
  if (branches === undefined) return value;
  if (Array.isArray(value)) return value.flatMap((item: unknown, index) => (branches.get(index)?.size === 0 ? [] : [pruned(item, branches.get(index))]));
  if (typeof value !== 'object' || value === null) return value;
  const object: Record<string, unknown> = Object.create(null) as Record<string, unknown>;
  for (const [key, item] of Object.entries(value)) if (branches.get(key)?.size !== 0) object[key] = pruned(item, branches.get(key));
  return object;
}

/** `rules.host-network.severity`, `overrides[0].files`. */
export function nameOf(path: Path): string {
  return path.map((key, index) => (typeof key === 'number' ? `[${key}]` : `${index === 0 ? '' : '.'}${clip(key)}`)).join('');
}

/** A value as a message shows it. */
export function shown(value: unknown): string {
  if (typeof value === 'string') return `\`${clip(value)}\``;
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'object' && value !== null) return 'a mapping';
  return value === undefined || value === null ? 'nothing' : `\`${String(value)}\``;
}

/** At most 60 characters, on one line. */
export function clip(text: string): string {
  const line = text.replace(/\s+/gu, ' ');
  return line.length > 60 ? `${line.slice(0, 57)}…` : line;
}
