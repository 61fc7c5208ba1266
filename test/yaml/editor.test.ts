import { describe, expect, it } from 'vitest';
import { applyEdits } from '../../server/src/text/index.js';
import { Field, Source, YamlEditor, type Operation, type Path, type Plain } from '../../server/src/yaml/index.js';

type Step = ['set', Path, Plain] | ['append', Path, Plain] | ['remove', Path, Path?] | ['replace', Path, [number, number], string];

function edit(text: string, ...steps: Step[]): string | undefined {
  const document = Source.read(text).documents[0]?.document;
  if (!document) throw new Error('There is no document.');
  const root = Field.root(document);
  const operations = steps.map((step): Operation => {
    const field = root.locate(step[1]);
    switch (step[0]) {
      case 'set':
        return { kind: 'set', field, value: step[2] };
      case 'append':
        return { kind: 'append', field, value: step[2] };
      case 'remove':
        return { kind: 'remove', field, ...(step[2] ? { pruneTo: root.locate(step[2]) } : {}) };
      case 'replace':
        return { kind: 'replace', field, range: { start: step[2][0], end: step[2][1] }, text: step[3] };
    }
  });
  const edits = new YamlEditor(document).edit(operations);
  return edits && applyEdits(text, edits);
}

const cases: [name: string, before: string, steps: Step[], after: string | undefined][] = [
  ['sets a scalar', 'a: 1 # one\nb: 2\n', [['set', ['a'], 5]], 'a: 5 # one\nb: 2\n'],
  ['keeps the quotes of a string', "a: 'x'\nb: \"y\"\n", [['set', ['a'], 'z'], ['set', ['b'], 'w']], "a: 'z'\nb: \"w\"\n"],
  ['quotes what would not be a string', 'a: x\n', [['set', ['a'], 'yes']], 'a: "yes"\n'],
  ['adds a key at the end', 'a:\n  b: 1\nc: 2\n', [['set', ['a', 'd'], true]], 'a:\n  b: 1\n  d: true\nc: 2\n'],
  ['adds a key behind nested blocks', 'a:\n  b:\n    c: 1 # deep\n\n# about d\nd: 2\n', [['set', ['a', 'e'], true]], 'a:\n  b:\n    c: 1 # deep\n  e: true\n\n# about d\nd: 2\n'],
  ['makes what is missing on the way', 'a:\n  b: 1\n', [['set', ['a', 'c', 'd', 'e'], 1]], 'a:\n  b: 1\n  c:\n    d:\n      e: 1\n'],
  ['makes one block of two', 'a:\n  b: 1\n', [['set', ['a', 'c', 'd'], 1], ['set', ['a', 'c', 'e'], 2], ['append', ['a', 'c', 'f'], 'x'], ['append', ['a', 'c', 'f'], 'w']], 'a:\n  b: 1\n  c:\n    d: 1\n    e: 2\n    f:\n      - x\n      - w\n'],
  ['adds at the end of a block and around it', 'a:\n  b:\n    c: 1\n', [['set', ['a', 'z'], 1], ['set', ['a', 'b', 'w'], 2]], 'a:\n  b:\n    c: 1\n    w: 2\n  z: 1\n'],
  ['adds behind a list item', '- name: x\n- name: y\n', [['set', [0, 'a', 'b'], 1]], '- name: x\n  a:\n    b: 1\n- name: y\n'],
  ['adds without a final newline', 'a:\n  b: 1', [['set', ['a', 'c'], 2]], 'a:\n  b: 1\n  c: 2'],
  ['adds behind a block scalar', 'a:\n  b: |\n    text\n\nc: 1\n', [['set', ['a', 'd'], 2]], 'a:\n  b: |\n    text\n  d: 2\n\nc: 1\n'],
  ['adds behind an empty value', 'a:\n  b:\nc: 1\n', [['set', ['a', 'd'], 2]], 'a:\n  b:\n  d: 2\nc: 1\n'],
  ['adds behind an empty value with a comment', 'a:\n  b: # nothing\nc: 1\n', [['set', ['a', 'd'], 2]], 'a:\n  b: # nothing\n  d: 2\nc: 1\n'],
  ['fills an empty value', 'a:\n  b: # soon\nc: 1\n', [['set', ['a', 'b', 'd'], 2]], 'a:\n  b: # soon\n    d: 2\nc: 1\n'],
  ['fills a null', 'a:\n  b: null\nc: 1\n', [['set', ['a', 'b', 'd'], 2]], 'a:\n  b:\n    d: 2\nc: 1\n'],
  ['fills an empty scalar', 'a:\n  b:\nc: 1\n', [['set', ['a', 'b'], 2]], 'a:\n  b: 2\nc: 1\n'],
  ['opens empty braces', 'a:\n  b: {} # none\nc: 1\n', [['set', ['a', 'b', 'd'], 2]], 'a:\n  b: # none\n    d: 2\nc: 1\n'],
  ['opens empty braces without a comment', 'a:\n  b: {}\nc: 1\n', [['set', ['a', 'b', 'd'], 2]], 'a:\n  b:\n    d: 2\nc: 1\n'],
  ['adds within braces', 'a: { b: 1 }\n', [['set', ['a', 'c'], 'x']], 'a: { b: 1, c: x }\n'],
  ['adds within braces over lines', 'a: {\n  b: 1,\n  c: 2\n}\n', [['set', ['a', 'd'], { e: 1 }]], 'a: {\n  b: 1,\n  c: 2,\n  d: {e: 1}\n}\n'],
  ['adds behind a trailing comma', 'a: [\n  1,\n  2,\n]\n', [['append', ['a'], 3]], 'a: [\n  1,\n  2,\n  3,\n]\n'],
  ['adds to JSON', '{\n  "a": {\n    "b": 1\n  }\n}\n', [['set', ['a', 'c'], { d: 'x' }]], '{\n  "a": {\n    "b": 1,\n    "c": { "d": "x" }\n  }\n}\n'],
  ['appends to a list', 'a:\n  - x # first\nb: 1\n', [['append', ['a'], 'w']], 'a:\n  - x # first\n  - w\nb: 1\n'],
  ['appends to a list without indentation', 'a:\n- x\nb: 1\n', [['append', ['a'], { c: 1, d: 2 }]], 'a:\n- x\n- c: 1\n  d: 2\nb: 1\n'],
  ['writes a new list as the file does', 'a:\n- x\nb:\n  c: 1\n', [['set', ['b', 'd'], ['w']]], 'a:\n- x\nb:\n  c: 1\n  d:\n  - w\n'],
  ['appends to brackets', 'a: [x]\n', [['append', ['a'], 'w']], 'a: [x, w]\n'],
  ['appends to empty brackets', 'a: []\n', [['append', ['a'], 'w']], 'a: [w]\n'],
  ['appends to nothing', 'a:\n  b: 1\n', [['append', ['a', 'c', 'd'], 'ALL']], 'a:\n  b: 1\n  c:\n    d:\n      - ALL\n'],
  ['replaces a list', 'a:\n  - x\n  - y\nb: 1\n', [['set', ['a'], ['z']]], 'a:\n  - z\nb: 1\n'],
  ['replaces brackets', 'a: [x, y]\n', [['set', ['a'], ['z']]], 'a: [z]\n'],
  ['removes a key', 'a: 1\nb: 2\nc: 3\n', [['remove', ['b']]], 'a: 1\nc: 3\n'],
  ['removes the last key without a newline', 'a: 1\nb: 2', [['remove', ['b']]], 'a: 1'],
  ['keeps the comment of a removed key', 'a: 1\nb: 2 # two\nc: 3\n', [['remove', ['b']]], 'a: 1\n# two\nc: 3\n'],
  ['removes a block', 'a: 1\nb:\n  c: 1\n  d:\n    - x\ne: 3\n', [['remove', ['b']]], 'a: 1\ne: 3\n'],
  ['refuses to lose a comment', 'a: 1\nb:\n  # why\n  c: 1\ne: 3\n', [['remove', ['b']]], undefined],
  ['removes the first key of a list item', 'a:\n  - b: 1\n    c: 2\n', [['remove', ['a', 0, 'b']]], 'a:\n  - c: 2\n'],
  ['removes an item', 'a:\n  - x\n  - y\n  - z\n', [['remove', ['a', 1]]], 'a:\n  - x\n  - z\n'],
  ['removes a member in brackets', 'a: [x, y, z]\n', [['remove', ['a', 0]], ['remove', ['a', 2]]], 'a: [y]\n'],
  ['removes the last member in braces', 'a: {x: 1, y: 2}\n', [['remove', ['a', 'y']]], 'a: {x: 1}\n'],
  ['leaves an empty mapping', 'a:\n  b: 1\nc: 1\n', [['remove', ['a', 'b']]], 'a: {}\nc: 1\n'],
  ['leaves an empty list', 'a:\n  - b\nc: 1\n', [['remove', ['a', 0]]], 'a: []\nc: 1\n'],
  ['prunes what is left empty', 'a:\n  b:\n    c:\n      - x\n  d: 1\n', [['remove', ['a', 'b', 'c', 0], ['a']]], 'a:\n  d: 1\n'],
  ['replaces a part of a string', 'image: "nginx:latest" # web\n', [['replace', ['image'], [6, 12], '1.27']], 'image: "nginx:1.27" # web\n'],
  ['keeps CRLF', 'a:\r\n  b: 1\r\nc: 2\r\n', [['set', ['a', 'd', 'e'], 1]], 'a:\r\n  b: 1\r\n  d:\r\n    e: 1\r\nc: 2\r\n'],
  ['removes with CRLF', 'a: 1\r\nb: 2\r\nc: 3\r\n', [['remove', ['b']]], 'a: 1\r\nc: 3\r\n'],
  ['keeps four columns', 'a:\n    b: 1\n', [['set', ['a', 'c', 'd'], 1]], 'a:\n    b: 1\n    c:\n        d: 1\n'],
  ['refuses to change what an anchor shares', 'a: &x\n  b: 1\nc: *x\n', [['set', ['a', 'b'], 2]], undefined],
  ['refuses to change behind an alias', 'a: &x\n  b: 1\nc: *x\n', [['set', ['c', 'b'], 2]], undefined],
  ['overrides a merge key', 'a: &x\n  b: 1\nc:\n  <<: *x\n  d: 1\n', [['set', ['c', 'b'], 2]], 'a: &x\n  b: 1\nc:\n  <<: *x\n  d: 1\n  b: 2\n'],
  ['repeats what a merge key brings in beside a new key', 'a: &x\n  b: {e: 1, f: [w]}\nc:\n  <<: *x\n', [['set', ['c', 'b', 'd', 'g'], 2]], 'a: &x\n  b: {e: 1, f: [w]}\nc:\n  <<: *x\n  b:\n    e: 1\n    f:\n      - w\n    d:\n      g: 2\n'],
  ['repeats a merged list before a new item', 'a: &x\n  b: [w]\nc:\n  <<: *x\n', [['append', ['c', 'b'], 'z']], 'a: &x\n  b: [w]\nc:\n  <<: *x\n  b:\n    - w\n    - z\n'],
  ['refuses to repeat what is large', `a: &x\n  b: [${'y, '.repeat(50)}]\nc:\n  <<: *x\n`, [['append', ['c', 'b'], 'z']], undefined],
  ['refuses two values for one field', 'a:\n  b: 1\n', [['set', ['a', 'c'], 1], ['set', ['a', 'c'], 2]], undefined],
  ['quoted keys', '"a":\n  "b": 1\n', [['set', ['a', 'c'], 2]], '"a":\n  "b": 1\n  c: 2\n'],
  ['a tab behind a value', 'a:\n  b: 1\t# tab\nc: 2\n', [['set', ['a', 'd'], 2]], 'a:\n  b: 1\t# tab\n  d: 2\nc: 2\n'],
  ['comments at the end of a mapping stay behind it', 'a:\n  b: 1\n  # c: 2\nd: 1\n', [['set', ['a', 'e'], 2]], 'a:\n  b: 1\n  e: 2\n  # c: 2\nd: 1\n'],
  ['replaces the first key by another', 'a: 1\nb: 2\n', [['remove', ['a']], ['set', ['c'], 3]], 'b: 2\nc: 3\n'],
  ['replaces the last key by another', 'a: 1\nb: 2\n', [['remove', ['b']], ['set', ['c'], 3]], 'a: 1\nc: 3\n'],
  ['an explicit document end', 'a:\n  b: 1\n...\n', [['set', ['a', 'c'], 2]], 'a:\n  b: 1\n  c: 2\n...\n'],
];

describe('the editor', () => {
  it.each(cases)('%s', (_, before, steps, after) => {
    expect(edit(before, ...steps)).toBe(after);
    if (after !== undefined) expect(Source.read(after).documents.flatMap(({ document }) => document.problems)).toEqual([]);
  });
});
