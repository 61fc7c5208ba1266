// What happens while people type: whatever the text is, nothing throws, and reading only what has changed finds the same.
import { describe, expect, it } from 'vitest';
import { DEFAULT_SETTINGS, type Settings } from '../../server/src/config/index.js';
import { rules } from '../../server/src/rules/index.js';
import { Workspace } from '../../server/src/workspace/index.js';
import { hasManifests, manifestFiles, random, type TestFile } from './files.js';

const settings: Settings = { ...DEFAULT_SETTINGS, profile: 'all' };

function workspace(): Workspace {
  return new Workspace({
    rules,
    today: () => '2026-06-15',
    onError: (rule, place, error) => {
      throw new Error(`${rule} threw at ${place}`, { cause: error });
    },
  });
}

function findings(from: Workspace, path: string): unknown {
  return from.judge(path)?.findings.map(({ rule, messageId, message, range, path: field, suppressed }) => ({ rule, messageId, message, range, field, suppressed }));
}

const snippets = [':', ' ', '\n', '- ', '  ', '"', "'", '{', '}', '[', ']', '#', '&a', '*a', '<<: *a\n', '---\n', '\t', '|', '>', '!', '{{', '}}', '${X}', 'null', 'true', '0', '\r\n', '\u{1F600}', '\0', 'securityContext:', '# oakum-ignore x\n'];

function edited(text: string, next: () => number): string {
  const at = Math.floor(next() * (text.length + 1));
  const choice = next();
  if (choice < 0.35) return text.slice(0, at) + text.slice(at + 1 + Math.floor(next() * 8));
  if (choice < 0.8) return text.slice(0, at) + (snippets[Math.floor(next() * snippets.length)] ?? '') + text.slice(at);
  const from = Math.floor(next() * (text.length + 1));
  return text.slice(0, at) + text.slice(from, from + Math.floor(next() * 200)) + text.slice(at);
}

describe('every file', () => {
  it(`is judged without a throw${hasManifests ? '' : ' (only samples and fixtures: no folder of manifests beside the checkout)'}`, () => {
    const all = workspace();
    let count = 0;
    for (const { path, text } of manifestFiles()) {
      all.set(path, text, settings);
      count += all.judge(path)?.findings.length ?? 0;
      all.delete(path);
    }
    expect(count).toBeGreaterThan(10);
  }, 120_000);
});

describe('20,000 random edits', () => {
  it('never throw, and reading only what has changed finds what reading all finds', () => {
    const next = random(20_261_124);
    const files = manifestFiles().filter(({ text }) => text.includes('apiVersion') && text.length < 20_000);
    const incremental = workspace();
    const texts = new Map<TestFile, string>();
    for (let count = 0; count < 20_000; count++) {
      const file = files[Math.floor(next() * files.length)];
      if (!file) continue;
      const before = texts.get(file) ?? file.text;
      const text = edited(before, next);
      // Broken beyond repair is no longer what people type: such a file starts anew.
      texts.set(file, next() < 0.2 ? file.text : text);
      incremental.set(file.path, text, settings);
      const scratch = workspace();
      scratch.set(file.path, text, settings);
      const [ours, theirs] = [findings(incremental, file.path), findings(scratch, file.path)];
      if (JSON.stringify(ours) !== JSON.stringify(theirs)) expect(ours, `${file.path}\n${text}`).toEqual(theirs);
    }
    expect(texts.size).toBeGreaterThan(0);
  }, 1_200_000);
});
