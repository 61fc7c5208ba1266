import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { TOOLS } from '../../server/src/kit/index.js';
import { catalogue } from '../../server/src/rules/index.js';

interface Meaning {
  readonly tools: readonly string[];
  readonly checks: readonly string[];
  readonly rule: string;
  readonly difference: string;
  readonly why: string;
}

const { meanings } = JSON.parse(readFileSync(new URL('../../docs/differences.json', import.meta.url), 'utf8')) as { readonly meanings: readonly Meaning[] };
const rules = new Map(catalogue.map(({ rule }) => [rule.id, rule]));

describe('docs/differences.json', () => {
  it('has something to say', () => {
    expect(meanings.length).toBeGreaterThan(0);
  });

  it.each(meanings.map((meaning) => [`${meaning.rule}: ${meaning.checks.join(', ')}`, meaning] as const))('%s', (_, { tools, checks, rule, difference, why }) => {
    const aliases = (rules.get(rule)?.aliases ?? []).filter((alias) => tools.includes(alias.tool));
    expect(rules.has(rule), `there is a rule ${rule}`).toBe(true);
    expect(checks.filter((check) => !aliases.some(({ id }) => id === check)), 'every check is an alias of the rule').toEqual([]);
    expect(tools.filter((tool) => !aliases.some((alias) => alias.tool === tool && checks.includes(alias.id))), 'every tool has a check').toEqual([]);
    expect(TOOLS).toEqual(expect.arrayContaining([...tools]));
    for (const sentence of [difference, why]) expect(sentence).toMatch(/^[A-Z0-9`].*\.$/u);
  });

  it('says nothing twice', () => {
    const said = meanings.flatMap(({ tools, checks, rule, difference }) => tools.flatMap((tool) => checks.map((check) => `${tool} ${check} ${rule} ${difference}`)));
    expect(said.filter((one, index) => said.indexOf(one) !== index)).toEqual([]);
  });
});
