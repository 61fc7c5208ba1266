import type { TextRange } from '../text/index.js';
import type { YamlDocument } from './document.js';
import { entriesOf, findEntry, resolve, type MapNode, type Node, type Pair, type Scalar, type SeqNode, type ValueNode } from './node.js';

/** Any YAML value, for objects whose type nobody has written down: every path is allowed. */
export interface Loose {
  readonly [key: string]: Loose;
}

/** `T` without null and undefined, and of a union only what can have keys. */
type Keyed<T> = Extract<NonNullable<T>, object>;
type Key<T> = keyof Keyed<T> & string;
type Value<T, K> = K extends keyof Keyed<T> ? NonNullable<Keyed<T>[K]> : never;
/** What a list of type `T` holds. */
export type Item<T> = NonNullable<T> extends readonly (infer I)[] ? NonNullable<I> : T extends Loose ? Loose : never;
/** What a scalar field of type `T` can be compared with. */
export type Literal<T> = T extends Loose ? Scalar : Extract<NonNullable<T>, string | number | boolean>;
/** What an object used as a dictionary holds. */
export type Entries<T> = T extends Loose ? Loose : Keyed<T> extends Readonly<Record<string, infer V>> ? NonNullable<V> : Loose;

export type Path = readonly (string | number)[];

/**
 * A typed place in a manifest. It may be absent; then it knows the nearest name that is there. What the file holds need
 * not be of type `T`: the accessors answer undefined for what they are not asked for, and nothing throws.
 */
export class Field<T> {
  readonly document: YamlDocument;
  readonly parent: Field<unknown> | undefined;
  /** Key or index in the parent; undefined for a document's root. */
  readonly key: string | number | undefined;
  /** The node as written: an alias is not followed. Undefined when the field is absent. */
  readonly written: Node | undefined;
  /** The alias or merge key, in the text of this object, through which the value comes. */
  readonly through: TextRange | undefined;
  /** Where the field's key stands; undefined for list items and absent fields. */
  readonly keyRange: TextRange | undefined;
  /** Where the field came from by other means than a key of its parent. */
  declare readonly type?: T;

  private constructor(place: {
    document: YamlDocument;
    parent?: Field<unknown>;
    key?: string | number;
    written: Node | undefined;
    through?: TextRange | undefined;
    keyRange?: TextRange | undefined;
  }) {
    this.document = place.document;
    this.parent = place.parent;
    this.key = place.key;
    this.written = place.written;
    this.through = place.through;
    this.keyRange = place.keyRange;
  }

  /** The root of a document. */
  static root<T = Loose>(document: YamlDocument): Field<T> {
    return new Field<T>({ document, written: document.root });
  }

  /** The node with aliases followed. */
  get node(): ValueNode | undefined {
    return resolve(this.written);
  }

  /** The keys and indices that lead here from the document's root. */
  get path(): Path {
    if (!this.parent || this.key === undefined) return [];
    return [...this.parent.path, this.key];
  }

  /** Whether the file says something here; `key: null` and `key:` say nothing. */
  get isSet(): boolean {
    const { node } = this;
    return node !== undefined && !(node.kind === 'scalar' && node.value === null);
  }

  /** Whether a template engine will write here, or in whatever holds this field: then its value is unknown, not missing. */
  get isTemplated(): boolean {
    const { node } = this;
    if (node?.kind === 'scalar' && node.value !== null) return node.isTemplated;
    if (node && node.kind !== 'scalar') return false;
    const { parent } = this;
    if (!parent) return false;
    const above = parent.node;
    if (above?.kind === 'map') return this.document.hasTemplatedStructure;
    return parent.isTemplated;
  }

  /** The scalar that is set here; undefined when nothing or no scalar is. */
  get value(): string | number | boolean | undefined {
    const { node } = this;
    return node?.kind === 'scalar' && node.value !== null ? node.value : undefined;
  }

  /** The value if it is a string. */
  get string(): string | undefined {
    const { value } = this;
    return typeof value === 'string' ? value : undefined;
  }

  /** The value if it is a number. */
  get number(): number | undefined {
    const { value } = this;
    return typeof value === 'number' ? value : undefined;
  }

  /** The value if it is a boolean. */
  get boolean(): boolean | undefined {
    const { value } = this;
    return typeof value === 'boolean' ? value : undefined;
  }

  /** Whether the field is set to one of `values`. */
  is(...values: readonly Literal<T>[]): boolean {
    const { value } = this;
    return value !== undefined && (values as readonly unknown[]).includes(value);
  }

  /** The field that keys lead to from here. */
  at<A extends Key<T>>(a: A): Field<Value<T, A>>;
  at<A extends Key<T>, B extends Key<Value<T, A>>>(a: A, b: B): Field<Value<Value<T, A>, B>>;
  at<A extends Key<T>, B extends Key<Value<T, A>>, C extends Key<Value<Value<T, A>, B>>>(a: A, b: B, c: C): Field<Value<Value<Value<T, A>, B>, C>>;
  at<A extends Key<T>, B extends Key<Value<T, A>>, C extends Key<Value<Value<T, A>, B>>, D extends Key<Value<Value<Value<T, A>, B>, C>>>(
    a: A,
    b: B,
    c: C,
    d: D,
  ): Field<Value<Value<Value<Value<T, A>, B>, C>, D>>;
  at(...keys: readonly string[]): Field<unknown> {
    let field: Field<unknown> = this as Field<unknown>;
    for (const key of keys) field = field.#child(key);
    return field;
  }

  /** The field of a path known only at run time. */
  locate(path: Path): Field<Loose> {
    let field: Field<unknown> = this as Field<unknown>;
    for (const key of path) field = typeof key === 'string' ? field.#child(key) : field.#item(key);
    return field as Field<Loose>;
  }

  /** The items of a list; none when there is no list here. */
  items(): Field<Item<T>>[] {
    const { node } = this;
    if (node?.kind !== 'seq') return [];
    return node.items.map((_, index) => this.#item(index) as Field<Item<T>>);
  }

  /** The entries of a mapping, merge keys included; none when there is no mapping here. */
  entries(): { readonly key: string; readonly field: Field<Entries<T>> }[] {
    const { node } = this;
    if (node?.kind !== 'map') return [];
    return entriesOf(node).map((entry) => ({ key: entry.pair.key, field: this.#entry(entry.pair, entry.through) as Field<Entries<T>> }));
  }

  /** The same place read as another type, where the object's kind tells what it is. */
  as<U>(): Field<U> {
    return this as unknown as Field<U>;
  }

  /**
   * The smallest place to point at: a scalar's value, a mapping's or list's key, a list item's name. For an absent field
   * it is that of the nearest thing around it. Never a block. Counted from the start of the document.
   */
  get range(): TextRange {
    if (this.through) return this.through;
    const { written } = this;
    if (written?.kind === 'alias') return written.range;
    if (!written || (written.kind === 'scalar' && written.style === 'empty')) return this.keyRange ?? this.parent?.range ?? { start: 0, end: 0 };
    if (written.kind === 'scalar') return scalarRange(written.range, this.document.text);
    return this.keyRange ?? nameRange(written) ?? this.parent?.range ?? { start: written.range.start, end: written.range.start };
  }

  /** From the key to the end of the value, for those who ask what stands at an offset. */
  get fullRange(): TextRange {
    const { written, keyRange } = this;
    if (!written) return this.range;
    return { start: keyRange?.start ?? written.range.start, end: written.range.end };
  }

  #child(key: string): Field<unknown> {
    const { node } = this;
    const entry = node?.kind === 'map' ? findEntry(node, key) : undefined;
    if (entry) return this.#entry(entry.pair, entry.through);
    return new Field<unknown>({ document: this.document, parent: this as Field<unknown>, key, written: undefined });
  }

  #entry(pair: Pair, through: TextRange | undefined): Field<unknown> {
    return new Field<unknown>({
      document: this.document,
      parent: this as Field<unknown>,
      key: pair.key,
      written: pair.value,
      keyRange: pair.keyRange,
      through: this.#arrived ?? through,
    });
  }

  #item(index: number): Field<unknown> {
    const { node } = this;
    const written = node?.kind === 'seq' ? node.items[index] : undefined;
    return new Field<unknown>({ document: this.document, parent: this as Field<unknown>, key: index, written, through: this.#arrived });
  }

  /** The alias by which everything below this field is reached. */
  get #arrived(): TextRange | undefined {
    return this.through ?? (this.written?.kind === 'alias' ? this.written.range : undefined);
  }
}

/** A list item has no key: its `name` names it, else its first key does. */
function nameRange(node: MapNode | SeqNode): TextRange | undefined {
  if (node.kind === 'seq') return undefined;
  const name = findEntry(node, 'name');
  if (name && !name.through && name.pair.value.kind === 'scalar' && name.pair.value.style !== 'empty') return name.pair.value.range;
  const metadata = findEntry(node, 'metadata');
  if (metadata && !metadata.through && metadata.pair.value.kind === 'map') {
    const within = nameRange(metadata.pair.value);
    if (within) return within;
  }
  const kind = findEntry(node, 'kind');
  if (kind && !kind.through && kind.pair.value.kind === 'scalar' && kind.pair.value.style !== 'empty') return kind.pair.value.range;
  return node.pairs[0]?.keyRange;
}

/** A scalar's own lines; of one that spans several only the first. */
function scalarRange(range: TextRange, text: string): TextRange {
  const lineBreak = text.slice(range.start, range.end).search(/\r?\n/u);
  return lineBreak < 0 ? range : { start: range.start, end: range.start + lineBreak };
}
