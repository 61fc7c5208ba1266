import { readFileSync, readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { contributedGrammars, repositoryRoot, tokenizer } from './tokenize.js';

interface Rule {
  readonly include?: string;
  readonly match?: string;
  readonly begin?: string;
  readonly end?: string;
  readonly while?: string;
  readonly patterns?: readonly Rule[];
  readonly repository?: Readonly<Record<string, Rule>>;
  readonly captures?: Readonly<Record<string, Rule>>;
  readonly beginCaptures?: Readonly<Record<string, Rule>>;
  readonly endCaptures?: Readonly<Record<string, Rule>>;
}

interface Grammar extends Rule {
  readonly scopeName: string;
  readonly injectionSelector?: string;
}

function read(file: string): Grammar {
  return JSON.parse(readFileSync(path.join(repositoryRoot, 'syntaxes', file), 'utf8')) as Grammar;
}

function rulesOf(rule: Rule): Rule[] {
  const children = [
    ...(rule.patterns ?? []),
    ...[rule.repository, rule.captures, rule.beginCaptures, rule.endCaptures].flatMap((each) => Object.values(each ?? {})),
  ];
  return [rule, ...children.flatMap(rulesOf)];
}

const files = readdirSync(path.join(repositoryRoot, 'syntaxes')).sort();
const grammars = files.map(read);

describe('the grammars', () => {
  test('are all contributed, under the names that they give themselves', () => {
    const contributed = contributedGrammars().filter((each) => each.path.startsWith('./syntaxes/'));
    expect(contributed.map((each) => path.basename(each.path)).sort()).toEqual(files);
    for (const each of contributed) {
      const grammar = read(path.basename(each.path));
      expect(each.scopeName).toBe(grammar.scopeName);
      expect(each.injectTo, each.path).toEqual(grammar.injectionSelector === undefined ? undefined : ['source.yaml']);
    }
  });

  test('have names of their own, so that no other extension\'s grammar for CEL or Rego files is replaced', () => {
    for (const grammar of grammars) expect(grammar.scopeName).toMatch(/^oakum\./);
  });

  test.each(files)('%s includes only what exists and uses all that it has', (file) => {
    const grammar = read(file);
    const used = new Set<string>();
    for (const { include } of rulesOf(grammar)) {
      if (include === undefined || include === '$self' || include === 'source.yaml') continue;
      const [scope, rule] = include.split('#');
      const target = scope === '' ? grammar : grammars.find((each) => each.scopeName === scope);
      expect(target, include).toBeDefined();
      if (rule !== undefined) expect(target?.repository, include).toHaveProperty([rule]);
      if (scope === '' && rule !== undefined) used.add(rule);
    }
    expect(Object.keys(grammar.repository ?? {}).sort()).toEqual([...used].sort());
  });

  test.each(files)('%s has only expressions that the editor can compile', async (file) => {
    await tokenizer('fixture');
    const require = createRequire(import.meta.url);
    const { OnigScanner } = require('vscode-oniguruma') as typeof import('vscode-oniguruma');
    for (const rule of rulesOf(read(file))) {
      for (const source of [rule.match, rule.begin]) {
        if (source !== undefined) expect(() => new OnigScanner([source]), source).not.toThrow();
      }
      for (const source of [rule.end, rule.while]) {
        // Numbered references in these are replaced by text before they are compiled.
        const resolved = source?.replace(/\\[1-9]/g, '');
        if (resolved !== undefined) expect(() => new OnigScanner([resolved]), resolved).not.toThrow();
      }
    }
  });
});

describe('CEL', () => {
  test.each([
    ['a.b', '.', 'punctuation.accessor.cel'],
    ['a.?b.c', '?', 'keyword.operator.optional.cel'],
    ['a.`b-c/d`', '`b-c', 'variable.other.property.cel'],
    ['a.filter == 1', 'filter', 'variable.other.property.cel'],
    ['a.filter(x, x)', 'filter', 'support.function.macro.cel'],
    ['has(a.b)', 'has', 'support.function.macro.cel'],
    ['a.has', 'has', 'variable.other.property.cel'],
    ['x.request', 'request', 'variable.other.property.cel'],
    ['request.x', 'request', 'variable.language.cel'],
    ['requests.x', 'requests', 'variable.other.cel'],
    ['index in list', 'in list', 'keyword.operator.in.cel'],
    ['index in list', 'index', 'variable.other.cel'],
    ['type(a) == int', 'int', 'support.type.cel'],
    ['cel.bind(x, 1, x)', 'bind', 'support.function.macro.cel'],
    ['quantity("1Gi").isLessThan(q)', 'isLessThan', 'support.function.cel'],
    ['-1.5e-3', '1.5', 'constant.numeric.float.cel'],
    ['0xFFu', '0x', 'constant.numeric.hex.cel'],
    ['12u', '12', 'constant.numeric.integer.cel'],
    ['null != true', 'null', 'constant.language.cel'],
    ['a ? b : c', ':', 'keyword.operator.conditional.cel'],
    ['a % b', '%', 'keyword.operator.arithmetic.cel'],
    ['a || b', '||', 'keyword.operator.logical.cel'],
    ['a // b', '//', 'comment.line.double-slash.cel punctuation.definition.comment.cel'],
    ['"a\\n"', '\\n', 'string.quoted.double.cel constant.character.escape.cel'],
    ['"a\\u00e9"', '\\u', 'string.quoted.double.cel constant.character.escape.cel'],
    ['"a\\z"', '\\z', 'string.quoted.double.cel invalid.illegal.escape.cel'],
    ["r'a\\z'", '\\z', 'string.quoted.single.raw.cel'],
    ["br'a' + b", '+', 'keyword.operator.arithmetic.cel'],
    ['b"a"', 'b"', 'string.quoted.double.cel storage.type.string.cel'],
    ["'it' + \"'\" + x", 'x', 'variable.other.cel'],
    ["'''a 'b' c''' + d", 'b', 'string.quoted.triple.single.cel'],
    ["'''a 'b' c''' + d", 'd', 'variable.other.cel'],
    ['"""a\n"b"\n""" + x', 'b', 'string.quoted.triple.double.cel'],
    ['"""a\n"b"\n""" + x', 'x', 'variable.other.cel'],
    ['"open\nx', 'x', 'variable.other.cel'],
    ['Object.spec{a: 1}', 'Object', 'entity.name.type.cel'],
    ['{"a": [1]}', '{', 'punctuation.section.braces.begin.cel'],
  ])('%j: %j is %s', async (text, needle, scopes) => {
    const tokenize = await tokenizer('fixture', 'oakum.cel');
    expect(tokenize(text).at(needle)).toBe(`oakum.cel ${scopes}`);
  });
});

describe('Rego', () => {
  test.each([
    ['package a.b_c', 'a.b', 'entity.name.namespace.rego'],
    ['import rego.v1 as r', 'as', 'keyword.control.rego'],
    ['default allow = false', 'allow', 'entity.name.function.rego'],
    ['allow {', 'allow', 'entity.name.function.rego'],
    ['allow := true if x', 'allow', 'entity.name.function.rego'],
    ['deny[msg] {', 'deny', 'entity.name.function.rego'],
    ['f(x, y) := z {', 'f', 'entity.name.function.rego'],
    ['names contains n if some n', 'contains', 'keyword.control.rego'],
    ['else := 1 { true }', 'else', 'keyword.control.rego'],
    ['  x := input.y', 'x', 'variable.other.rego'],
    ['  x := input.y', ':=', 'keyword.operator.assignment.rego'],
    ['  x == y', '==', 'keyword.operator.comparison.rego'],
    ['  x = y', '=', 'keyword.operator.unification.rego'],
    ['  a & b', '&', 'keyword.operator.set.rego'],
    ['  startswith(a, b)', 'startswith', 'support.function.builtin.rego'],
    ['  io.jwt.decode(a)', 'io', 'support.function.builtin.rego'],
    ['  mine(a)', 'mine', 'variable.function.rego'],
    ['  lib.mine(a)', 'lib', 'variable.function.rego'],
    ['  input.not', 'not', 'variable.other.property.rego'],
    ['  not input.a', 'not', 'keyword.control.rego'],
    ['  some i', 'some', 'keyword.control.rego'],
    ['  a[_].b', '_', 'variable.language.wildcard.rego'],
    ['  a_b', 'a_b', 'variable.other.rego'],
    ['  -1.5e3', '1.5', 'constant.numeric.rego'],
    ['  x := null', 'null', 'constant.language.rego'],
    ['x # y', '#', 'comment.line.number-sign.rego punctuation.definition.comment.rego'],
    ['x := "a # b"', '#', 'string.quoted.double.rego'],
    ['x := `a\n"b`', 'b', 'string.quoted.other.raw.rego'],
    ['x := "a\\q"', '\\q', 'string.quoted.double.rego invalid.illegal.escape.rego'],
    ['x := "open\ny', 'y', 'variable.other.rego'],
    ['x := {k: v | v := y[k]}', '|', 'meta.comprehension.set.rego keyword.operator.comprehension.rego'],
    ['x := [f({"}"}) | true]', '|', 'meta.comprehension.array.rego keyword.operator.comprehension.rego'],
    ['x := [a |\n  a := b[_]\n]\ny', 'b[', 'meta.comprehension.array.rego variable.other.rego'],
    ['x := [a |\n  a := b[_]\n]\ny', 'y', 'variable.other.rego'],
    ['x := {1} | {2}', '|', 'keyword.operator.set.rego'],
    ['x := {"a|b"}', '{', 'punctuation.section.braces.begin.rego'],
  ])('%j: %j is %s', async (text, needle, scopes) => {
    const tokenize = await tokenizer('fixture', 'oakum.rego');
    expect(tokenize(text).at(needle)).toBe(`oakum.rego ${scopes}`);
  });
});
