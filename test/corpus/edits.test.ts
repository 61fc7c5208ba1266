// Random edits of real manifests: what an edit says must be what the next reader of the file sees, and nothing else may change.
import { describe, expect, it } from 'vitest';
import { applyEdits } from '../../server/src/text/index.js';
import { Field, resolve, Source, YamlDocument, YamlEditor, type Node, type Operation, type Plain } from '../../server/src/yaml/index.js';
import { hasManifests, manifestFiles, random } from './files.js';

type Data = string | number | boolean | null | Data[] | { [key: string]: Data };

/** The value as a reader sees it. Merge keys stay as they are written. */
function data(node: Node | undefined): Data {
  const value = resolve(node);
  if (!value) return null;
  if (value.kind === 'scalar') return value.value;
  if (value.kind === 'seq') return value.items.map(data);
  const entries: [string, Data][] = value.pairs.map((pair) => [pair.key, data(pair.value)]);
  return Object.fromEntries(entries);
}

/** Every place in the document that is written there itself. */
function places(field: Field<unknown>, into: Field<unknown>[] = []): Field<unknown>[] {
  into.push(field);
  if (field.written?.kind === 'map') for (const entry of field.entries()) if (!entry.field.through) places(entry.field as Field<unknown>, into);
  if (field.written?.kind === 'seq') for (const item of field.items()) places(item as Field<unknown>, into);
  return into;
}

const scalars: Plain[] = [true, 65532, 'RuntimeDefault', 'a value: with #signs', 'yes', ''];

function operation(all: readonly Field<unknown>[], next: () => number): { operation: Operation; expected: (root: Data) => void } | undefined {
  const field = all[Math.floor(next() * all.length)];
  if (!field || field.path.some((key) => key === '<<')) return undefined;
  const { node } = field;
  const value = scalars[Math.floor(next() * scalars.length)] ?? true;
  const at = (root: Data, path: Field<unknown>['path']): Data => path.reduce<Data>((inside, key) => (inside as { [key: string]: Data })[key as string] ?? null, root);
  const assign = (root: Data, path: Field<unknown>['path'], given: Data): void => {
    const parent = at(root, path.slice(0, -1)) as { [key: string]: Data };
    parent[path.at(-1) as string] = given;
  };
  const choice = next();
  if (node?.kind === 'map' && choice < 0.5) {
    const below = field.at('oakumTest' as never, 'inner' as never) as Field<unknown>;
    return { operation: { kind: 'set', field: below, value }, expected: (root) => ((at(root, field.path) as { [key: string]: Data })['oakumTest'] = { inner: value as Data }) };
  }
  if (node?.kind === 'seq' && choice < 0.5) return { operation: { kind: 'append', field, value }, expected: (root) => void (at(root, field.path) as Data[]).push(value as Data) };
  if (field.path.length === 0) return undefined;
  if (node?.kind === 'scalar' && choice < 0.7) return { operation: { kind: 'set', field, value }, expected: (root) => assign(root, field.path, value as Data) };
  return {
    operation: { kind: 'remove', field },
    expected: (root) => {
      const parent = at(root, field.path.slice(0, -1));
      const key = field.path.at(-1);
      if (Array.isArray(parent)) parent.splice(key as number, 1);
      else delete (parent as { [key: string]: Data })[key as string];
    },
  };
}

describe('random edits of real manifests', () => {
  it(`mean what they say${hasManifests ? '' : ' (only samples and fixtures: no folder of manifests beside the checkout)'}`, () => {
    const next = random(20_261_123);
    let tried = 0;
    let refused = 0;
    for (const { path, text } of manifestFiles()) {
      for (const { document } of Source.read(text).documents) {
        if (document.root === undefined || document.problems.length > 0 || document.isTemplated || document.text.length > 60_000) continue;
        const all = places(Field.root(document));
        for (let count = 0; count < 4; count++) {
          const chosen = operation(all, next);
          if (!chosen) continue;
          const edits = new YamlEditor(document).edit([chosen.operation]);
          if (!edits) {
            refused++;
            continue;
          }
          tried++;
          const after = new YamlDocument(applyEdits(document.text, edits));
          const expected = data(document.root);
          chosen.expected(expected);
          const where = `${path}: ${chosen.operation.kind} ${JSON.stringify(chosen.operation.field.path)}\n${after.text}`;
          expect(after.problems, where).toEqual([]);
          expect(data(after.root), where).toEqual(expected);
          expect(after.comments.map((comment) => comment.text), where).toEqual(document.comments.map((comment) => comment.text));
        }
      }
    }
    console.log(`${tried} edits tried, ${refused} refused (comments, anchors, first keys of items).`);
    expect(tried).toBeGreaterThan(hasManifests ? 5_000 : 50);
    expect(refused / tried, 'refusals are the exception').toBeLessThan(0.1);
  }, 240_000);
});
