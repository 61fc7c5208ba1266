import { Field, type Loose, type YamlDocument } from '../yaml/index.js';
import { readComponents, type Component } from './control-plane.js';
import type { Metadata } from './types.js';

/** How an object is named in messages and reports. */
export interface ResourceId {
  readonly apiVersion: string;
  readonly kind: string;
  readonly namespace?: string;
  /** Absent when the object has none, or one that a template will fill in. */
  readonly name?: string;
}

/** What is known of a document from the files around it. */
export interface DocumentContext {
  /** The document only changes an object that is written elsewhere (a Kustomize patch), so absent fields say nothing. */
  readonly isPartial: boolean;
}

/** One Kubernetes object: a document of its own, or an item of a List. */
export class Resource {
  readonly root: Field<Loose>;
  readonly apiVersion: string;
  readonly kind: string;
  /** The API group; '' for the core group. */
  readonly group: string;
  /** The version within the group. */
  readonly version: string;
  readonly metadata: Field<Metadata>;
  /** Only part of the object is in sight: what is absent here may be set elsewhere. */
  readonly isPartial: boolean;
  readonly #made = new Map<(resource: Resource) => unknown, unknown>();
  #components: readonly Component[] | undefined;

  constructor(root: Field<Loose>, apiVersion: string, kind: string, context: DocumentContext) {
    this.root = root;
    this.apiVersion = apiVersion;
    this.kind = kind;
    const slash = apiVersion.indexOf('/');
    this.group = slash < 0 ? '' : apiVersion.slice(0, slash);
    this.version = slash < 0 ? apiVersion : apiVersion.slice(slash + 1);
    this.metadata = root.at('metadata').as<Metadata>();
    this.isPartial = context.isPartial || root.at('$patch').isSet;
  }

  /** What a function reads out of this object, read once however many rules ask. */
  once<T>(read: (resource: Resource) => T): T {
    if (!this.#made.has(read)) this.#made.set(read, read(this));
    return this.#made.get(read) as T;
  }

  get name(): string | undefined {
    const { value } = this.metadata.at('name');
    return value === undefined ? undefined : String(value);
  }

  get namespace(): string | undefined {
    return this.metadata.at('namespace').string;
  }

  /** The programs of the cluster that the object configures without running them. */
  get components(): readonly Component[] {
    this.#components ??= readComponents(this);
    return this.#components;
  }

  get id(): ResourceId {
    const { name, namespace } = this;
    return { apiVersion: this.apiVersion, kind: this.kind, ...(namespace === undefined ? {} : { namespace }), ...(name === undefined ? {} : { name }) };
  }

  /** `Deployment shop/cart`, `Deployment cart` or `Deployment`, for messages. */
  get title(): string {
    const { name, namespace } = this;
    if (name === undefined) return this.kind;
    return `${this.kind} ${namespace === undefined ? name : `${namespace}/${name}`}`;
  }
}

/** Lists within lists, which the API does not have but a file can. */
const LIST_DEPTH = 4;
/** Items that are looked at in all lists of one document. */
const MOST_ITEMS = 50_000;

/** The Kubernetes objects of a document: none when it is something else. Items of a List are objects of their own. */
export function resourcesOf(document: YamlDocument, context: DocumentContext): Resource[] {
  const found: Resource[] = [];
  collect(Field.root(document), undefined, context, found, 0);
  return found;
}

function collect(root: Field<Loose>, list: Resource | undefined, context: DocumentContext, into: Resource[], depth: number): void {
  if (into.length >= MOST_ITEMS) return;
  const own = typeOf(root);
  const type = own ?? (list && inherited(list));
  if (!type) return;
  const resource = new Resource(root, type.apiVersion, type.kind, context);
  const items = root.at('items');
  if (type.kind.endsWith('List') && items.node?.kind === 'seq' && depth < LIST_DEPTH) {
    for (const item of items.items()) collect(item, resource, context, into, depth + 1);
    return;
  }
  into.push(resource);
}

/** The type that an object states of itself; undefined for YAML that is no Kubernetes object. */
function typeOf(root: Field<Loose>): { apiVersion: string; kind: string } | undefined {
  const apiVersion = root.at('apiVersion').string;
  const kind = root.at('kind').string;
  if (apiVersion === undefined || kind === undefined || !/^(?:[a-z0-9.-]+\/)?v[0-9][a-z0-9]*$/u.test(apiVersion) || !/^[A-Za-z][A-Za-z0-9]*$/u.test(kind)) return undefined;
  return { apiVersion, kind };
}

/** A typed list (`kind: PodList`) says what its items are. */
function inherited(list: Resource): { apiVersion: string; kind: string } | undefined {
  const kind = list.kind.slice(0, -'List'.length);
  return kind === '' ? undefined : { apiVersion: list.apiVersion, kind };
}
