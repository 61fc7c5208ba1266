// Measured inside one process: reading, judging, typing, memory.
import { DEFAULT_SETTINGS } from '../../server/src/config/index.js';
import { compile, lint } from '../../server/src/engine/index.js';
import { rules } from '../../server/src/rules/index.js';
import { Workspace } from '../../server/src/workspace/index.js';
import { Source } from '../../server/src/yaml/index.js';

/** Milliseconds of each of some runs, sorted. */
export function times(runs: number, run: (index: number) => void): number[] {
  for (let warm = 0; warm < Math.min(runs, 5); warm++) run(warm);
  const all: number[] = [];
  for (let index = 0; index < runs; index++) {
    const started = performance.now();
    run(index);
    all.push(performance.now() - started);
  }
  return all.sort((a, b) => a - b);
}

const onError = (rule: string, place: string, error: unknown): void => {
  throw new Error(`${rule} threw at ${place}`, { cause: error });
};

/** Reading a file from nothing. */
export function read(text: string, runs: number): number[] {
  return times(runs, () => void Source.read(text));
}

/** Judging a file that has been read, from nothing. */
export function judge(text: string, runs: number, profile: 'restricted' | 'all'): number[] {
  return times(runs, () => {
    const source = Source.read(text);
    const plan = compile(rules, { ...DEFAULT_SETTINGS, profile }, { today: '2026-01-01', onError });
    const started = performance.now();
    lint(source, plan, { isPartial: false });
    spent.push(performance.now() - started);
  }).map(() => spent.shift() ?? 0).sort((a, b) => a - b);
}
const spent: number[] = [];

/** Typing: one character more or less at a time, at places all over the file. */
export function type(text: string, keystrokes: number): number[] {
  const workspace = new Workspace({ rules, today: () => '2026-01-01', onError });
  workspace.set('file.yaml', text, DEFAULT_SETTINGS);
  workspace.judge('file.yaml');
  let current = text;
  let at = 0;
  return times(keystrokes, (index) => {
    if (index % 12 === 0) at = current.indexOf('\n', Math.floor((current.length * ((index * 7919) % 1000)) / 1000)) + 1;
    current = index % 24 < 12 ? `${current.slice(0, at)}#${current.slice(at)}` : current.slice(0, at) + current.slice(at + (current[at] === '#' ? 1 : 0));
    workspace.set('file.yaml', current, DEFAULT_SETTINGS);
    workspace.judge('file.yaml');
  });
}

/** Milliseconds that each rule takes on a file, by rule, the dearest first. */
export function perRule(text: string): [rule: string, milliseconds: number][] {
  const source = Source.read(text);
  return rules
    .map((rule): [string, number] => {
      const all = times(5, () => void lint(source, compile([rule], { ...DEFAULT_SETTINGS, profile: 'all' }, { today: '2026-01-01', onError }), { isPartial: false }));
      return [rule.id, all[2] ?? 0];
    })
    .sort((a, b) => b[1] - a[1]);
}

/** Bytes of heap that a workspace of so many files of one document each takes. */
export function memory(texts: readonly string[]): number {
  const collect = (globalThis as { gc?: () => void }).gc;
  collect?.();
  const before = process.memoryUsage().heapUsed;
  const workspace = new Workspace({ rules, today: () => '2026-01-01', onError });
  for (const [index, text] of texts.entries()) {
    workspace.set(`file-${index}.yaml`, text, DEFAULT_SETTINGS);
    workspace.judge(`file-${index}.yaml`);
  }
  collect?.();
  const used = process.memoryUsage().heapUsed - before;
  return workspace.has('file-0.yaml') ? used : 0;
}
