// Builds the suite of the extension host and runs it: in the workbench from the package registry, or, with
// OAKUM_EDITOR=electron, in the desktop VS Code. Usage: node run-suite.mjs [--extension FOLDER] [NAME PART]
import { readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { ensureInstalled } from '../../tools/install.mjs';
import { ROOT, exitOnSignals, temporaryDirectory } from '../../tools/process.mjs';
import { EDITOR_ROOT, ensureEditorInstalled } from './install.mjs';
import { copyTeamWorkspace } from './workspace.mjs';

/** How long the whole suite may take, in milliseconds. */
const LIMIT = 8 * 60_000;

/** Bundles the suite; only `vscode` comes from the host. */
async function buildSuite() {
  const { build } = await import('esbuild'); // Loaded here, because it may have just been installed.
  const outfile = join(ROOT, 'out', 'editor-suite', 'index.js');
  await build({
    entryPoints: [join(EDITOR_ROOT, 'suite', 'index.ts')],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    external: ['vscode'],
    sourcemap: 'inline',
    logLevel: 'warning',
  });
  return outfile;
}

/** Prints what is appended to a file, whole lines at a time, until it is told to stop; `onFailure` is told the names of tests that failed. */
function follow(file, onFailure) {
  let shown = 0;
  const show = () => {
    const text = readFileSync(file, 'utf8');
    const end = text.lastIndexOf('\n') + 1;
    if (end <= shown) return;
    const news = text.slice(shown, end);
    shown = end;
    process.stdout.write(news);
    for (const [, name] of news.matchAll(/^not ok (.*) \([\d.]+ s\)$/gm)) onFailure(name);
  };
  const timer = setInterval(show, 200);
  return () => {
    clearInterval(timer);
    show();
    return readFileSync(file, 'utf8');
  };
}

/** Runs the suite and resolves with whether every test passed. */
async function main() {
  const { values, positionals } = parseArgs({ options: { extension: { type: 'string' } }, allowPositionals: true });
  const extension = resolve(values.extension ?? ROOT);
  await ensureInstalled();
  const isDesktop = process.env.OAKUM_EDITOR === 'electron';
  if (!isDesktop) await ensureEditorInstalled();
  const suite = await buildSuite();
  const report = join(temporaryDirectory('oakum-report'), 'report.txt');
  writeFileSync(report, '');
  const console = [];
  let page;
  const options = {
    extension,
    suite,
    workspace: copyTeamWorkspace(),
    env: { OAKUM_SUITE_REPORT: report, OAKUM_SUITE_FILTER: positionals[0] ?? '' },
    limit: LIMIT,
    log: (type, text) => console.push(`${type}: ${text}`),
    onPage: (opened) => (page = opened),
  };
  const { run } = isDesktop
    ? { run: (await import('./electron.mjs')).runInElectron }
    : { run: (await import('./in-host.mjs')).runInWorkbench };
  const stopFollowing = follow(report, (name) => {
    const picture = join(ROOT, 'out', 'screenshots', `failed-inside-${name.replace(/[^a-z0-9]+/gi, '-')}.png`);
    // The suite goes on meanwhile, and may end; then there is nothing left to photograph.
    void page?.screenshot({ path: picture }).then(() => process.stdout.write(`    what was on the screen: ${picture}\n`), () => {});
  });
  let problem;
  const exitCode = await run(options).catch((error) => (problem = error));
  const summary = /^(\d+) passed, (\d+) failed\n$/m.exec(stopFollowing());
  if (summary !== null && exitCode === (summary[2] === '0' ? 0 : 1)) return summary[2] === '0';
  process.stdout.write(console.slice(-60).map((line) => `  ${line}\n`).join(''));
  process.stdout.write(`not ok the suite ran to its end\n    ${problem?.stack ?? `exit code ${exitCode}`}\n0 passed, 1 failed\n`);
  return false;
}

exitOnSignals();
process.exit((await main()) ? 0 : 1);
