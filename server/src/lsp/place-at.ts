import { podsOf, type Container, type Pod, type Resource } from '../kubernetes/index.js';
import { lintDocument, type Judged } from '../engine/index.js';
import type { TextRange } from '../text/index.js';
import { Field, type Path, type YamlDocument } from '../yaml/index.js';

/** The field whose key or scalar value stands at an offset of a document, and which of its parts that is. */
export function fieldAt(document: YamlDocument, offset: number): { readonly field: Field<unknown>; readonly range: TextRange } | undefined {
  let field: Field<unknown> = Field.root(document);
  for (;;) {
    const { written, keyRange } = field;
    if (keyRange && holdsOffset(keyRange, offset)) return { field, range: keyRange };
    if (written?.kind === 'map') {
      const next = field.entries().find((entry) => !entry.field.through && holdsOffset(entry.field.fullRange, offset));
      if (!next) return undefined;
      field = next.field;
    } else if (written?.kind === 'seq') {
      const next = field.items().find((item) => !item.through && holdsOffset(item.fullRange, offset));
      if (!next) return undefined;
      field = next;
    } else return written && holdsOffset(field.range, offset) ? { field, range: field.range } : undefined;
  }
}

/** Where a field stands in a pod: in one of its containers, or beside them. */
export interface PodPlace {
  readonly resource: Resource;
  readonly pod: Pod;
  readonly container: Container | undefined;
  /** The keys from the container or the pod's spec, list indices left out. */
  readonly keys: readonly string[];
}

/** The place of a path in the pods of a document; undefined for what stands elsewhere. */
export function podPlace(judged: Judged, path: Path): PodPlace | undefined {
  for (const resource of lintDocument(judged.document, judged.plan, judged.context).resources) {
    for (const pod of podsOf(resource, judged.plan.settings.podTemplates)) {
      const container = pod.containers.find(({ field }) => isWithin(path, field.path));
      if (container) return { resource, pod, container, keys: names(path.slice(container.field.path.length)) };
      if (isWithin(path, pod.spec.path)) return { resource, pod, container: undefined, keys: names(path.slice(pod.spec.path.length)) };
    }
  }
  return undefined;
}

function isWithin(path: Path, outer: Path): boolean {
  return outer.every((key, index) => path[index] === key);
}

function names(path: Path): string[] {
  return path.filter((key) => typeof key === 'string');
}

function holdsOffset(range: TextRange, offset: number): boolean {
  return range.start <= offset && offset <= range.end;
}
