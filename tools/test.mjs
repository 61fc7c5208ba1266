// `npm test`: installs and runs every suite one after the other; the last line is the sum of all tests.
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { ensureChromium } from '../test/editor/chromium.mjs';
import { ensureEditorInstalled } from '../test/editor/install.mjs';
import { ensureInstalled } from './install.mjs';
import { ROOT, ended, exitOnSignals, start, stop } from './process.mjs';

const OUT = join(ROOT, 'out');
const VITEST_REPORT = join(OUT, 'vitest.json');

/** One minute, in milliseconds. */
const MINUTE = 60_000;

/** A step that either succeeds or does not, and counts as one test. */
const check = (name, limit, ...args) => ({ name, limit, args, count: ({ code }) => ({ passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1, skipped: 0 }) });

/** A program that prints `N passed, N failed` as its last line. */
const counted = (name, limit, ...args) => ({
  name,
  limit,
  args,
  count: ({ output }) => {
    const match = /^(\d+) passed, (\d+) failed(?:, (\d+) skipped)?$/m.exec(output.trimEnd().split('\n').at(-1) ?? '');
    return match === null ? undefined : { passed: Number(match[1]), failed: Number(match[2]), skipped: Number(match[3] ?? 0) };
  },
});

/** The suites in their order; the build comes before what reads dist/. */
const SUITES = [
  check('generated', 2 * MINUTE, 'tools/generate.mjs', '--check'),
  check('types', 5 * MINUTE, 'node_modules/typescript/bin/tsc', '-b'),
  check('build', 3 * MINUTE, 'tools/build.mjs'),
  {
    name: 'unit',
    limit: 25 * MINUTE,
    args: ['node_modules/vitest/vitest.mjs', 'run', '--reporter=default', '--reporter=json', `--outputFile.json=${VITEST_REPORT}`],
    prepare: () => rmSync(VITEST_REPORT, { force: true }),
    count: readVitestReport,
  },
  counted('editor', 10 * MINUTE, 'test/editor/run-suite.mjs'),
  counted('person', 15 * MINUTE, 'test/editor/person.test.mjs'),
];

/** Installs the editor before the suites; the grammar tests read it too. When that fails, the suites that need it say so and fail. */
async function prepareEditor() {
  try {
    await ensureEditorInstalled();
    await ensureChromium();
  } catch (error) {
    process.stdout.write(`${error.message}\n`);
  }
}

/** Counts what vitest reports; a file that could not be loaded has no tests, so it counts as one failure. */
function readVitestReport() {
  if (!existsSync(VITEST_REPORT)) return undefined;
  const report = JSON.parse(readFileSync(VITEST_REPORT, 'utf8'));
  const broken = report.testResults.filter((file) => file.status === 'failed' && !file.assertionResults.some(({ status }) => status === 'failed'));
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + broken.length,
    skipped: report.numPendingTests + (report.numTodoTests ?? 0),
  };
}

/** Runs one suite, shows its output as it comes, and resolves with its row of the table. */
async function runSuite({ name, limit, args, prepare, count }) {
  process.stdout.write(`\n━━ ${name} ━━\n`);
  prepare?.();
  const begin = Date.now();
  const child = start(process.execPath, args, { group: true, stdio: ['ignore', 'pipe', 'inherit'] });
  let output = '';
  child.stdout.on('data', (chunk) => {
    process.stdout.write(chunk);
    output += chunk;
  });
  let isLate = false;
  const timer = setTimeout(() => {
    isLate = true;
    void stop(child);
  }, limit);
  const drained = new Promise((done) => child.stdout.once('close', done));
  const code = await ended(child);
  await Promise.race([drained, new Promise((done) => setTimeout(done, 2000))]);
  clearTimeout(timer);
  await stop(child);
  const seconds = (Date.now() - begin) / 1000;
  const counts = isLate ? undefined : count({ code, output });
  if (counts === undefined) {
    const reason = isLate ? `stopped after ${limit / MINUTE} minutes` : `ended with exit code ${code} and without a result`;
    return { name, seconds, passed: 0, failed: 1, skipped: 0, note: reason };
  }
  // A suite that ends badly although every test passed has failed all the same, for example by an unhandled rejection.
  if (code !== 0 && counts.failed === 0) return { name, seconds, ...counts, failed: 1, note: `ended with exit code ${code}` };
  if (counts.passed + counts.failed === 0) return { name, seconds, ...counts, failed: 1, note: 'ran no test' };
  return { name, seconds, ...counts, note: '' };
}

/** The line that ends the run. */
function summary(rows) {
  const sum = (key) => rows.reduce((total, row) => total + row[key], 0);
  return `${sum('passed')} passed, ${sum('failed')} failed${sum('skipped') > 0 ? `, ${sum('skipped')} skipped` : ''}`;
}

/** The table of all suites. */
function table(rows) {
  const line = (...cells) => cells.map((cell, index) => (index === 0 ? String(cell).padEnd(10) : index < 5 ? String(cell).padStart(8) : ` ${cell}`)).join('  ');
  return [
    line('suite', 'passed', 'failed', 'skipped', 'seconds', ''),
    ...rows.map((row) => line(row.name, row.passed, row.failed, row.skipped, row.seconds.toFixed(1), row.note)),
  ]
    .map((text) => text.trimEnd())
    .join('\n');
}

exitOnSignals();
const { values } = parseArgs({ options: { only: { type: 'string', multiple: true } } });
const only = values.only?.flatMap((names) => names.split(','));
const unknown = only?.filter((name) => !SUITES.some((suite) => suite.name === name)) ?? [];
if (unknown.length > 0) {
  process.stderr.write(`There is no suite ${unknown.join(', ')}; there are ${SUITES.map(({ name }) => name).join(', ')}.\n`);
  process.exit(2);
}
await ensureInstalled();
if (only === undefined || only.some((name) => ['unit', 'editor', 'person'].includes(name))) await prepareEditor();
mkdirSync(OUT, { recursive: true });
const rows = [];
for (const suite of SUITES) {
  if (only === undefined || only.includes(suite.name)) rows.push(await runSuite(suite));
}
process.stdout.write(`\n${table(rows)}\n\n${summary(rows)}\n`);
process.exitCode = rows.some(({ failed }) => failed > 0) ? 1 : 0;
