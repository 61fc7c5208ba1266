import type { TextRange } from '../text/index.js';

/** What a YAML scalar can mean to Kubernetes; its reader knows no timestamps and no sexagesimal numbers. */
export type Scalar = string | number | boolean | null;

/** How a scalar is written; `empty` is the null of a key without a value. */
export type ScalarStyle = 'plain' | 'single-quoted' | 'double-quoted' | 'literal' | 'folded' | 'empty';

interface Placed {
  /** From the first character of the value (its anchor and tag not counted) to just after its last, relative to the document. */
  readonly range: TextRange;
  /** The name of the anchor that stands before the value. */
  readonly anchor?: string;
}

export interface ScalarNode extends Placed {
  readonly kind: 'scalar';
  readonly value: Scalar;
  readonly style: ScalarStyle;
  /** The value holds `{{ … }}` or `${…}`: what will stand there is not known. */
  readonly isTemplated: boolean;
}

export interface Pair {
  readonly key: string;
  readonly keyRange: TextRange;
  readonly keyStyle: ScalarStyle;
  readonly value: Node;
}

export interface MapNode extends Placed {
  readonly kind: 'map';
  /** Written with braces. */
  readonly flow: boolean;
  readonly pairs: readonly Pair[];
}

export interface SeqNode extends Placed {
  readonly kind: 'seq';
  /** Written with brackets. */
  readonly flow: boolean;
  readonly items: readonly Node[];
}

export interface AliasNode extends Placed {
  readonly kind: 'alias';
  readonly name: string;
  /** The anchored value; undefined when there is none of that name before the alias. */
  readonly target: ValueNode | undefined;
}

export type ValueNode = ScalarNode | MapNode | SeqNode;
export type Node = ValueNode | AliasNode;

/** A comment with its `#`, without the line break. */
export interface Comment {
  readonly range: TextRange;
  readonly text: string;
  /** Nothing but blanks stands before it on its line. */
  readonly ownLine: boolean;
}

/** The value that a node stands for: an alias stands for what its anchor holds. */
export function resolve(node: Node | undefined): ValueNode | undefined {
  return node?.kind === 'alias' ? node.target : node;
}

/** An entry of a mapping as its reader sees it, merge keys (`<<`) included. */
export interface Entry {
  readonly pair: Pair;
  /** The alias or merge key through which the entry came, in the mapping that was asked. */
  readonly through: TextRange | undefined;
}

/** The entry of a key: the mapping's own last one, else the first of its merge keys. */
export function findEntry(map: MapNode, key: string): Entry | undefined {
  const own = lastPair(map, key);
  if (own) return { pair: own, through: undefined };
  if (!hasMerge(map)) return undefined;
  for (const { map: one, through } of withMerged(map)) {
    const pair = lastPair(one, key);
    if (pair) return { pair, through };
  }
  return undefined;
}

function lastPair({ pairs }: MapNode, key: string): Pair | undefined {
  for (let at = pairs.length - 1; at >= 0; at--) {
    const pair = pairs[at];
    if (pair?.key === key) return pair;
  }
  return undefined;
}

function hasMerge({ pairs }: MapNode): boolean {
  return pairs.some((pair) => pair.key === '<<');
}

/** All entries of a mapping in order: its own, then those of its merge keys that it does not set itself. */
export function entriesOf(map: MapNode): Entry[] {
  if (!hasMerge(map)) return map.pairs.map((pair) => ({ pair, through: undefined }));
  const entries: Entry[] = [];
  const seen = new Set<string>();
  for (const { map: one, through } of withMerged(map)) {
    for (const pair of one.pairs) {
      if (pair.key === '<<' || (through && seen.has(pair.key))) continue;
      seen.add(pair.key);
      entries.push({ pair, through });
    }
  }
  return entries;
}

/**
 * A mapping and all that its merge keys bring in, those nearer first. Each mapping comes once, so that merge keys that
 * multiply (an alias bomb) cost no more than the text is long.
 */
function* withMerged(map: MapNode, through?: TextRange, seen = new Set<MapNode>()): Generator<{ map: MapNode; through: TextRange | undefined }> {
  if (seen.has(map)) return;
  seen.add(map);
  yield { map, through };
  for (const pair of map.pairs) {
    if (pair.key !== '<<') continue;
    for (const merged of mergedMaps(pair)) yield* withMerged(merged, through ?? pair.keyRange, seen);
  }
}

function mergedMaps(merge: Pair): MapNode[] {
  const value = resolve(merge.value);
  if (value?.kind === 'map') return [value];
  if (value?.kind !== 'seq') return [];
  return value.items.flatMap((item) => {
    const map = resolve(item);
    return map?.kind === 'map' ? [map] : [];
  });
}
