import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, describe, expect, test } from 'vitest';
import type { CodeAction, Range } from 'vscode-languageserver-protocol/node';
import { Client, MODERN, type ClientOptions } from './client.js';

const URI = 'file:///nowhere/pod.yaml';
const POD = `apiVersion: v1
kind: Pod
metadata:
  name: web # The shop.
spec:
  containers:
    - name: app
      image: nginx:1.27.1
      securityContext:
        allowPrivilegeEscalation: true # legacy
    - name: helper
      image: nginx:1.27.1
      securityContext:
        allowPrivilegeEscalation: true
`;
const RULE = 'privilege-escalation';

let client: Client;
const folders: string[] = [];
afterEach(async () => {
  await client.stop();
  for (const folder of folders.splice(0)) await rm(folder, { recursive: true });
});

async function start(options?: ClientOptions, text = POD): Promise<Client> {
  client = await Client.start(options);
  await client.open(URI, text);
  return client;
}

async function folder(): Promise<string> {
  const made = await mkdtemp(join(tmpdir(), 'oakum-'));
  folders.push(made);
  return made;
}

function first(): Range {
  return client.rangeOf(URI, 'true');
}

function titles(actions: readonly CodeAction[]): string[] {
  return actions.map(({ title }) => title);
}

function named(actions: readonly CodeAction[], title: string | RegExp): CodeAction {
  const found = actions.find((action) => (typeof title === 'string' ? action.title === title : title.test(action.title)));
  if (!found) throw new Error(`There is no ${String(title)} among ${titles(actions).join(', ')}.`);
  return found;
}

async function codes(): Promise<unknown[]> {
  return (await client.diagnostics(URI)).map(({ code }) => code);
}

describe('the menu', () => {
  test('has the fix first, then the fixes of many, hardening, suppressions, the switch and the page', async () => {
    const root = await folder();
    client = await Client.start({ folders: [pathToFileURL(root).href] });
    const uri = pathToFileURL(join(root, 'pod.yaml')).href;
    await client.open(uri, POD);
    const actions = await client.actions(uri, client.rangeOf(uri, 'true'));
    expect(titles(actions)).toEqual([
      'Forbid privilege escalation',
      `Fix all ${RULE} in this file`,
      'Fix all in this file',
      'Harden container app',
      'Harden pod web',
      `Ignore ${RULE} here`,
      `Ignore ${RULE} for Pod web`,
      `Switch ${RULE} off in .oakum.yaml`,
      `Explain ${RULE}`,
    ]);
    expect(actions.filter(({ isPreferred }) => isPreferred).map(({ title }) => title)).toEqual(['Forbid privilege escalation']);
    expect(actions.every(({ kind }) => kind === 'quickfix' || kind === 'refactor.rewrite')).toBe(true);
    for (const action of actions) expect(action.diagnostics?.some(({ code }) => code === RULE), action.title).toBe(true);
  });

  test('is empty where there is nothing to do', async () => {
    await start({}, `kind: ConfigMap\napiVersion: v1\nmetadata:\n  name: x\n---\n${POD}`);
    expect(await client.actions(URI, client.rangeOf(URI, 'ConfigMap'))).toEqual([]);
    expect(await client.actions('file:///nowhere/never.yaml', first())).toEqual([]);
  });

  test('holds to the kinds that are asked for', async () => {
    await start();
    expect((await client.actions(URI, first(), ['refactor'])).map(({ kind }) => kind)).toEqual(['refactor.rewrite', 'refactor.rewrite']);
    expect((await client.actions(URI, first(), ['quickfix'])).some(({ kind }) => kind !== 'quickfix')).toBe(false);
    expect(await client.actions(URI, first(), ['refactor.extract'])).toEqual([]);
  });

  test('does not keep anybody waiting when a whole file of findings is selected', async () => {
    const containers = Array.from({ length: 200 }, (_, index) => `    - name: c${String(index)}\n      image: nginx:1.27.1\n      securityContext:\n        privileged: true\n`).join('');
    await start({}, `apiVersion: v1\nkind: Pod\nmetadata:\n  name: web\nspec:\n  containers:\n${containers}`);
    await client.diagnostics(URI);
    const before = performance.now();
    const actions = await client.actions(URI, { start: { line: 0, character: 0 }, end: { line: 900, character: 0 } });
    expect(actions.length).toBeGreaterThan(3);
    expect(performance.now() - before).toBeLessThan(1500);
  });
});

describe('a fix', () => {
  test('is an edit of the version at hand that changes nothing else', async () => {
    await start();
    const fix = named(await client.actions(URI, first()), 'Forbid privilege escalation');
    expect(client.applied(URI, fix.edit)).toBe(POD.replace('true', 'false'));
    expect(fix.diagnostics).toMatchObject([{ code: RULE, range: first() }]);
  });

  test('is for the version that was typed last', async () => {
    await start();
    await client.type(URI, { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } }, '# typed\n');
    const fix = named(await client.actions(URI, first()), 'Forbid privilege escalation');
    expect(client.applied(URI, fix.edit)).toBe(`# typed\n${POD.replace('true', 'false')}`);
  });

  test('comes without versions for clients that know none', async () => {
    await start({ capabilities: { ...MODERN, workspace: {} } });
    const fix = named(await client.actions(URI, first()), 'Forbid privilege escalation');
    expect(fix.edit).toEqual({ changes: { [URI]: [{ range: first(), newText: 'false' }] } });
  });

  test('of all findings of a rule repairs those and no others', async () => {
    await start();
    const action = await client.resolve(named(await client.actions(URI, first()), `Fix all ${RULE} in this file`));
    expect(client.applied(URI, action.edit)).toBe(POD.replaceAll('true', 'false'));
  });

  test('of the whole file leaves nothing that could be repaired', async () => {
    await start();
    const action = await client.resolve(named(await client.actions(URI, first()), 'Fix all in this file'));
    const fixed = client.applied(URI, action.edit);
    expect(fixed).toContain('# The shop.');
    expect(fixed).toContain('# legacy');
    await client.close(URI);
    await client.open(URI, fixed);
    expect((await client.diagnostics(URI)).filter(({ data }) => (data as { fixable: boolean }).fixable)).toEqual([]);
  });

  test('has its edit at once for clients that do not resolve', async () => {
    const { codeAction, ...others } = MODERN.textDocument ?? {};
    const { resolveSupport: _, ...plain } = codeAction ?? {};
    await start({ capabilities: { ...MODERN, textDocument: { ...others, codeAction: plain } } });
    for (const action of await client.actions(URI, first())) expect(action.edit ?? action.command, action.title).toBeDefined();
  });

  test('on save is the source action, and only what is safe', async () => {
    await start();
    const actions = await client.actions(URI, { start: { line: 0, character: 0 }, end: { line: 14, character: 0 } }, ['source.fixAll']);
    for (const action of actions) {
      expect(action.kind).toBe('source.fixAll.oakum');
      expect(action.edit).toBeDefined();
    }
    await client.close(URI);
    await client.open(URI, POD.replace('allowPrivilegeEscalation: true # legacy', 'runAsNonRoot: false').replace('  containers:', '  securityContext:\n    runAsUser: 10001\n  containers:'));
    const [action] = await client.actions(URI, { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } }, ['source.fixAll.oakum']);
    expect(client.applied(URI, action?.edit)).toContain('runAsNonRoot: true');
  });
});

describe('hardening', () => {
  test('is not done to what has come to stand at its place since', async () => {
    await start();
    const cursor = client.rangeOf(URI, 'name: helper').start;
    const action = named(await client.actions(URI, { start: cursor, end: cursor }), 'Harden container helper');
    await client.type(URI, { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } }, `${POD}---\n`);
    expect((await client.resolve(action)).edit).toBeUndefined();
  });

  test('of a container repairs what is asked of that container, from a cursor anywhere in it', async () => {
    await start();
    const cursor = client.rangeOf(URI, 'image', POD.indexOf('helper')).start;
    const action = await client.resolve(named(await client.actions(URI, { start: cursor, end: cursor }), 'Harden container helper'));
    const hardened = client.applied(URI, action.edit);
    const other = (text: string): string => text.slice(text.indexOf('- name: app'), text.indexOf('- name: helper'));
    expect(other(hardened)).toBe(other(POD));
    expect(hardened.slice(hardened.indexOf('helper'))).toMatch(/allowPrivilegeEscalation: false[\s\S]*- ALL/u);
    expect(action.kind).toBe('refactor.rewrite');
  });

  test('of a pod repairs everything in it', async () => {
    await start();
    const cursor = client.rangeOf(URI, 'containers').start;
    const action = await client.resolve(named(await client.actions(URI, { start: cursor, end: cursor }), 'Harden pod web'));
    const hardened = client.applied(URI, action.edit);
    expect(hardened).not.toContain('allowPrivilegeEscalation: true');
    expect(hardened.match(/- ALL/gu)).toHaveLength(2);
  });
});

describe('a suppression', () => {
  test('of a line stands above it and silences the finding there only', async () => {
    await start();
    const action = named(await client.actions(URI, first()), `Ignore ${RULE} here`);
    const text = client.applied(URI, action.edit);
    expect(text).toBe(POD.replace('        allow', `        # oakum-ignore ${RULE}: reason\n        allow`));
    await client.close(URI);
    await client.open(URI, text);
    expect((await codes()).filter((code) => code === RULE)).toHaveLength(1);
    expect(await codes()).not.toContain('unused-suppression');
  });

  test('of a resource stands before it', async () => {
    await start();
    const action = named(await client.actions(URI, first()), `Ignore ${RULE} for Pod web`);
    const text = client.applied(URI, action.edit);
    expect(text).toBe(`# oakum-ignore ${RULE}: reason\n${POD}`);
    await client.close(URI);
    await client.open(URI, text);
    expect(await codes()).not.toContain(RULE);
  });

  test('in JSON is an annotation', async () => {
    const pod = { apiVersion: 'v1', kind: 'Pod', metadata: { name: 'web' }, spec: { hostNetwork: true, containers: [{ name: 'app', image: 'nginx:1.27.1' }] } };
    await start({}, JSON.stringify(pod, null, 2));
    const actions = await client.actions(URI, client.rangeOf(URI, 'true'));
    expect(titles(actions)).not.toContain('Ignore host-network here');
    const text = client.applied(URI, named(actions, 'Ignore host-network for Pod web').edit);
    expect(JSON.parse(text)).toEqual({ ...pod, metadata: { name: 'web', annotations: { 'oakum/ignore': 'host-network: reason' } } });
  });

  test('asks for a reason where the client can', async () => {
    await start({ initializationOptions: { commands: true } });
    const action = named(await client.actions(URI, first()), `Ignore ${RULE} here…`);
    expect(action.edit).toBeUndefined();
    expect(action.command).toMatchObject({ command: 'oakum.suppress' });
    const edit = await client.connection.sendRequest<object>('oakum/suppress', { ...(action.command?.arguments?.[0] as object), reason: 'needs\n sudo ' });
    expect(client.applied(URI, edit)).toContain(`# oakum-ignore ${RULE}: needs sudo\n`);
  });

  test('of a finding that is gone is nothing', async () => {
    await start();
    expect(await client.connection.sendRequest('oakum/suppress', { uri: URI, rule: RULE, position: { line: 0, character: 0 }, scope: 'line', reason: 'x' })).toBeNull();
  });
});

describe('switching a rule off', () => {
  test('makes a configuration where there is none', async () => {
    const root = await folder();
    client = await Client.start({ folders: [pathToFileURL(root).href] });
    const uri = pathToFileURL(join(root, 'pod.yaml')).href;
    await client.open(uri, POD);
    const action = named(await client.actions(uri, client.rangeOf(uri, 'true')), `Switch ${RULE} off in .oakum.yaml`);
    const made = pathToFileURL(join(root, '.oakum.yaml')).href;
    expect(action.edit?.documentChanges).toMatchObject([{ kind: 'create', uri: made }, { textDocument: { uri: made, version: null }, edits: [{ newText: `rules:\n  ${RULE}: "off"\n` }] }]);
    await writeFile(join(root, '.oakum.yaml'), `rules:\n  ${RULE}: "off"\n`);
    await client.connection.sendNotification('workspace/didChangeWatchedFiles', { changes: [{ uri: made, type: 1 }] });
    await client.until('the server asks for a refresh', () => client.refreshes > 0);
    expect((await client.diagnostics(uri)).map(({ code }) => code)).not.toContain(RULE);
  });

  test('keeps what a configuration says', async () => {
    const root = await folder();
    await writeFile(join(root, '.oakum.yaml'), '# Ours.\nprofile: restricted\nrules:\n  host-network: error # no\n');
    client = await Client.start({ folders: [pathToFileURL(root).href] });
    const uri = pathToFileURL(join(root, 'deep', 'pod.yaml')).href;
    const configuration = pathToFileURL(join(root, '.oakum.yaml')).href;
    await client.open(uri, POD);
    await client.open(configuration, '# Ours, edited.\nrules:\n  host-network: error # no\n');
    const action = named(await client.actions(uri, client.rangeOf(uri, 'true')), `Switch ${RULE} off in .oakum.yaml`);
    expect(client.applied(configuration, action.edit)).toBe(`# Ours, edited.\nrules:\n  host-network: error # no\n  ${RULE}: "off"\n`);
  });
});

describe('the page of a rule', () => {
  test('is shown by the client that asks for it', async () => {
    await start();
    const { command } = named(await client.actions(URI, first()), `Explain ${RULE}`);
    await client.connection.sendRequest('workspace/executeCommand', { command: command?.command ?? '', arguments: command?.arguments ?? [] });
    expect(client.shown).toEqual([expect.stringMatching(/^file:.*\/docs\/rules\/privilege-escalation\.md$/u)]);
    await client.connection.sendRequest('workspace/executeCommand', { command: command?.command ?? '', arguments: ['../../../etc/passwd'] });
    expect(client.shown).toHaveLength(1);
  });
});
