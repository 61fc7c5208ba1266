import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { catalogue } from '../../server/src/rules/index.js';
import { LineIndex } from '../../server/src/text/index.js';
import { findings, planFor } from './judge.js';

const folder = join(dirname(fileURLToPath(import.meta.url)), 'fixtures');

/** A place that carets mark: `#   ^^^^ part of the message` speaks of the nearest line above that is no such comment. */
interface Mark {
  readonly line: number;
  readonly start: number;
  readonly end: number;
  readonly message: string;
}

function marksOf(text: string): Mark[] {
  const marks: Mark[] = [];
  let line = 0;
  for (const [index, content] of text.split('\n').entries()) {
    const match = /^(?<lead>#\s*)(?<carets>\^+)(?<message>.*)$/u.exec(content);
    if (!match?.groups) {
      line = index;
      continue;
    }
    const start = match.groups['lead']?.length ?? 0;
    marks.push({ line, start, end: start + (match.groups['carets']?.length ?? 0), message: match.groups['message']?.trim() ?? '' });
  }
  return marks;
}

/** Settings that a fixture's first lines state: `# kubernetesVersion: 1.24`. */
function headerOf(text: string): { kubernetesVersion?: string; trustedRegistries?: string[]; options?: Record<string, unknown> } {
  const version = /^# kubernetesVersion: (.*)$/mu.exec(text)?.[1];
  const registries = /^# trustedRegistries: (.*)$/mu.exec(text)?.[1];
  const options = /^# options: (.*)$/mu.exec(text)?.[1];
  return {
    ...(version === undefined ? {} : { kubernetesVersion: version.trim() }),
    ...(registries === undefined ? {} : { trustedRegistries: registries.split(',').map((name) => name.trim()) }),
    ...(options === undefined ? {} : { options: JSON.parse(options) as Record<string, unknown> }),
  };
}

describe.each(catalogue.map(({ area, rule }) => [rule.id, area, rule] as const))('%s', (id, area, rule) => {
  const files = existsSync(join(folder, area)) ? readdirSync(join(folder, area)).filter((file) => file === `${id}.yaml` || file.startsWith(`${id}.`)) : [];

  it('has a fixture', () => {
    expect(files).not.toEqual([]);
  });

  it.each(files)('%s', (file) => {
    const text = readFileSync(join(folder, area, file), 'utf8');
    const marks = marksOf(text);
    const lines = new LineIndex(text);
    const found = findings(text, planFor(rule, headerOf(text))).filter((finding) => finding.rule === id);
    const places = found.map(({ range, message }) => {
      const start = lines.position(range.start);
      const end = lines.position(range.end);
      expect(end.line, `${message} covers one line`).toBe(start.line);
      return { line: start.line, start: start.character, end: end.character, message };
    });
    const expected = marks.map((mark) => ({ ...mark, message: expect.stringContaining(mark.message) as unknown as string }));
    const inOrder = (a: { line: number; start: number }, b: { line: number; start: number }): number => a.line - b.line || a.start - b.start;
    expect(places.sort(inOrder)).toEqual(expected.sort(inOrder));
    expect(marks.length, 'a fixture shows something that is found').toBeGreaterThan(0);
  });
});
