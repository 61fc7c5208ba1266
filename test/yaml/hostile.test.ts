import { describe, expect, it } from 'vitest';
import { parseQuantity } from '../../server/src/kubernetes/quantity.js';
import { Field, Source } from '../../server/src/yaml/index.js';

/** Milliseconds; what is tested here took seconds, minutes or for ever when it went wrong. */
const LONG = 3000;

function read(text: string): Source {
  return Source.read(text);
}

function problemKinds(text: string): string[] {
  return read(text).documents.flatMap(({ document }) => document.problems.map(({ kind }) => kind));
}

describe('hostile text', () => {
  it('reads many actions of templates beside text in little time', { timeout: LONG }, () => {
    expect(problemKinds(`a: 1\n${'{{a}}'.repeat(40)}x{{b}}\n`)).toEqual([]);
    expect(problemKinds(`a: 1\n${'{{a}}'.repeat(5000)}x\n`)).toEqual([]);
  });

  it('reads actions that are opened and never closed in little time', { timeout: LONG }, () => {
    expect(problemKinds(`a: "${'{{'.repeat(50_000)}"\n`)).toEqual([]);
  });

  it('looks for actions only where a value stands', { timeout: LONG }, () => {
    const text = Array.from({ length: 30_000 }, (_, index) => `key${index}: ${'v'.repeat(60)}\n`).join('');
    expect(read(text).documents[0]?.document.problems).toEqual([]);
  });

  it('reads a quantity of many digits in little time', { timeout: LONG }, () => {
    expect(parseQuantity(`${'1'.repeat(500_000)}x`)).toBeUndefined();
    expect(parseQuantity('1.')).toBe(1);
  });

  it('does not read a document that is many times as large as its text', () => {
    const lines = ['a0: &a0 {x: 1}', ...Array.from({ length: 9 }, (_, level) => `a${level + 1}: &a${level + 1} [${Array(10).fill(`*a${level}`).join(', ')}]`)];
    expect(problemKinds(lines.join('\n'))).toEqual(['too-large']);
    expect(read(lines.join('\n')).documents[0]?.document.root).toBeUndefined();
  });

  it('reads aliases as manifests have them', () => {
    const text = `a: &a {x: 1, y: [1, 2]}\nb:\n${'  - *a\n'.repeat(200)}`;
    expect(problemKinds(text)).toEqual([]);
  });
});

describe('actions of templates', () => {
  const structural = (text: string): boolean => read(text).documents[0]?.document.hasTemplatedStructure ?? false;

  it.each([
    ['alone on a line', 'a: 1\n{{ if x }}\nb: 1\n', true],
    ['two on a line', 'a: 1\n  {{ if x }} {{ y }}\nb: 1\n', true],
    ['before a comment', 'a: 1\n{{ if x }} # why {{ z }}\nb: 1\n', true],
    ['over lines', 'a: 1\n{{ if\n  x }}\nb: 1\n', true],
    ['in a comment', 'a: 1\n# {{ if x }}\nb: 1\n', false],
    ['as a value', 'a: {{ x }}\nb: 1\n', false],
    ['between texts', 'a: {{ x }} foo {{ y }} {{ z }}\n', false],
    ['never closed', 'a: 1\nb: "{{ x"\n', false],
  ])('%s', (_, text, expected) => {
    expect(structural(text)).toBe(expected);
  });

  it('keeps the values around them', () => {
    const document = read('a: {{ x }}-{{ y }}\n{{ if z }}\nb: 2\n{{ end }}\n').documents[0]?.document;
    if (!document) throw new Error('There is no document.');
    expect(Field.root(document).at('a').value).toBe('{{ x }}-{{ y }}');
    expect(Field.root(document).at('b').value).toBe(2);
  });
});
