import { mkdir, mkdtemp, rename, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { CancellationTokenSource } from 'vscode-jsonrpc';
import type { TextDocumentEdit, WorkspaceEdit } from 'vscode-languageserver-protocol/node';
import { Client, MODERN, PLAIN } from './client.js';

const BAD = `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  hostNetwork: true
  containers:
    - name: app
      image: nginx:1.27.1
`;
const GOOD = BAD.replace('  hostNetwork: true\n', '');

interface Result {
  readonly scanned: number;
  readonly manifests: number;
  readonly findings: number;
  readonly files: number;
  readonly problems: number;
  readonly helmTemplates: number;
  readonly excluded: number;
  readonly wasCancelled: boolean;
}

let client: Client;
let root: string;
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'oakum-'));
});
afterEach(async () => {
  await client.stop();
  await rm(root, { recursive: true });
});

function uri(path = ''): string {
  return pathToFileURL(join(root, path)).href;
}

async function write(path: string, text: string): Promise<void> {
  await mkdir(dirname(join(root, path)), { recursive: true });
  await writeFile(join(root, path), text);
}

async function start(options: Parameters<typeof Client.start>[0] = {}): Promise<void> {
  client = await Client.start({ folders: [uri()], ...options });
}

function scan(params: object = {}): Promise<Result> {
  return client.connection.sendRequest('oakum/scan', params);
}

/** Type 1 is created, 2 changed, 3 deleted. */
async function changed(...changes: readonly (readonly [path: string, type: 1 | 2 | 3])[]): Promise<void> {
  await client.connection.sendNotification('workspace/didChangeWatchedFiles', { changes: changes.map(([path, type]) => ({ uri: uri(path), type })) });
}

/** The rules that were found in a file, as its sent diagnostics have them. */
function shown(path: string): string[] {
  return (client.published.get(uri(path)) ?? []).map(({ code }) => String(code));
}

async function untilShown(path: string, isShown: boolean): Promise<void> {
  await client.until(`host-network in ${path} is ${isShown ? 'there' : 'gone'}`, () => shown(path).includes('host-network') === isShown);
}

describe('a scan', () => {
  test('shows what is found in files that are not open, and counts', async () => {
    await write('one.yaml', BAD);
    await write('deep/er/two.yaml', `${BAD}---\n${BAD}`);
    await write('good.yaml', GOOD);
    await write('compose.yaml', 'services: {}\n');
    await write('chart/templates/pod.yaml', BAD.replace('web', '{{ .Release.Name }}'));
    await write('node_modules/x/pod.yaml', BAD);
    await start();
    const progress: { done: number; total?: number; token: string }[] = [];
    client.connection.onNotification('oakum/scanProgress', (params: { done: number; total?: number; token: string }) => {
      progress.push(params);
    });
    const result = await scan({ progressToken: 'a' });
    expect(result).toMatchObject({ scanned: 5, manifests: 3, helmTemplates: 1, files: 3, problems: 0, wasCancelled: false });
    expect(shown('one.yaml')).toContain('host-network');
    expect(shown('deep/er/two.yaml').filter((code) => code === 'host-network')).toHaveLength(2);
    expect([...client.published.values()].flat()).toHaveLength(result.findings);
    expect(progress.at(-1)).toMatchObject({ done: 5, total: 5, token: 'a' });
    expect([...client.published.keys()].some((one) => one.includes('node_modules'))).toBe(false);
  });

  test('of one folder leaves the others alone', async () => {
    await write('a/pod.yaml', BAD);
    await write('b/pod.yaml', BAD);
    await start();
    expect(await scan({ folders: [uri('b')] })).toMatchObject({ manifests: 1 });
    expect(shown('a/pod.yaml')).toEqual([]);
    expect(shown('b/pod.yaml')).toContain('host-network');
  });

  test('is for all folders of the workspace, each with its own settings', async () => {
    await write('a/pod.yaml', BAD);
    await write('b/pod.yaml', BAD);
    await start({ folders: [uri('a'), uri('b')] });
    client.settings.set(uri('a'), { rules: { 'host-network': 'off' } });
    expect(await scan()).toMatchObject({ manifests: 2 });
    expect(shown('a/pod.yaml')).not.toContain('host-network');
    expect(shown('b/pod.yaml')).toContain('host-network');
  });

  test('leaves out what git ignores and what the configuration excludes', async () => {
    await mkdir(join(root, '.git'));
    await write('.gitignore', 'build/\n');
    await write('.oakum.yaml', 'exclude:\n  - vendor\n');
    await write('build/pod.yaml', BAD);
    await write('vendor/pod.yaml', BAD);
    await write('pod.yaml', BAD);
    await start();
    expect(await scan()).toMatchObject({ manifests: 1, excluded: 1 });
    expect(shown('pod.yaml')).toContain('host-network');
    expect(shown('vendor/pod.yaml')).toEqual([]);
  });

  test('knows the patches of kustomizations', async () => {
    await write('kustomization.yaml', 'apiVersion: kustomize.config.k8s.io/v1beta1\nkind: Kustomization\npatches:\n  - path: patch.yaml\n');
    await write('patch.yaml', GOOD);
    await write('pod.yaml', GOOD);
    await start();
    await scan();
    expect(shown('pod.yaml')).toContain('automounted-service-account-token');
    expect(shown('patch.yaml')).not.toContain('automounted-service-account-token');
  });

  test('stops at once when it is cancelled', async () => {
    for (let index = 0; index < 400; index++) await write(`${String(index)}.yaml`, Array.from({ length: 20 }, () => BAD).join('---\n'));
    await start();
    const source = new CancellationTokenSource();
    const begun = new Promise<void>((resolve) => {
      client.connection.onNotification('oakum/scanProgress', ({ done }: { done: number }) => {
        if (done > 3) resolve();
      });
    });
    const running = client.connection.sendRequest<Result>('oakum/scan', { progressToken: 'a' }, source.token);
    await begun;
    const before = performance.now();
    source.cancel();
    const result = await running.catch(() => undefined);
    expect(performance.now() - before).toBeLessThan(200);
    expect(result?.wasCancelled ?? true).toBe(true);
    expect(client.published.size).toBeLessThan(400);
  });

  test('outside of the workspace asks for settings once for each folder', async () => {
    for (let index = 0; index < 9; index++) await write(`out/${String(index)}.yaml`, BAD);
    await start({ folders: [uri('in')] });
    client.settings.set(uri('out/'), { rules: { 'host-network': 'off' } });
    await scan({ folders: [uri('out')] });
    expect(shown('out/3.yaml')).not.toContain('host-network');
    expect(client.asked.filter((scope) => scope === uri('out/'))).toHaveLength(1);
    expect(client.asked.some((scope) => scope?.endsWith('.yaml'))).toBe(false);
  });

  test('tells of files that cannot be read, and goes on', async () => {
    await write('binary.yaml', 'apiVersion: v1\u0000');
    await write('pod.yaml', BAD);
    await start();
    expect(await scan()).toMatchObject({ manifests: 1, problems: 1 });
    expect(client.messages.some((message) => message.includes('binary.yaml'))).toBe(true);
  });

  test('can be run by clients that know nothing of Oakum', async () => {
    await write('pod.yaml', BAD);
    await start({ capabilities: PLAIN });
    expect(client.initialized?.capabilities.executeCommandProvider?.commands).toContain('oakum.server.scan');
    await client.connection.sendRequest('workspace/executeCommand', { command: 'oakum.server.scan' });
    expect(shown('pod.yaml')).toContain('host-network');
  });
});

describe('after a scan, what is shown', () => {
  test('follows files that change, come and go', async () => {
    await write('pod.yaml', BAD);
    await start();
    await scan();
    await write('pod.yaml', GOOD);
    await changed(['pod.yaml', 2]);
    await untilShown('pod.yaml', false);
    await write('new/pod.yaml', BAD);
    await changed(['new/pod.yaml', 1]);
    await untilShown('new/pod.yaml', true);
    await rename(join(root, 'new/pod.yaml'), join(root, 'new/other.yaml'));
    await changed(['new/pod.yaml', 3], ['new/other.yaml', 1]);
    await untilShown('new/other.yaml', true);
    expect(shown('new/pod.yaml')).toEqual([]);
    await rm(join(root, 'new'), { recursive: true });
    await changed(['new', 3]);
    await untilShown('new/other.yaml', false);
  });

  test('does not grow by what a walk would pass over, nor by files that are no manifests', async () => {
    await write('pod.yaml', GOOD);
    await start();
    await scan();
    await write('node_modules/thing/pod.yaml', BAD);
    await write('node_modules/other/pod.yaml', BAD);
    await write('other.yaml', BAD);
    await write('package.json', '{"name": "x"}');
    await changed(['node_modules/thing/pod.yaml', 1], ['node_modules', 1], ['node_modules/other', 1], ['other.yaml', 1], ['package.json', 2]);
    await untilShown('other.yaml', true);
    expect([...client.published].filter(([, found]) => found.length > 0).map(([one]) => one).sort()).toEqual([uri('other.yaml'), uri('pod.yaml')]);
  });

  test('needs no scanned folder to last', async () => {
    await write('late/pod.yaml', BAD);
    await write('pod.yaml', BAD);
    await start();
    await scan({ folders: [uri('late')] });
    await scan({ folders: [uri()] });
    await rm(join(root, 'late'), { recursive: true });
    client.settings.set(uri(), { rules: { 'host-network': 'off' } });
    await client.connection.sendNotification('workspace/didChangeConfiguration', { settings: null });
    await untilShown('pod.yaml', false);
    expect(client.messages).toEqual([]);
  });

  test('does not grow by files that git ignores', async () => {
    await mkdir(join(root, '.git'));
    await write('.gitignore', 'build/\n');
    await write('pod.yaml', GOOD);
    await start();
    await scan();
    await write('build/pod.yaml', BAD);
    await write('other.yaml', BAD);
    await changed(['build/pod.yaml', 1], ['other.yaml', 1]);
    await untilShown('other.yaml', true);
    expect(shown('build/pod.yaml')).toEqual([]);
  });

  test('is what a branch holds after a switch', async () => {
    for (let index = 0; index < 20; index++) await write(`${String(index)}.yaml`, index % 2 === 0 ? BAD : GOOD);
    await start();
    await scan();
    for (let index = 0; index < 20; index++) await write(`${String(index)}.yaml`, index % 2 === 0 ? GOOD : BAD);
    await changed(...Array.from({ length: 20 }, (_, index) => [`${String(index)}.yaml`, 2] as const));
    await client.until('the other branch', () => Array.from({ length: 20 }, (_, index) => shown(`${String(index)}.yaml`).includes('host-network') === (index % 2 === 1)).every(Boolean));
  });

  test('is never shown twice: an open file is the client’s to ask about', async () => {
    await write('pod.yaml', BAD);
    await start();
    await scan();
    expect(shown('pod.yaml')).toContain('host-network');
    await client.open(uri('pod.yaml'), BAD);
    expect((await client.diagnostics(uri('pod.yaml'))).map(({ code }) => code)).toContain('host-network');
    await untilShown('pod.yaml', false);
    await client.type(uri('pod.yaml'), client.rangeOf(uri('pod.yaml'), '  hostNetwork: true\n'), '');
    expect((await client.diagnostics(uri('pod.yaml'))).map(({ code }) => code)).not.toContain('host-network');
    await scan();
    expect(shown('pod.yaml')).toEqual([]);
    // What was typed is thrown away: what is shown is the file again.
    await client.close(uri('pod.yaml'));
    await untilShown('pod.yaml', true);
  });

  test('comes back when an open file is out of sight, for the client no longer asks about it', async () => {
    await write('pod.yaml', GOOD);
    await start();
    await scan();
    await client.open(uri('pod.yaml'), GOOD);
    await client.diagnostics(uri('pod.yaml'));
    await client.type(uri('pod.yaml'), client.rangeOf(uri('pod.yaml'), 'spec:\n'), 'spec:\n  hostNetwork: true\n');
    await client.connection.sendNotification('oakum/outOfSight', { uri: uri('pod.yaml') });
    await untilShown('pod.yaml', true);
    expect((await client.diagnostics(uri('pod.yaml'))).map(({ code }) => code)).toContain('host-network');
    await untilShown('pod.yaml', false);
  });

  test('has what is in a new folder, of which alone the client tells', async () => {
    await write('pod.yaml', GOOD);
    await start();
    await scan();
    await write('late/deep/pod.yaml', BAD);
    await changed(['late', 1]);
    await untilShown('late/deep/pod.yaml', true);
  });

  test('is not judged again when a kustomization is closed as it was', async () => {
    const kustomization = 'apiVersion: kustomize.config.k8s.io/v1beta1\nkind: Kustomization\npatches:\n  - path: patch.yaml\n';
    await write('kustomization.yaml', kustomization);
    await write('patch.yaml', GOOD);
    await start();
    await scan();
    const before = client.refreshes;
    await client.open(uri('kustomization.yaml'), kustomization);
    await client.until('a refresh by opening', () => client.refreshes > before);
    const opened = client.refreshes;
    await client.close(uri('kustomization.yaml'));
    await new Promise((resolve) => setTimeout(resolve, 400));
    expect(client.refreshes).toBe(opened);
    await client.open(uri('patch.yaml'), GOOD);
    expect(await client.diagnostics(uri('patch.yaml'))).toEqual([]);
    // What was typed and thrown away no longer counts.
    await client.open(uri('kustomization.yaml'), 'apiVersion: kustomize.config.k8s.io/v1beta1\nkind: Kustomization\n');
    await client.diagnostics(uri('kustomization.yaml'));
    expect((await client.diagnostics(uri('patch.yaml'))).length).toBeGreaterThan(0);
    await client.close(uri('kustomization.yaml'));
    expect(await client.diagnostics(uri('patch.yaml'))).toEqual([]);
  });

  test('follows the settings', async () => {
    await write('pod.yaml', BAD);
    await start();
    await scan();
    expect(shown('pod.yaml')).toContain('host-network');
    client.settings.set(uri(), { rules: { 'host-network': 'off' } });
    await client.connection.sendNotification('workspace/didChangeConfiguration', { settings: null });
    await untilShown('pod.yaml', false);
    client.settings.set(uri(), { enable: false });
    await client.connection.sendNotification('workspace/didChangeConfiguration', { settings: null });
    await client.until('nothing is shown', () => shown('pod.yaml').length === 0);
  });

  test('follows configuration files that come and go', async () => {
    await write('pod.yaml', BAD);
    await start();
    await scan();
    await write('.oakum.yaml', 'rules:\n  host-network: "off"\n');
    await changed(['.oakum.yaml', 1]);
    await untilShown('pod.yaml', false);
    await rm(join(root, '.oakum.yaml'));
    await changed(['.oakum.yaml', 3]);
    await untilShown('pod.yaml', true);
  });

  test('goes with its workspace folder', async () => {
    await write('a/pod.yaml', BAD);
    await start({ folders: [uri('a')] });
    await scan();
    await client.connection.sendNotification('workspace/didChangeWorkspaceFolders', { event: { added: [], removed: [{ uri: uri('a'), name: 'a' }] } });
    await untilShown('a/pod.yaml', false);
  });

  test('is watched by the client: files that may matter, and whatever comes or goes', async () => {
    await start();
    await client.until('a registration', () => client.registrations.some(({ method }) => method === 'workspace/didChangeWatchedFiles'));
    const { watchers } = client.registrations.find(({ method }) => method === 'workspace/didChangeWatchedFiles')?.registerOptions as { watchers: { globPattern: string; kind?: number }[] };
    expect(watchers.some(({ globPattern, kind }) => globPattern === '**' && kind === 5)).toBe(true);
  });
});

describe('fixing everything', () => {
  test('is one edit of many files, open and closed, to be confirmed', async () => {
    await write('one.yaml', BAD);
    await write('two.yaml', BAD);
    await write('good.yaml', 'services: {}\n');
    await start();
    await client.open(uri('one.yaml'), `# open\n${BAD}`);
    const edit = await client.connection.sendRequest<WorkspaceEdit>('oakum/fixAll', {});
    const changes = (edit.documentChanges ?? []) as TextDocumentEdit[];
    expect(changes.map(({ textDocument }) => [textDocument.uri, textDocument.version])).toEqual([
      [uri('one.yaml'), 1],
      [uri('two.yaml'), null],
    ]);
    const annotations = Object.values(edit.changeAnnotations ?? {});
    expect(annotations).toHaveLength(2);
    for (const annotation of annotations) expect(annotation).toMatchObject({ needsConfirmation: true, label: expect.stringMatching(/^Repair \d+ findings?$/u) as string });
    expect(client.applied(uri('one.yaml'), edit)).toContain('automountServiceAccountToken: false');
    expect(shown('two.yaml')).toEqual([]);
  });

  test('is made for what stands in the editor now, judged or not', async () => {
    await write('one.yaml', BAD);
    await start();
    await client.open(uri('one.yaml'), BAD);
    await client.diagnostics(uri('one.yaml'));
    // Nobody asks about a document that is not in sight.
    await client.type(uri('one.yaml'), { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } }, '# one\n# two\n# three\n');
    const edit = await client.connection.sendRequest<WorkspaceEdit>('oakum/fixAll', {});
    const fixed = client.applied(uri('one.yaml'), edit);
    expect(fixed).toMatch(/^# one\n# two\n# three\napiVersion: v1\nkind: Pod\nmetadata:\n {2}name: web\nspec:\n/u);
    expect(fixed).toContain('\n  automountServiceAccountToken: false\n');
  });

  test('in one file is an edit of its version', async () => {
    await start();
    await client.open(uri('pod.yaml'), BAD);
    const edit = await client.connection.sendRequest<WorkspaceEdit>('oakum/fixAll', { uri: uri('pod.yaml') });
    expect(edit.changeAnnotations).toBeUndefined();
    expect(client.applied(uri('pod.yaml'), edit)).toContain('automountServiceAccountToken: false');
  });

  test('is nothing where nothing can be fixed', async () => {
    await write('one.yaml', 'services: {}\n');
    await start();
    expect(await client.connection.sendRequest('oakum/fixAll', {})).toBeNull();
    expect(await client.connection.sendRequest('oakum/fixAll', { uri: uri('one.yaml') })).toBeNull();
  });
});

describe('a virtual workspace', () => {
  const FOLDER = 'memfs://host/work%20space';
  const files = new Map([
    [`${FOLDER}/pod.yaml`, BAD],
    [`${FOLDER}/.oakum.yaml`, 'rules:\n  automounted-service-account-token: "off"\nexclude: [vendor]\n'],
    [`${FOLDER}/vendor/pod.yaml`, BAD],
  ]);

  test('is read through the client, in the URIs of the client', async () => {
    await start({ folders: [FOLDER], initializationOptions: { files: true } });
    client.connection.onRequest('oakum/listFiles', ({ folder }: { folder: string }) => ({ uris: [...files.keys()].filter((one) => one.startsWith(`${folder}/`)) }));
    client.connection.onRequest('oakum/readFile', (params: { uri: string }): { text?: string; problem?: string } => {
      const text = files.get(params.uri);
      return text === undefined ? { problem: 'missing' } : { text };
    });
    expect(await scan()).toMatchObject({ manifests: 1, excluded: 1, problems: 0 });
    const codes = client.published.get(`${FOLDER}/pod.yaml`)?.map(({ code }) => code);
    expect(codes).toContain('host-network');
    expect(codes).not.toContain('automounted-service-account-token');
  });

  test('that the client does not let the server read is told of, not guessed at', async () => {
    await start({ folders: [FOLDER] });
    expect(await scan()).toMatchObject({ manifests: 0, problems: 1 });
  });
});

describe('a configuration file', () => {
  test('shows what is wrong with it, while it is typed and when it is closed', async () => {
    const broken = 'profile: paranoid\nrules:\n  host-netwrk: error\n';
    await write('.oakum.yaml', broken);
    await write('pod.yaml', BAD);
    await start();
    await client.open(uri('pod.yaml'), BAD);
    await client.diagnostics(uri('pod.yaml'));
    await client.until('the problems of the closed file', () => (client.published.get(uri('.oakum.yaml'))?.length ?? 0) > 0);
    const closed = client.published.get(uri('.oakum.yaml'));
    await client.open(uri('.oakum.yaml'), broken);
    const found = await client.diagnostics(uri('.oakum.yaml'));
    expect(found).toEqual(closed);
    expect(found.map(({ range }) => client.textAt(uri('.oakum.yaml'), range))).toEqual(['paranoid', 'host-netwrk']);
    expect(found[0]).toMatchObject({ source: 'oakum', code: 'configuration', severity: 1 });
    await client.until('they are the client’s to ask about', () => client.published.get(uri('.oakum.yaml'))?.length === 0);
    await client.type(uri('.oakum.yaml'), client.rangeOf(uri('.oakum.yaml'), 'paranoid'), 'baseline');
    await client.type(uri('.oakum.yaml'), client.rangeOf(uri('.oakum.yaml'), 'netwrk: error'), 'network: "off"');
    expect(await client.diagnostics(uri('.oakum.yaml'))).toEqual([]);
    // What is typed holds at once, saved or not.
    expect((await client.diagnostics(uri('pod.yaml'))).map(({ code }) => code)).not.toContain('host-network');
  });

  test('is forgotten with its folder', async () => {
    await write('deep/er/.oakum.yaml', 'profile: paranoid\n');
    await write('deep/er/pod.yaml', BAD);
    await start();
    await scan();
    await client.until('its problems', () => shown('deep/er/.oakum.yaml').length > 0);
    await rm(join(root, 'deep'), { recursive: true });
    await changed(['deep', 3]);
    await client.until('no problems', () => shown('deep/er/.oakum.yaml').length === 0);
  });

  test('keeps its problems when another configuration changes', async () => {
    await write('deep/.oakum.yaml', 'profile: paranoid\n');
    await write('deep/pod.yaml', BAD);
    await write('.oakum.yaml', 'profile: paranoid\n');
    await write('pod.yaml', BAD);
    await start();
    for (const path of ['deep/pod.yaml', 'pod.yaml']) {
      await client.open(uri(path), BAD);
      await client.diagnostics(uri(path));
    }
    await client.until('their problems', () => shown('deep/.oakum.yaml').length > 0 && shown('.oakum.yaml').length > 0);
    await write('.oakum.yaml', 'profile: strict\n');
    await changed(['.oakum.yaml', 2]);
    await client.until('one is right', () => shown('.oakum.yaml').length === 0);
    expect(shown('deep/.oakum.yaml')).toHaveLength(1);
  });

  test('holds as it is typed, whatever it is called', async () => {
    await write('.oakum.yaml', 'extends: policies/base.yaml\n');
    await write('policies/base.yaml', 'rules: {}\n');
    await write('pod.yaml', BAD);
    await start();
    await client.open(uri('pod.yaml'), BAD);
    expect((await client.diagnostics(uri('pod.yaml'))).map(({ code }) => code)).toContain('host-network');
    await client.open(uri('policies/base.yaml'), 'rules: {}\n');
    expect(await client.diagnostics(uri('policies/base.yaml'))).toEqual([]);
    const refreshes = client.refreshes;
    await client.type(uri('policies/base.yaml'), client.rangeOf(uri('policies/base.yaml'), '{}'), '{host-network: "off", host-netwrk: hint}');
    await client.until('a refresh', () => client.refreshes > refreshes);
    expect((await client.diagnostics(uri('pod.yaml'))).map(({ code }) => code)).not.toContain('host-network');
    expect((await client.diagnostics(uri('policies/base.yaml'))).map(({ code }) => code)).toEqual(['configuration']);
  });

  test('that is extended can come later', async () => {
    await write('.oakum.yaml', 'extends: policies/base.yaml\n');
    await write('pod.yaml', BAD);
    await start();
    await client.open(uri('pod.yaml'), BAD);
    await client.diagnostics(uri('pod.yaml'));
    await client.until('a complaint', () => shown('.oakum.yaml').length === 1);
    await write('policies/base.yaml', 'rules: {host-network: "off"}\n');
    await changed(['policies/base.yaml', 1]);
    await client.until('no complaint', () => shown('.oakum.yaml').length === 0);
    expect((await client.diagnostics(uri('pod.yaml'))).map(({ code }) => code)).not.toContain('host-network');
  });

  test('that the settings no longer name is not missed any more', async () => {
    await start();
    client.settings.set(uri(), { configurationFile: 'policies/none.yaml' });
    await client.open(uri('pod.yaml'), BAD);
    await client.diagnostics(uri('pod.yaml'));
    await client.until('a complaint', () => shown('policies/none.yaml').length === 1);
    client.settings.set(uri(), {});
    await client.connection.sendNotification('workspace/didChangeConfiguration', { settings: null });
    await client.until('no complaint', () => shown('policies/none.yaml').length === 0);
  });

  test('that has no end is not read', async () => {
    await symlink('/dev/zero', join(root, '.oakum.yaml'));
    await start();
    await client.open(uri('pod.yaml'), BAD);
    expect((await client.diagnostics(uri('pod.yaml'))).map(({ code }) => code)).toContain('host-network');
  });

  test('that the settings name is used in place of the nearest', async () => {
    await write('policies/strict.yaml', 'rules:\n  host-network: hint\n');
    await write('pod.yaml', BAD);
    await start();
    client.settings.set(uri(), { configurationFile: 'policies/strict.yaml' });
    await client.open(uri('pod.yaml'), BAD);
    expect((await client.diagnostics(uri('pod.yaml'))).find(({ code }) => code === 'host-network')?.severity).toBe(4);
  });

  test('holds for documents that have never been saved', async () => {
    await write('.oakum.yaml', 'rules:\n  host-network: "off"\n');
    await start();
    await client.open('untitled:Untitled-1', BAD);
    expect((await client.diagnostics('untitled:Untitled-1')).map(({ code }) => code)).not.toContain('host-network');
  });
});

test('a patch is known by the kustomization beside it, without a scan, and as the kustomization is typed', async () => {
  await write('kustomization.yaml', 'resources: [pod.yaml]\n');
  await start({ capabilities: MODERN });
  await client.open(uri('patch.yaml'), GOOD);
  expect((await client.diagnostics(uri('patch.yaml'))).length).toBeGreaterThan(0);
  await client.open(uri('kustomization.yaml'), 'apiVersion: kustomize.config.k8s.io/v1beta1\nkind: Kustomization\npatches:\n  - path: patch.yaml\n');
  await client.diagnostics(uri('kustomization.yaml'));
  await client.until('a refresh', () => client.refreshes > 0);
  expect(await client.diagnostics(uri('patch.yaml'))).toEqual([]);
});
