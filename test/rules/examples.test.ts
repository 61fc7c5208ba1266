import { describe, expect, it } from 'vitest';
import { rules } from '../../server/src/rules/index.js';
import { findings, fixed, planFor } from './judge.js';

describe.each(rules.map((rule) => [rule.id, rule] as const))('%s', (_, rule) => {
  it('has a bad example', () => {
    expect(rule.examples.some((example) => 'bad' in example)).toBe(true);
  });

  it.each(rule.examples.map((example, index) => [example.title ?? `example ${index + 1}`, example] as const))('%s', (_, example) => {
    const plan = planFor(rule, example);
    if ('good' in example) {
      expect(findings(example.good, plan)).toEqual([]);
      return;
    }
    const found = findings(example.bad, plan);
    expect(found.map((finding) => finding.message)).toHaveLength(1);
    if (example.fixed === undefined) {
      expect(fixed(example.bad, plan), 'a fix is there, so the example shows it').toBe(example.bad);
      return;
    }
    expect(fixed(example.bad, plan)).toBe(example.fixed);
    expect(findings(example.fixed, plan)).toEqual([]);
    expect(fixed(example.fixed, plan)).toBe(example.fixed);
  });
});
