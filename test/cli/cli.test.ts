import { spawn } from 'node:child_process';
import { chmodSync, existsSync, openSync, closeSync, ftruncateSync, readdirSync, readFileSync, statSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { COMMANDS } from '../../server/src/cli/commands.js';
import { rules } from '../../server/src/rules/index.js';
import { Program, type Ended } from './program.js';

const program = new Program();
const { version } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as { version: string };

beforeAll(async () => {
  await program.build('oakum', 'server');
}, 120_000);
afterAll(() => {
  program.end();
});

/** A pod in which a warning is found. */
const WARNING = `apiVersion: v1
kind: Pod
metadata:
  name: cart
spec:
  hostNetwork: true
  containers: []
`;
const ERROR = WARNING.replace('hostNetwork: true\n  containers: []', 'containers:\n    - name: app\n      image: registry.example.com/app:1.0.0\n      securityContext:\n        privileged: true');
/** A manifest in which nothing is found. */
const CLEAN = 'apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: shop\n  namespace: shop\n';

interface Json {
  readonly findings: readonly { readonly rule: string; readonly severity: string; readonly file: string; readonly message: string; readonly range: { readonly start: { readonly line: number; readonly column: number } } }[];
  readonly files: Readonly<Record<string, number>>;
  readonly problems: readonly { readonly file: string; readonly message: string; readonly kind: string }[];
  readonly silenced: number;
}

function json({ stdout }: Ended): Json {
  return JSON.parse(stdout) as Json;
}

async function scanJson(cwd: string, ...args: string[]): Promise<Json & { code: number | null; stderr: string }> {
  const ended = await program.run(['scan', '--format', 'json', ...args], { cwd });
  return { ...json(ended), code: ended.code, stderr: ended.stderr };
}

const rulesOf = ({ findings }: Json): string[] => findings.map(({ rule }) => rule);

describe('the program', () => {
  it.each(['--version', '-V'])('tells its version: %s', async (argument) => {
    expect(await program.run([argument])).toEqual({ code: 0, stdout: `${version}\n`, stderr: '' });
  });

  it.each([['--help'], ['-h'], ['help']])('prints its help: %s', async (argument) => {
    const { code, stdout } = await program.run([argument]);
    expect(code).toBe(0);
    for (const name of Object.keys(COMMANDS)) expect(stdout).toContain(`\n  ${name}`);
  });

  it('needs a command', async () => {
    expect(await program.run([])).toMatchObject({ code: 2, stdout: '', stderr: expect.stringContaining('Usage: oakum') as unknown });
  });

  it.each(Object.values(COMMANDS))('prints the help of $name', async ({ name, options }) => {
    const { code, stdout } = await program.run([name, '--help']);
    expect(code).toBe(0);
    for (const option of Object.keys(options)) expect(stdout).toContain(`--${option}`);
    expect((await program.run(['help', name])).stdout).toBe(stdout);
    for (const line of stdout.split('\n')) expect(line.length).toBeLessThanOrEqual(120);
  });

  it.each([
    [['scna'], 'Did you mean scan?'],
    [['.'], 'Did you mean `oakum scan .`?'],
    [['--fix'], 'There is no option --fix before a command.'],
    [['scan', '--formt', 'json'], 'Did you mean --format?'],
    [['scan', '--format', 'jason'], 'Did you mean json?'],
    [['scan', '--format', 'html'], 'It is one of text, json, sarif, github, junit, markdown.'],
    [['scan', '--format'], '--format needs a value'],
    [['scan', '--format', '--fix'], '--format needs a value'],
    [['scan', '--fix=yes'], '--fix takes no value.'],
    [['scan', '-x'], 'has no option -x'],
    [['scan', '--profile', 'restrictd'], 'Did you mean restricted?'],
    [['scan', '--fail-on', 'hint'], 'It is one of error, warning, information, never.'],
    [['scan', '--kubernetes-version', 'latest'], '--kubernetes-version cannot be "latest"'],
    [['scan', '--kubernetes-version', '1.99'], 'not known'],
    [['scan', '--config', 'a', '--no-config'], 'exclude each other'],
    [['scan', '--stdin-filename', 'a.yaml'], 'standard input'],
    [['explain'], 'needs RULE'],
    [['explain', 'a', 'b'], 'only one argument'],
    [['explain', 'host-netwrok'], 'Did you mean host-network?'],
    [['rules', 'x'], 'no arguments'],
    [['lsp'], 'needs --stdio'],
  ])('refuses %j', async (args, message) => {
    const { code, stdout, stderr } = await program.run(args);
    expect(stderr).toContain(message);
    expect(stderr.trimEnd().split('\n')).toHaveLength(1);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
  });

  it('loads nothing to tell its version or to help', async () => {
    const hook = join(program.place('hook', { 'hook.cjs': "const { Module } = require('node:module'); const own = Module.prototype.require; const seen = []; Module.prototype.require = function (name) { seen.push(name); return own.call(this, name); }; process.on('exit', () => process.stderr.write(JSON.stringify(seen)));" }), 'hook.cjs');
    const loadedBy = async (...args: string[]): Promise<string[]> => JSON.parse((await program.run(args, { node: ['--require', hook] })).stderr) as string[];
    const scan = program.place('hook/scan', { 'a.yaml': CLEAN });
    expect(await loadedBy('scan', scan)).toContain('node:fs/promises');
    for (const args of [['--version'], ['--help'], ['scan', '--help']]) expect(await loadedBy(...args)).not.toContain('node:fs/promises');
  });
});

describe('scan', () => {
  it('reports by file and object, and ends with 1', async () => {
    const cwd = program.place('plain', { 'a.yaml': WARNING, 'sub/b.yml': CLEAN, 'c.txt': WARNING });
    const { code, stdout, stderr } = await program.run(['scan'], { cwd });
    expect(code).toBe(1);
    expect(stderr).toBe('');
    expect(stdout).toContain('a.yaml\n  Pod cart\n');
    expect(stdout).toContain('6 │   hostNetwork: true\n      │                ^^^^\n');
    expect(stdout).not.toContain('\u001b');
  });

  it('ends with 0 when nothing is found', async () => {
    expect(await program.run(['scan'], { cwd: program.place('clean', { 'a.yaml': CLEAN }) })).toEqual({ code: 0, stdout: 'No findings in 1 manifest.\n', stderr: '' });
    expect(await program.run(['scan'], { cwd: program.place('empty') })).toEqual({ code: 0, stdout: 'No Kubernetes manifests were found.\n', stderr: '' });
  });

  it.each([
    ['error', 0, 1],
    ['warning', 1, 1],
    ['information', 1, 1],
    ['never', 0, 0],
  ])('--fail-on %s', async (failOn, warning, error) => {
    expect((await program.run(['scan', '--fail-on', failOn, '-'], { input: WARNING })).code).toBe(warning);
    expect((await program.run(['scan', '--fail-on', failOn, '-'], { input: ERROR })).code).toBe(error);
  });

  it('--profile asks for less or more', async () => {
    const cwd = program.place('profile', { 'a.yaml': ERROR });
    const counts = await Promise.all(['baseline', 'restricted', 'strict', 'all'].map(async (profile) => (await scanJson(cwd, '--profile', profile)).findings.length));
    expect(counts).toEqual([...counts].sort((a, b) => a - b));
    expect(new Set(counts).size).toBeGreaterThan(2);
  });

  it('--kubernetes-version changes what is asked', async () => {
    const cwd = program.place('version', { 'a.yaml': WARNING.replace('hostNetwork: true', 'securityContext:\n    sysctls:\n      - {name: net.ipv4.tcp_keepalive_time, value: "1"}') });
    expect(rulesOf(await scanJson(cwd, '--kubernetes-version', '1.28'))).toContain('unsafe-sysctl');
    expect(rulesOf(await scanJson(cwd, '--kubernetes-version', 'v1.29'))).not.toContain('unsafe-sysctl');
  });

  it('--no-suppressions shows what is silenced', async () => {
    const cwd = program.place('silenced', { 'a.yaml': WARNING.replace('true', 'true # oakum-ignore host-network: it is a proxy') });
    const silenced = await scanJson(cwd);
    expect(rulesOf(silenced)).not.toContain('host-network');
    expect(silenced.silenced).toBe(1);
    expect(rulesOf(await scanJson(cwd, '--no-suppressions'))).toContain('host-network');
  });

  it('--quiet prints findings only', async () => {
    const cwd = program.place('quiet', { 'a.yaml': WARNING, 'b.yaml': CLEAN });
    expect((await program.run(['scan', '-q', 'b.yaml'], { cwd })).stdout).toBe('');
    expect((await program.run(['scan', '--quiet'], { cwd })).stdout).not.toMatch(/manifest|explain/u);
  });

  it('--output writes a whole file, and the summary elsewhere', async () => {
    const cwd = program.place('output', { 'a.yaml': WARNING, 'report.json': 'old' });
    const { code, stdout, stderr } = await program.run(['scan', '-f', 'json', '-o', 'report.json', 'a.yaml'], { cwd });
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(stderr).toMatch(/findings? in 1 of 1 manifest/u);
    expect(JSON.parse(readFileSync(join(cwd, 'report.json'), 'utf8'))).toMatchObject({ version: 1 });
    expect(readdirSync(cwd).sort()).toEqual(['a.yaml', 'report.json']);
    expect(await program.run(['scan', '-o', 'no/such/folder', 'a.yaml'], { cwd })).toMatchObject({ code: 2, stdout: '', stderr: expect.stringContaining('no/such/folder could not be written') as unknown });
  });

  it.each(['json', 'sarif', 'github', 'junit', 'markdown'])('--format %s', async (format) => {
    const { code, stdout, stderr } = await program.run(['scan', '--format', format, '-'], { input: WARNING, env: { FORCE_COLOR: '1' } });
    expect({ code, stderr }).toEqual({ code: 1, stderr: '' });
    expect(stdout).toContain('host-network');
    expect(stdout).not.toContain('\u001b');
  });

  it('colours when it is told to, and not when it is told not to', async () => {
    const run = (env: Record<string, string>): Promise<Ended> => program.run(['scan', '-'], { input: WARNING, env });
    expect((await run({ FORCE_COLOR: '1' })).stdout).toContain('\u001b[');
    expect((await run({ FORCE_COLOR: '0' })).stdout).not.toContain('\u001b');
    expect((await run({ NO_COLOR: '1' })).stdout).not.toContain('\u001b');
    expect((await run({})).stdout).not.toContain('\u001b');
  });

  it('takes paths in any spelling, each file once', async () => {
    const cwd = program.place('paths', { 'sub/a.yaml': WARNING, 'b.yaml': WARNING });
    const found = await scanJson(cwd, './sub/', 'sub/a.yaml', join(cwd, 'sub', 'a.yaml'), './b.yaml', '.');
    expect([...new Set(found.findings.map(({ file }) => file))]).toEqual(['b.yaml', 'sub/a.yaml']);
    expect(found.files).toMatchObject({ scanned: 2 });
    const above = await scanJson(join(cwd, 'sub'), '../b.yaml');
    expect(above.findings[0]?.file).toBe('../b.yaml');
  });
});

describe('standard input', () => {
  it('is read for -, and called by its name', async () => {
    const ended = await program.run(['scan', '-f', 'json', '-'], { input: WARNING });
    expect(json(ended).findings[0]?.file).toBe('<stdin>');
    expect(json(await program.run(['scan', '-f', 'json', '--stdin-filename', './deploy/x.yaml', '-'], { input: WARNING })).findings[0]?.file).toBe('deploy/x.yaml');
  });

  it('is judged as the configuration of its name says', async () => {
    const cwd = program.place('stdin-config', { 'deploy/.oakum.yaml': 'rules:\n  host-network: off\n' });
    expect(rulesOf(json(await program.run(['scan', '-f', 'json', '-'], { cwd, input: WARNING })))).toContain('host-network');
    expect(rulesOf(json(await program.run(['scan', '-f', 'json', '--stdin-filename', 'deploy/x.yaml', '-'], { cwd, input: WARNING })))).not.toContain('host-network');
  });

  it('is scanned beside files', async () => {
    const cwd = program.place('stdin-and-files', { 'a.yaml': WARNING });
    const { findings, files } = json(await program.run(['scan', '-f', 'json', 'a.yaml', '-'], { cwd, input: WARNING }));
    expect([...new Set(findings.map(({ file }) => file))]).toEqual(['<stdin>', 'a.yaml']);
    expect(files).toMatchObject({ scanned: 2, manifests: 2 });
  });

  it('that is empty, binary or no manifest is no finding', async () => {
    expect((await program.run(['scan', '-'], { input: '' })).code).toBe(0);
    expect((await program.run(['scan', '-'], { input: 'services: {}\n' })).code).toBe(0);
    expect(await program.run(['scan', '-'], { input: 'a\0b' })).toMatchObject({ code: 3 });
  });

  it('is repaired from standard input to standard output', async () => {
    const input = WARNING.replace('hostNetwork: true', 'serviceAccount: shop # keep');
    const { stdout, stderr } = await program.run(['scan', '--fix', '-'], { input });
    expect(stdout).toContain('serviceAccountName: shop');
    expect(stdout).not.toContain('serviceAccount: shop');
    expect(stderr).toContain('Repaired 1 finding in 1 file.');
    expect((await program.run(['scan', '--fix', '-'], { input: CLEAN })).stdout).toBe(CLEAN);
    expect((await program.run(['scan', '--fix', '-'], { input: 'no: manifest\n' })).stdout).toBe('no: manifest\n');
  });
});

describe('files that are not what they should be', () => {
  it('a path that does not exist ends with 3, and the rest is reported', async () => {
    const cwd = program.place('missing', { 'a.yaml': WARNING });
    const found = await scanJson(cwd, 'gone.yaml', 'a.yaml');
    expect(found).toMatchObject({ code: 3, problems: [{ file: 'gone.yaml', message: 'There is no such file or folder.', kind: 'unreadable' }] });
    expect(rulesOf(found)).toContain('host-network');
    expect(found.stderr).toBe('oakum: gone.yaml: There is no such file or folder.\n');
    expect((await program.run(['scan', 'gone.yaml'], { cwd })).stdout).toContain('not scanned  gone.yaml\n  There is no such file or folder.\n');
  });

  it('binary files, files that are no UTF-8 and files that are too large end with 3', async () => {
    const cwd = program.place('unreadable', { 'binary.yaml': new Uint8Array([0x61, 0, 1, 2]), 'latin.yaml': new Uint8Array([0x61, 0xe9, 0x62]), 'fine.yaml': WARNING });
    const large = openSync(join(cwd, 'large.yaml'), 'w');
    ftruncateSync(large, 65 * 1024 * 1024);
    closeSync(large);
    const found = await scanJson(cwd);
    expect(found.code).toBe(3);
    expect(found.problems.map(({ file }) => file)).toEqual(['binary.yaml', 'large.yaml', 'latin.yaml']);
    expect(rulesOf(found)).toContain('host-network');
  });

  it('a manifest that cannot be parsed ends with 3, and what can be read is reported', async () => {
    const cwd = program.place('broken', { 'a.yaml': `${WARNING.replace('name: cart', 'name: "cart')}---\n${WARNING}` });
    const found = await scanJson(cwd);
    expect(found.code).toBe(3);
    expect(rulesOf(found)).toEqual(expect.arrayContaining(['syntax-error', 'host-network']));
    expect((await program.run(['scan', '--fail-on', 'never'], { cwd })).code).toBe(3);
  });

  it('files with comments only, and no files, are nothing', async () => {
    const cwd = program.place('comments', { 'a.yaml': '# apiVersion: v1\n# kind: Pod\n', 'b.yaml': '', 'c.json': '{}' });
    expect(await scanJson(cwd)).toMatchObject({ code: 0, findings: [], problems: [] });
  });

  it.each([
    ['a byte order mark', Buffer.from(`\ufeff${WARNING}`, 'utf8')],
    ['UTF-16, little endian', Buffer.from(`\ufeff${WARNING}`, 'utf16le')],
    ['UTF-16, big endian', Buffer.from(`\ufeff${WARNING}`, 'utf16le').swap16()],
    ['Windows line ends', Buffer.from(WARNING.replaceAll('\n', '\r\n'), 'utf8')],
  ])('%s is read', async (name, bytes) => {
    const found = await scanJson(program.place(`encoding/${name}`, { 'a.yaml': bytes }));
    expect(found.findings.find(({ rule }) => rule === 'host-network')?.range.start).toEqual({ line: 6, column: 16 });
  });

  it('three megabytes are read in seconds', async () => {
    const item = ERROR.replace('name: cart', 'name: cart-%');
    const text = Array.from({ length: Math.ceil((3 * 1024 * 1024) / item.length) }, (_, index) => item.replace('%', String(index))).join('---\n');
    const cwd = program.place('large', { 'a.yaml': text });
    const begin = Date.now();
    const { code, stdout } = await program.run(['scan', '-f', 'github'], { cwd });
    expect(code).toBe(1);
    expect(stdout.split('\n').filter((line) => line.includes('privileged-container'))).toHaveLength(Math.ceil((3 * 1024 * 1024) / item.length));
    expect(Date.now() - begin).toBeLessThan(20_000);
  }, 60_000);
});

describe('folders', () => {
  it('what .gitignore excludes is left out, unless it is named', async () => {
    const cwd = program.place('ignored', { '.git/HEAD': '', '.gitignore': 'out/\n*.tmp.yaml\n!keep.tmp.yaml\n', 'out/a.yaml': WARNING, 'b.tmp.yaml': WARNING, 'keep.tmp.yaml': WARNING, 'sub/.gitignore': 'c.yaml\n', 'sub/c.yaml': WARNING, 'node_modules/x/d.yaml': WARNING });
    expect([...new Set((await scanJson(cwd)).findings.map(({ file }) => file))]).toEqual(['keep.tmp.yaml']);
    expect((await scanJson(cwd, 'b.tmp.yaml')).findings.length).toBeGreaterThan(0);
  });

  it('links that lead in circles end', async () => {
    const cwd = program.place('circle', { 'sub/a.yaml': WARNING });
    symlinkSync('..', join(cwd, 'sub', 'up'));
    symlinkSync('loop.yaml', join(cwd, 'loop.yaml'));
    const found = await scanJson(cwd);
    expect([...new Set(found.findings.map(({ file }) => file))]).toEqual(['sub/a.yaml']);
  });

  it('tells of folders that are too deep to be looked into', async () => {
    const cwd = program.place('very-deep', { [`${'d/'.repeat(70)}a.yaml`]: WARNING });
    const found = await scanJson(cwd);
    expect(found.code).toBe(3);
    expect(found.problems.map(({ message }) => message)).toEqual(['Folders more than 64 levels deep are not looked into.']);
  });

  it.runIf(existsSync('/dev/full'))('ends with 2 when its output is lost', async () => {
    const cwd = program.place('full', { 'a.yaml': WARNING });
    const full = openSync('/dev/full', 'w');
    const child = spawn(process.execPath, [program.path('oakum'), 'scan'], { cwd, stdio: ['ignore', full, 'pipe'] });
    let stderr = '';
    child.stderr?.setEncoding('utf8').on('data', (chunk: string) => (stderr += chunk));
    const code = await new Promise((resolve) => child.once('close', resolve));
    closeSync(full);
    expect(code).toBe(2);
    expect(stderr).toMatch(/^oakum: The output could not be written: .*\n$/u);
  });

  it('Helm templates are left alone', async () => {
    const cwd = program.place('helm', { 'chart/templates/a.yaml': WARNING.replace('cart', '{{ .Values.name }}') });
    expect(await scanJson(cwd)).toMatchObject({ code: 0, files: { helmTemplates: 1, manifests: 0 } });
  });
});

describe('configuration', () => {
  it('is found upwards, per file', async () => {
    const cwd = program.place('config', { '.oakum.yaml': 'rules:\n  host-network: error\noverrides:\n  - files: sub/deep/**\n    rules: {host-network: off}\nexclude: vendor\n', 'sub/a.yaml': WARNING, 'sub/deep/b.yaml': WARNING, 'vendor/c.yaml': WARNING });
    for (const folder of [cwd, join(cwd, 'sub')]) {
      const found = await scanJson(folder);
      expect(found.findings.filter(({ rule }) => rule === 'host-network')).toMatchObject([{ severity: 'error', file: folder === cwd ? 'sub/a.yaml' : 'a.yaml' }]);
    }
    expect((await scanJson(cwd)).files).toMatchObject({ excluded: 1 });
  });

  it('--no-config reads none, --config another', async () => {
    const cwd = program.place('other-config', { '.oakum.yaml': 'rules: {host-network: off}\n', 'ci/strict.yaml': 'rules: {host-network: error}\n', 'a.yaml': WARNING });
    const severity = async (...args: string[]): Promise<string | undefined> => (await scanJson(cwd, 'a.yaml', ...args)).findings.find(({ rule }) => rule === 'host-network')?.severity;
    expect(await severity()).toBeUndefined();
    expect(await severity('--no-config')).toBe('warning');
    expect(await severity('--config', 'ci/strict.yaml')).toBe('error');
    expect((await program.run(['scan', '--config', 'gone.yaml'], { cwd })).code).toBe(2);
  });

  it('that is wrong ends with 2 and says where, whatever else is the matter', async () => {
    const cwd = program.place('wrong-config', { '.oakum.yaml': 'profile: restricted\nrules:\n  host-netwrok: off\n', 'a.yaml': WARNING });
    const found = await scanJson(cwd, '.', 'gone.yaml');
    expect(found.code).toBe(2);
    expect(found.stderr).toMatch(/^oakum: \.oakum\.yaml:3:3: rules.*Did you mean host-network/mu);
    expect(rulesOf(found)).toContain('host-network');
    expect((await program.run(['scan'], { cwd })).stdout).toContain('wrong configuration  .oakum.yaml:3:3\n');
  });

  it('the command line wins over it', async () => {
    const cwd = program.place('forced', { '.oakum.yaml': 'profile: all\n', 'a.yaml': ERROR });
    expect((await scanJson(cwd, '--profile', 'baseline')).findings.length).toBeLessThan((await scanJson(cwd)).findings.length);
  });
});

describe('--fix', () => {
  const block = '# Head.\napiVersion: v1\nkind: Pod\nmetadata:\n  name: cart\nspec:\n  # Whose it is.\n  serviceAccount: shop   # keep\n  hostNetwork: true\n  containers: []\n';

  it('repairs what is safe in block, flow and JSON, and reports what is left', async () => {
    const cwd = program.place('fix', {
      'block.yaml': block,
      'flow.yaml': 'apiVersion: v1\nkind: Pod\nmetadata: {name: cart}\nspec: {serviceAccount: shop, hostNetwork: true, containers: []} # end\n',
      'object.json': '{\n  "apiVersion": "v1",\n  "kind": "Pod",\n  "metadata": {"name": "cart"},\n  "spec": {\n    "serviceAccount": "shop",\n    "hostNetwork": true,\n    "containers": []\n  }\n}\n',
    });
    const { code, stdout } = await program.run(['scan', '--fix'], { cwd });
    expect(stdout).toContain('Repaired 3 findings in 3 files.');
    expect(code).toBe(1);
    for (const file of ['block.yaml', 'flow.yaml', 'object.json']) {
      const text = readFileSync(join(cwd, file), 'utf8');
      expect(text).toContain('serviceAccountName');
      expect(text).not.toMatch(/serviceAccount"?:/u);
      expect(text).toMatch(/hostNetwork"?: true/u);
    }
    const repaired = readFileSync(join(cwd, 'block.yaml'), 'utf8');
    expect(repaired).toContain('# Head.\n');
    expect(JSON.parse(readFileSync(join(cwd, 'object.json'), 'utf8'))).toMatchObject({ spec: { serviceAccountName: 'shop' } });
    expect(readdirSync(cwd).sort()).toEqual(['block.yaml', 'flow.yaml', 'object.json']);
    const again = await program.run(['scan', '--fix'], { cwd });
    expect(again.stdout).not.toContain('Repaired');
    expect(readFileSync(join(cwd, 'block.yaml'), 'utf8')).toBe(repaired);
  });

  it('leaves what is silenced, by line, file or configuration', async () => {
    const cwd = program.place('fix-silenced', {
      'line.yaml': block.replace('# keep', '# oakum-ignore deprecated-service-account-field: old cluster'),
      'file.yaml': block.replace('# Head.', '# oakum-ignore-file deprecated-service-account-field: old cluster'),
      'sub/.oakum.yaml': 'suppressions:\n  - rules: [deprecated-service-account-field]\n    reason: Old cluster.\n',
      'sub/configured.yaml': block,
    });
    const { stdout } = await program.run(['scan', '--fix'], { cwd });
    expect(stdout).not.toContain('Repaired');
    for (const file of ['line.yaml', 'file.yaml', 'sub/configured.yaml']) expect(readFileSync(join(cwd, file), 'utf8')).toContain('serviceAccount: shop');
  });

  it('keeps the encoding, the line ends and the permissions', async () => {
    const crlf = `\ufeff${block.replaceAll('\n', '\r\n')}`;
    const cwd = program.place('fix-encoding', { 'le.yaml': Buffer.from(crlf, 'utf16le'), 'be.yaml': Buffer.from(crlf, 'utf16le').swap16(), 'utf8.yaml': crlf });
    chmodSync(join(cwd, 'utf8.yaml'), 0o600);
    await program.run(['scan', '--fix'], { cwd });
    const texts = [readFileSync(join(cwd, 'le.yaml')).toString('utf16le'), readFileSync(join(cwd, 'be.yaml')).swap16().toString('utf16le'), readFileSync(join(cwd, 'utf8.yaml'), 'utf8')];
    for (const text of texts) {
      expect(text.startsWith('\ufeff# Head.\r\n')).toBe(true);
      expect(text).toContain('serviceAccountName: shop');
      expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/u);
    }
    expect(statSync(join(cwd, 'utf8.yaml')).mode & 0o777).toBe(0o600);
  });

  it('follows links instead of replacing them', async () => {
    const cwd = program.place('fix-link', { 'real/a.yaml': block });
    symlinkSync(join('real', 'a.yaml'), join(cwd, 'link.yaml'));
    await program.run(['scan', '--fix', 'link.yaml'], { cwd });
    expect(readFileSync(join(cwd, 'real', 'a.yaml'), 'utf8')).toContain('serviceAccountName');
    expect(readdirSync(cwd).sort()).toEqual(['link.yaml', 'real']);
  });
});

describe('rules, explain, init', () => {
  it('lists every rule', async () => {
    const { code, stdout } = await program.run(['rules']);
    expect(code).toBe(0);
    for (const { id } of rules) expect(stdout).toContain(`  ${id} `);
    const list = JSON.parse((await program.run(['rules', '--format', 'json'])).stdout) as { id: string; aliases: unknown[] }[];
    expect(list.map(({ id }) => id)).toEqual(rules.map(({ id }) => id));
  });

  it('explains a rule', async () => {
    const { code, stdout } = await program.run(['explain', 'privileged-container']);
    expect(code).toBe(0);
    for (const part of ['privileged-container', 'Found in', 'Repaired', '\n+ ', 'Frameworks', 'Other tools', '# oakum-ignore privileged-container']) expect(stdout).toContain(part);
    expect(stdout).not.toMatch(/`/u);
  });

  it("explains what corresponds to another tool's check", async () => {
    const alias = rules.flatMap((rule) => rule.aliases.filter(({ tool }) => tool === 'checkov').map(({ id }) => ({ id, rule: rule.id })))[0];
    expect((await program.run(['explain', (alias?.id ?? '').toLowerCase()])).stdout).toContain(alias?.rule);
  });

  it('writes a configuration once, and one that holds', async () => {
    const cwd = program.place('init', { 'a.yaml': CLEAN });
    expect((await program.run(['init'], { cwd })).code).toBe(0);
    const text = readFileSync(join(cwd, '.oakum.yaml'), 'utf8');
    expect(await program.run(['scan'], { cwd })).toMatchObject({ code: 0, stderr: '' });
    expect(await program.run(['init'], { cwd })).toMatchObject({ code: 2, stderr: expect.stringContaining('left as it is') as unknown });
    expect(readFileSync(join(cwd, '.oakum.yaml'), 'utf8')).toBe(text);
    // Everything that the comments propose holds too.
    const proposed = program.place('init-all', { '.oakum.yaml': text.replace(/^# (?=[a-z]\w*:|  )/gmu, ''), '../.oakum.yaml': '', 'a.yaml': CLEAN });
    expect(readFileSync(join(proposed, '.oakum.yaml'), 'utf8')).toMatch(/^suppressions:\n {2}- rules/mu);
    expect(await program.run(['scan'], { cwd: proposed })).toMatchObject({ code: 0, stderr: '' });
  });
});

describe('as a process', () => {
  it('ends quietly, with its exit code, when nobody reads on', async () => {
    const text = Array.from({ length: 400 }, (_, index) => ERROR.replace('cart', `cart-${index}`)).join('---\n');
    const cwd = program.place('closed', { 'a.yaml': text });
    const child = spawn(process.execPath, [program.path('oakum'), 'scan'], { cwd, stdio: ['ignore', 'pipe', 'pipe'] });
    let stderr = '';
    child.stderr.setEncoding('utf8').on('data', (chunk: string) => (stderr += chunk));
    child.stdout.once('data', () => child.stdout.destroy());
    const code = await new Promise((resolve) => child.once('close', resolve));
    expect({ code, stderr }).toEqual({ code: 1, stderr: '' });
  });

  it('ends with 130 when it is interrupted, and prints nothing', async () => {
    const cwd = program.place('interrupted', Object.fromEntries(Array.from({ length: 1500 }, (_, index) => [`${index}.yaml`, `${ERROR}---\n`.repeat(12)])));
    // How long a start takes is measured, so that the scan is under way on slow machines too.
    const started = Date.now();
    await program.run(['rules'], { cwd });
    const start = Date.now() - started;
    const child = spawn(process.execPath, [program.path('oakum'), 'scan', '-o', 'report.txt'], { cwd, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (chunk: string) => (output += chunk));
    await new Promise((resolve) => setTimeout(resolve, 2 * start + 300));
    const sent = Date.now();
    child.kill('SIGINT');
    const code = await new Promise((resolve) => child.once('close', resolve));
    expect({ code, output }).toEqual({ code: 130, output: '' });
    expect(Date.now() - sent).toBeLessThan(1000 + 2 * start);
    expect(existsSync(join(cwd, 'report.txt'))).toBe(false);
  });

  it('is the language server', async () => {
    const child = spawn(process.execPath, [program.path('oakum'), 'lsp', '--stdio'], { cwd: program.folder, stdio: ['pipe', 'pipe', 'pipe'] });
    const send = (message: object): void => {
      const body = JSON.stringify({ jsonrpc: '2.0', ...message });
      child.stdin.write(`Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`);
    };
    let output = '';
    const answered = new Promise<void>((resolve) => {
      child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
        output += chunk;
        if (output.includes('"capabilities"')) resolve();
      });
    });
    const ended = new Promise((resolve) => child.once('close', resolve));
    send({ id: 1, method: 'initialize', params: { processId: null, rootUri: null, capabilities: {} } });
    await Promise.race([answered, ended]);
    expect(output).toContain('"capabilities"');
    send({ method: 'initialized', params: {} });
    send({ id: 2, method: 'shutdown' });
    send({ method: 'exit' });
    expect(await ended).toBe(0);
  });
});
