// Verdicts, held against the manifests with which other tools test themselves. Their own evaluation script counts.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type * as Library from '../../server/src/main.library.js';
import { manifestFolder } from './files.js';

const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
const script = join(manifestFolder, 'corpus', 'evaluate.mjs');

interface Disagreement {
  readonly check: string;
  readonly case: string;
  readonly file: string;
  readonly resource?: string;
  readonly expect: string;
  readonly relation: 'same' | 'near' | 'weak';
  readonly ours: string;
}

interface PeerReport {
  readonly same: number;
  readonly sameAgree: number;
  readonly crashed: number;
  readonly disagreements: readonly Disagreement[];
}

interface PssCase {
  readonly rule: string;
  readonly case: string;
  readonly file: string;
  readonly level: 'baseline' | 'restricted';
  readonly levelVerdict: 'pass' | 'fail';
  readonly expect: 'pass' | 'fail';
  readonly k8sVersion?: string;
}

interface Difference {
  readonly tool: string;
  readonly check: string;
  readonly file: string;
  readonly resource?: string;
}

const key = (tool: string, { check, file, resource }: Omit<Difference, 'tool'>): string => [tool, check, file, resource ?? ''].join(' ');

describe.skipIf(!existsSync(script))('verdicts against other tools (skipped where their labelled cases are not beside the checkout)', () => {
  const folder = mkdtempSync(join(tmpdir(), 'oakum-evaluation-'));
  let report: Readonly<Record<string, PeerReport>> = {};

  beforeAll(() => {
    execFileSync(process.execPath, [join(root, 'tools/build.mjs'), '--only=index', `--outdir=${folder}`]);
    const json = join(folder, 'report.json');
    console.log(execFileSync(process.execPath, [script, '--api', join(folder, 'index.js'), '--json', json], { encoding: 'utf8' }));
    report = JSON.parse(readFileSync(json, 'utf8')) as typeof report;
  }, 300_000);
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('never crash', () => {
    for (const [peer, { crashed }] of Object.entries(report)) expect(crashed, peer).toBe(0);
  });

  it('agree in at least 99 % of what is called the same', () => {
    for (const [peer, { same, sameAgree }] of Object.entries(report)) if (peer !== 'pss' && same > 0) expect(sameAgree / same, peer).toBeGreaterThanOrEqual(0.99);
  });

  // The script takes the cases that name no check (`*`) as cases of every check, and so counts all rules as baseline; levels are
  // told by the checks' own cases here.
  it('are those of the Pod Security Standards in every case', async () => {
    const { lint, rules } = ((await import(pathToFileURL(join(folder, 'index.js')).href)) as { default: typeof Library }).default;
    const dir = join(manifestFolder, 'corpus', 'pss');
    const cases = readFileSync(join(dir, 'cases.jsonl'), 'utf8').split('\n').filter(Boolean).map((line) => JSON.parse(line) as PssCase);
    const judges = (check: string): string[] => rules.filter((rule) => rule.aliases.some((alias) => alias.tool === 'pss' && alias.relation === 'same' && alias.id === check)).map((rule) => rule.id);
    const baseline = new Set(cases.filter((one) => one.level === 'baseline' && one.rule !== '*').flatMap((one) => judges(one.rule)));
    const restricted = new Set(cases.filter((one) => one.rule !== '*').flatMap((one) => judges(one.rule)));
    const wrong = cases.filter((one) => {
      const asked = one.levelVerdict === 'fail' ? new Set(judges(one.rule)) : one.level === 'baseline' ? baseline : restricted;
      const text = readFileSync(join(dir, 'files', one.file), 'utf8');
      const found = lint([{ path: one.file, text }], { profile: 'all', suppressions: false, ...(one.k8sVersion ? { kubernetesVersion: one.k8sVersion } : {}) });
      return found.some((finding) => asked.has(finding.rule)) !== (one.expect === 'fail');
    });
    expect(wrong.map((one) => one.case)).toEqual([]);
    expect(cases.length).toBeGreaterThan(200);
  });

  it('differ exactly where docs/differences.json says why', () => {
    const listed = (JSON.parse(readFileSync(join(root, 'docs/differences.json'), 'utf8')) as { readonly cases: readonly Difference[] }).cases.map((entry) => key(entry.tool, entry));
    const found = Object.entries(report)
      .filter(([peer]) => peer !== 'pss')
      .flatMap(([peer, { disagreements }]) => disagreements.filter((one) => one.relation === 'same').map((one) => key(peer, one)));
    expect([...new Set(found)].sort()).toEqual([...new Set(listed)].sort());
  });
});
