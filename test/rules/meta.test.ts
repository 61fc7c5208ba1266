import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { TOOLS } from '../../server/src/kit/index.js';
import { catalogue } from '../../server/src/rules/index.js';
import { findings, planFor } from './judge.js';

const VERSION = (JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as { version: string }).version;

/** Words by which a message would give advice, which is the fix's and the documentation's part. */
const ADVICE = /\b(?:should|must be|must not|must have|ought to|need to|needs to be|please|consider|recommended|ensure|make sure|set it|use `|avoid)\b/iu;
/** What titles of fixes begin with: the verb, not its other forms. */
const NO_IMPERATIVE = /^(?:[a-z]|\w+(?:ing|ed)\b|(?:Adds|Sets|Removes|Drops|Uses|Makes|Turns|Forbids|Allows|Replaces|The|A|An|Should|You|It)\b)/u;

/** The numbers of a version, for comparison. */
function numbersOf(version: string): readonly number[] {
  return version.split('.').map(Number);
}

function isAtMost(version: string, limit: string): boolean {
  const most = numbersOf(limit);
  for (const [index, number] of numbersOf(version).entries()) {
    const other = most[index] ?? 0;
    if (number !== other) return number < other;
  }
  return true;
}

/** Text outside of code spans. */
function prose(text: string): string {
  return text.replace(/`[^`]*`/gu, '`code`');
}

describe('all rules', () => {
  it('have names of their own', () => {
    const ids = catalogue.map(({ rule }) => rule.id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('say different things', () => {
    const summaries = catalogue.map(({ rule }) => rule.docs.summary);
    expect(summaries.filter((summary, index) => summaries.indexOf(summary) !== index)).toEqual([]);
  });
});

describe.each(catalogue.map(({ area, rule }) => [rule.id, area, rule] as const))('%s', (id, area, rule) => {
  it('bears the name of its file', () => {
    expect(existsSync(new URL(`../../server/src/rules/${area}/${id}.ts`, import.meta.url))).toBe(true);
    expect(id).toMatch(/^[a-z]+(?:-[a-z]+)*$/u);
  });

  it('came with a version that there is', () => {
    expect(rule.since).toMatch(/^\d+\.\d+\.\d+$/u);
    expect(isAtMost(rule.since, VERSION), `${rule.since} is no later than ${VERSION}`).toBe(true);
  });

  it('says in one sentence what is wrong', () => {
    const { summary } = rule.docs;
    expect(summary).toMatch(/^[`A-Z0-9/]/u);
    expect(summary).toMatch(/\.$/u);
    expect(prose(summary).slice(0, -1)).not.toMatch(/[.!?]\s/u);
    expect(summary).not.toContain('\n');
    expect(summary.length, summary).toBeLessThanOrEqual(140);
  });

  it('says why', () => {
    expect(rule.docs.why).toMatch(/^[`A-Z0-9/]/u);
    expect(rule.docs.why.trim()).toMatch(/[.!?]$/u);
    expect(rule.docs.why.length).toBeGreaterThan(rule.docs.summary.length / 2);
  });

  it('says when to ignore it, as a clause', () => {
    const { unless } = rule.docs;
    if (unless === undefined) return;
    expect(unless).not.toMatch(/^(?:when|if|unless|ignore)\b/iu);
    expect(unless).toMatch(/^(?:`|[a-z]|[A-Z]{2}|Windows|Kubernetes|Docker|Linux|Helm)/u);
    expect(unless).toMatch(/\.$/u);
  });

  it('has messages that say what is, and give no advice', () => {
    expect(Object.keys(rule.messages)).not.toEqual([]);
    for (const message of Object.values(rule.messages)) {
      if (/^\{\w+\}$/u.test(message)) continue; // What the reader of the text says is a sentence already.
      expect(message).toMatch(/^[`{A-Z0-9]/u);
      expect(message).toMatch(/[^.]\.$/u);
      expect(prose(message)).not.toMatch(ADVICE);
      expect(message).not.toContain('\n');
    }
  });

  it('names checks of other tools, each once', () => {
    const names = rule.aliases.map((alias) => `${alias.tool} ${alias.id}`);
    expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
    for (const alias of rule.aliases) {
      expect(TOOLS).toContain(alias.tool);
      expect(alias.id.trim()).toBe(alias.id);
      expect(alias.id).not.toBe('');
      if (alias.relation === 'same') expect(alias.difference).toBeUndefined();
      else {
        expect(alias.difference, `${alias.id} has a difference`).toMatch(/\S/u);
        expect(alias.difference, 'a clause about the tool').toMatch(/^[^A-Z].*[^.]$|^[A-Z]{2}.*[^.]$/u);
      }
    }
  });

  it('is evidence for controls, each once', () => {
    // The Pod Security Standards use one name at both of their levels; the title tells which.
    const names = rule.frameworks.map((control) => `${control.framework} ${control.id} ${control.title}`);
    expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
    for (const control of rule.frameworks) expect(control.title).not.toBe(control.id);
  });

  it('has options that say what they are for', () => {
    for (const [name, option] of Object.entries(rule.options ?? {})) {
      expect(name).toMatch(/^[a-z][A-Za-z]*$/u);
      expect(option.description).toMatch(/\.$/u);
      if (option.type === 'string' && option.enum) expect(option.enum).toContain(option.default);
      if (option.type === 'integer') {
        expect(option.default).toBeGreaterThanOrEqual(option.minimum ?? -Infinity);
        expect(option.default).toBeLessThanOrEqual(option.maximum ?? Infinity);
      }
    }
  });

  it('has examples whose fixes have titles that are commands', () => {
    const titles = new Set(rule.examples.flatMap((example) => ('bad' in example ? findings(example.bad, planFor(rule, example)).flatMap((finding) => (finding.fix ? [finding.fix.title] : [])) : [])));
    for (const title of titles) {
      expect(title).not.toMatch(/[.!]$/u);
      expect(title).not.toMatch(NO_IMPERATIVE);
      expect(title.length, title).toBeLessThanOrEqual(80);
    }
  });

  it('has messages that its examples have all filled', () => {
    for (const example of rule.examples) {
      if (!('bad' in example)) continue;
      for (const finding of findings(example.bad, planFor(rule, example))) expect(finding.message).not.toMatch(/\{\w+\}/u);
    }
  });
});
