import { describe, expect, it } from 'vitest';
import { Field, Source } from '../../server/src/yaml/index.js';

const values = (text: string): unknown[] => Source.read(text).documents.map(({ document }) => Field.root(document).at('a').value);
const value = (text: string): unknown => values(`a: ${text}\n`)[0];

describe('documents', () => {
  it.each([
    ['markers', 'a: 1\n---\na: 2\n', [1, 2]],
    ['a marker at the start', '---\na: 1\n---\na: 2', [1, 2]],
    ['CRLF', '---\r\na: 1\r\n---\r\na: 2\r\n', [1, 2]],
    ['a byte order mark', '\ufeffa: 1\n---\na: 2\n', [1, 2]],
    ['a directive', '%YAML 1.1\n---\na: yes\n---\na: 2\n', [true, 2]],
    ['document ends', 'a: 1\n...\n---\na: 2\n...\n', [1, 2]],
    ['content behind a marker', '--- {a: 1}\n--- # two\na: 2\n', [1, 2]],
    ['no marker in a scalar', 'a: |\n  ---\n  x\n', ['---\nx\n']],
    ['a marker that is longer', 'a: 1\n----: 2\n', [1]],
  ])('are cut at %s', (_, text, expected) => {
    expect(values(text).filter((found) => found !== undefined)).toEqual(expected);
    expect(Source.read(text).documents.map(({ document }) => document.text).join('')).toBe(text);
  });

  it('are read again only where the text has changed', () => {
    const before = Source.read('a: 1\n---\na: 2\n---\na: 3\n');
    const after = Source.read('a: 1\n---\na: 22\n---\na: 3\n', before);
    expect(after.documents.map(({ document }, index) => document === before.documents[index]?.document)).toEqual([true, false, true]);
    expect(after.documents[2]?.offset).toBe(before.documents[2] && before.documents[2].offset + 1);
  });
});

describe('scalars are what Kubernetes reads', () => {
  it.each<[string, unknown]>([
    ['0644', 420],
    ['0o644', 420],
    ['0x1f', 31],
    ['yes', true],
    ['off', false],
    ['~', undefined],
    ['12:30:45', '12:30:45'],
    ['2001-01-01', '2001-01-01'],
    ['1e3', 1000],
    ['"yes"', 'yes'],
    ["'a''b'", "a'b"],
    ['"a\\nb"', 'a\nb'],
    ['1_000', 1000],
    ['100m', '100m'],
  ])('%s', (text, expected) => {
    expect(value(text)).toBe(expected);
  });
});

describe('fields', () => {
  const text = `base: &base
  image: nginx
  user: 0
pod:
  <<: *base
  user: 5
  list: [1, {name: x}]
  empty:
  quoted: "some text"
  block: |
    line
copy: *base
`;
  const document = Source.read(text).documents[0]?.document;
  if (!document) throw new Error('There is no document.');
  const root = Field.root(document);
  const shown = (field: Field<unknown>): string => text.slice(field.range.start, field.range.end);

  it('follow merge keys, and point at them', () => {
    expect(root.at('pod', 'image').value).toBe('nginx');
    expect(shown(root.at('pod', 'image'))).toBe('<<');
    expect(root.at('pod', 'user').value).toBe(5);
    expect(root.at('pod').entries().map(({ key }) => key)).toEqual(['user', 'list', 'empty', 'quoted', 'block', 'image']);
  });

  it('follow aliases, and point at them', () => {
    expect(root.at('copy', 'user').value).toBe(0);
    expect(shown(root.at('copy', 'user'))).toBe('*base');
  });

  it('point at the smallest thing', () => {
    expect(shown(root.at('pod', 'user'))).toBe('5');
    expect(shown(root.at('pod', 'quoted'))).toBe('"some text"');
    expect(shown(root.at('pod', 'block'))).toBe('|');
    expect(shown(root.at('pod'))).toBe('pod');
    expect(shown(root.at('pod', 'list').locate([1]))).toBe('x');
    expect(shown(root.at('pod', 'empty'))).toBe('empty');
  });

  it('point at the nearest name when they are absent', () => {
    expect(shown(root.at('pod', 'nothing', 'below'))).toBe('pod');
    expect(root.at('pod', 'nothing', 'below').path).toEqual(['pod', 'nothing', 'below']);
    expect(shown(root.at('pod', 'list').locate([1, 'other']))).toBe('x');
  });

  it('are not set by null', () => {
    expect(root.at('pod', 'empty').isSet).toBe(false);
    expect(root.at('pod', 'empty').value).toBeUndefined();
  });
});
