import fc from 'fast-check';
import picomatch from 'picomatch';
import { describe, expect, it } from 'vitest';
import { FileSet } from '../../server/src/config/file-set.js';
import { Glob } from '../../server/src/config/glob.js';

const matches = (pattern: string, path: string): boolean | undefined => Glob.compile(pattern)?.matches(path);

describe('a glob', () => {
  it.each([
    ['a.yaml', 'a.yaml', true],
    ['a.yaml', 'b.yaml', false],
    ['a.yaml', 'xa.yaml', false],
    ['*.yaml', 'a.yaml', true],
    ['*.yaml', '.hidden.yaml', true],
    ['*.yaml', 'folder/a.yaml', false],
    ['folder/*', 'folder/a.yaml', true],
    ['folder/*', 'folder/deep/a.yaml', false],
    ['folder/**', 'folder/deep/a.yaml', true],
    ['folder/**', 'folders/a.yaml', false],
    ['**/a.yaml', 'a.yaml', true],
    ['**/a.yaml', 'deep/er/a.yaml', true],
    ['**/a.yaml', 'xa.yaml', false],
    ['x/**/a.yaml', 'x/a.yaml', true],
    ['x/**/a.yaml', 'x/y/z/a.yaml', true],
    ['x/**/a.yaml', 'xa.yaml', false],
    ['a**b', 'a/b', false],
    ['a**b', 'axxb', true],
    ['**', 'any/thing', true],
    ['?.yaml', 'a.yaml', true],
    ['?.yaml', 'ab.yaml', false],
    ['a?b', 'a/b', false],
    ['[a-c].yaml', 'b.yaml', true],
    ['[a-c].yaml', 'd.yaml', false],
    ['[!a-c].yaml', 'd.yaml', true],
    ['[!a].yaml', '/.yaml', false],
    ['[]].yaml', '].yaml', true],
    ['*.{yaml,yml}', 'a.yml', true],
    ['*.{yaml,yml}', 'a.json', false],
    ['{a,b/**}/c', 'b/x/c', true],
    ['{a,{b,c}d}', 'cd', true],
    ['{**/x,y}/z', 'a/x/z', true],
    ['a,b}', 'a,b}', true],
    ['+(a|b)', '+(a|b)', true],
    ['a.b', 'aXb', false],
    ['', '', true],
  ])('%s on %s: %s', (pattern, path, expected) => {
    expect(matches(pattern, path)).toBe(expected);
  });

  it.each(['{a', 'a{b,c', '[a', '[]', '{a,[b}'])('%s cannot be read', (pattern) => {
    expect(Glob.compile(pattern)).toBeUndefined();
  });

  it('means what it means to others', () => {
    // Without a double star at the end: to some that means the folder itself as well.
    const part = fc.constantFrom('a', 'b', 'ab', '*', '?', 'a*', '*b', '?b', '{a,b}', '{a,*b}', '[ab]', '[^a]', '**');
    const pattern = fc.tuple(fc.array(part, { maxLength: 4 }), part.filter((last) => last !== '**')).map(([parts, last]) => [...parts, last].join('/'));
    const path = fc.array(fc.constantFrom('a', 'b', 'ab', 'bb', 'c', '.a'), { minLength: 1, maxLength: 5 }).map((parts) => parts.join('/'));
    fc.assert(
      fc.property(pattern, path, (glob, name) => {
        expect(matches(glob, name)).toBe(picomatch(glob, { dot: true, noextglob: true })(name));
      }),
      { seed: 20261123, numRuns: 5000 },
    );
  });

  it('takes no longer for patterns that make regular expressions run away', () => {
    const begin = performance.now();
    expect(matches(`**/${'*a'.repeat(200)}b`, `x/${'a'.repeat(2000)}`)).toBe(false);
    expect(matches('{a,aa}'.repeat(80), 'a'.repeat(1000))).toBe(false);
    expect(matches(`${'{'.repeat(60)}a${'}'.repeat(60)}`, 'a')).toBe(true);
    expect(performance.now() - begin).toBeLessThan(2000);
  });
});

describe('a list of globs', () => {
  const has = (patterns: readonly string[], path: string, folder = '', root = ''): boolean => FileSet.of(patterns, folder).has(root, path);

  it('means no file when it is empty', () => {
    expect(has([], 'a.yaml')).toBe(false);
  });

  it('takes a glob without slash at every depth', () => {
    expect(has(['*.test.yaml'], 'deep/er/a.test.yaml')).toBe(true);
    expect(has(['/*.test.yaml'], 'deep/er/a.test.yaml')).toBe(false);
    expect(has(['./a.yaml'], 'deep/a.yaml')).toBe(false);
    expect(has(['./a.yaml'], 'a.yaml')).toBe(true);
  });

  it('takes a name without wildcard for a folder too', () => {
    expect(has(['vendor'], 'vendor/a/b.yaml')).toBe(true);
    expect(has(['vendor'], 'x/vendor/b.yaml')).toBe(true);
    expect(has(['vendor/'], 'x/vendor/b.yaml')).toBe(true);
    expect(has(['vendor/'], 'x/vendor')).toBe(false);
    expect(has(['/vendor'], 'x/vendor/b.yaml')).toBe(false);
    expect(has(['charts/legacy'], 'charts/legacy/templates/a.yaml')).toBe(true);
    expect(has(['charts/*'], 'charts/legacy/a.yaml')).toBe(false);
    expect(has(['vendor'], 'vendors/a.yaml')).toBe(false);
  });

  it('takes exceptions back in order', () => {
    expect(has(['k8s/**', '!k8s/keep/**'], 'k8s/a.yaml')).toBe(true);
    expect(has(['k8s/**', '!k8s/keep/**'], 'k8s/keep/a.yaml')).toBe(false);
    expect(has(['k8s/**', '!k8s/keep/**', 'k8s/keep/not.yaml'], 'k8s/keep/not.yaml')).toBe(true);
    expect(has(['!k8s'], 'other/a.yaml')).toBe(true);
    expect(has(['!k8s'], 'k8s/a.yaml')).toBe(false);
  });

  it('is relative to the folder of the file that states it', () => {
    expect(has(['services/legacy/**'], 'a.yaml', '/repo', '/repo/services/legacy')).toBe(true);
    expect(has(['services/other/**'], 'a.yaml', '/repo', '/repo/services/legacy')).toBe(false);
    expect(has(['k8s/**'], 'k8s/a.yaml', '/repo/policy', '/repo')).toBe(false);
  });

  it('reaches below the configuration in use by globs that float, wherever they are stated', () => {
    expect(has(['**/testdata/**'], 'k8s/testdata/a.yaml', '/repo/policy', '/repo')).toBe(true);
    expect(has(['testdata'], 'k8s/testdata/a.yaml', '/repo/policy', '/repo')).toBe(true);
  });

  it('means no file by a glob that cannot be read', () => {
    expect(has(['{a'], '{a')).toBe(false);
  });
});
