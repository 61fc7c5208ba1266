// `npm run bench [-- --json FILE] [--against FILE]`: how fast Oakum is, as medians and 99th percentiles.
import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { ensureInstalled } from './install.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
await ensureInstalled();
const { build } = await import('esbuild');
const { documents, largeDocument } = await import('./bench/inputs.mjs');

const option = (name) => {
  const at = process.argv.indexOf(`--${name}`);
  return at < 0 ? undefined : process.argv[at + 1];
};
const folder = mkdtempSync(join(tmpdir(), 'oakum-bench-'));
const results = {};
try {
  const built = spawnSync(process.execPath, [join(root, 'tools/build.mjs'), '--production'], { stdio: 'inherit' });
  if (built.status !== 0) process.exit(built.status ?? 1);
  const measure = join(folder, 'measure.cjs');
  await build({ absWorkingDir: root, entryPoints: ['tools/bench/measure.ts'], outfile: measure, bundle: true, platform: 'node', format: 'cjs', target: 'node20', minify: true, mainFields: ['module', 'main'], logLevel: 'warning' });
  const { read, judge, type, perRule } = (await import(pathToFileURL(measure).href)).default;

  const file = documents(150);
  const large = largeDocument(2000);
  const one = documents(1);
  console.log(`A file of 150 documents has ${Math.round(file.length / 1024)} KB; one document of 2,000 lines has ${Math.round(large.length / 1024)} KB.\n`);
  add('read one document', read(one, 200));
  add('read 150 documents', read(file, 20));
  add('judge 150 documents, restricted', judge(file, 20, 'restricted'));
  add('judge 150 documents, all rules', judge(file, 20, 'all'));
  add('keystroke in 150 documents', type(file, 600));
  add('keystroke in 2,000 lines', type(large, 200));

  const sample = join(folder, 'deployment.yaml');
  writeFileSync(sample, one);
  add('node -e 0', starts(10, ['-e', '0']));
  add('oakum --version', starts(10, [join(root, 'dist/oakum.js'), '--version']));
  add('oakum scan of one file', starts(10, [join(root, 'dist/oakum.js'), 'scan', '--fail-on', 'never', sample]));
  add('server start to first diagnostics', await serverStarts(5, one));

  const { stdout } = spawnSync(process.execPath, ['--expose-gc', '-e', `const {memory}=require(${JSON.stringify(measure)});import(${JSON.stringify(pathToFileURL(join(root, 'tools/bench/inputs.mjs')).href)}).then(({documents})=>console.log(memory(Array.from({length:2000},(_, n)=>documents(1).replaceAll('service-0','service-'+n)))))`], { encoding: 'utf8' });
  const bytes = Number(stdout);
  console.log(`\nMemory: 2,000 manifests take ${Math.round(bytes / 1024 / 1024)} MB of heap (${(bytes / 2000 / 1024).toFixed(1)} KB each).`);
  results['memory of 2,000 manifests (MB)'] = { median: bytes / 1024 / 1024, p99: bytes / 1024 / 1024 };

  const reading = results['read 150 documents'].median;
  console.log(`Ratios: judging (restricted) takes ${(results['judge 150 documents, restricted'].median / reading).toFixed(2)}× of reading; a keystroke ${(results['keystroke in 150 documents'].median / reading).toFixed(3)}×; oakum --version ${(results['oakum --version'].median / results['node -e 0'].median).toFixed(2)}× of node itself.`);
  const dearest = perRule(file).slice(0, 8);
  console.log(`Dearest rules on 150 documents: ${dearest.map(([rule, ms]) => `${rule} ${ms.toFixed(2)} ms`).join(', ')}.`);
  compare();
  const json = option('json');
  if (json) writeFileSync(json, `${JSON.stringify(results, null, 2)}\n`);
} finally {
  rmSync(folder, { recursive: true, force: true });
}

function add(name, all) {
  const at = (share) => all[Math.min(all.length - 1, Math.floor(all.length * share))] ?? 0;
  results[name] = { median: at(0.5), p99: at(0.99), runs: all.length };
  console.log(`${name.padEnd(38)} median ${at(0.5).toFixed(2).padStart(8)} ms   p99 ${at(0.99).toFixed(2).padStart(8)} ms   (${all.length} runs)`);
}

function starts(runs, args) {
  return Array.from({ length: runs }, () => {
    const started = performance.now();
    spawnSync(process.execPath, args, { stdio: 'ignore' });
    return performance.now() - started;
  }).sort((a, b) => a - b);
}

async function serverStarts(runs, text) {
  const all = [];
  for (let run = 0; run < runs; run++) all.push(await serverStart(text));
  return all.sort((a, b) => a - b);
}

/** From starting the process to the first diagnostics of a file, as a client sees it. */
function serverStart(text) {
  return new Promise((resolve, reject) => {
    const started = performance.now();
    const server = spawn(process.execPath, [join(root, 'dist/server.js'), '--stdio'], { stdio: ['pipe', 'pipe', 'ignore'] });
    const send = (message) => {
      const body = JSON.stringify({ jsonrpc: '2.0', ...message });
      server.stdin.write(`Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`);
    };
    const timer = setTimeout(() => reject(new Error('The server gave no diagnostics.')), 30_000);
    let received = '';
    server.stdout.on('data', (chunk) => {
      received += chunk;
      if (received.includes('"id":1,') && !received.includes('sent')) {
        received = 'sent';
        send({ method: 'initialized', params: {} });
        send({ method: 'textDocument/didOpen', params: { textDocument: { uri: 'file:///bench/deployment.yaml', languageId: 'yaml', version: 1, text } } });
        send({ id: 2, method: 'textDocument/diagnostic', params: { textDocument: { uri: 'file:///bench/deployment.yaml' } } });
      }
      if (received.includes('"id":2')) {
        clearTimeout(timer);
        server.kill();
        resolve(performance.now() - started);
      }
    });
    server.on('error', reject);
    send({ id: 1, method: 'initialize', params: { processId: process.pid, rootUri: null, capabilities: { textDocument: { diagnostic: {} } } } });
  });
}

/** Ratios to a run that was saved with --json. */
function compare() {
  const against = option('against');
  if (!against) return;
  console.log(`\nAgainst ${against}:`);
  const before = JSON.parse(readFileSync(against, 'utf8'));
  for (const [name, { median }] of Object.entries(results)) if (before[name]) console.log(`${name.padEnd(38)} ${(median / before[name].median).toFixed(2)}×`);
}
