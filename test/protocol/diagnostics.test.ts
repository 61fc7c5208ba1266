import { afterEach, describe, expect, test } from 'vitest';
import type { Diagnostic } from 'vscode-languageserver-protocol/node';
import { Client, MODERN, PLAIN, type ClientOptions } from './client.js';

const URI = 'file:///nowhere/pod.yaml';
const POD = `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  containers:
    - name: app
      image: nginx:1.27.1
      securityContext:
        allowPrivilegeEscalation: true
`;
const RULE = 'privilege-escalation';

let client: Client;
afterEach(() => client.stop());

async function start(options?: ClientOptions): Promise<Client> {
  client = await Client.start(options);
  return client;
}

function codes(diagnostics: readonly Diagnostic[]): unknown[] {
  return diagnostics.map(({ code }) => code);
}

describe('pulled diagnostics', () => {
  test('have the exact place, code, page, severity, source and what actions need', async () => {
    await start();
    await client.open(URI, POD);
    const found = (await client.diagnostics(URI)).find(({ code }) => code === RULE);
    expect(found).toMatchObject({
      code: RULE,
      source: 'oakum',
      severity: 2,
      range: { start: { line: 9, character: 34 }, end: { line: 9, character: 38 } },
      message: 'Container app allows privilege escalation.',
      data: { rule: RULE, fixable: true },
    });
    expect(found?.codeDescription?.href).toMatch(/^file:\/\/\/.*\/docs\/rules\/privilege-escalation\.md$/u);
  });

  test('link to the command of a client that has it', async () => {
    await start({ initializationOptions: { commands: true } });
    await client.open(URI, POD);
    const found = (await client.diagnostics(URI)).find(({ code }) => code === RULE);
    expect(found?.codeDescription?.href).toBe('command:oakum.explainRule?%5B%22privilege-escalation%22%5D');
  });

  test('are not sent again when nothing has changed, nor when what was typed changes nothing', async () => {
    await start();
    await client.open(URI, POD);
    const first = await client.pull(URI);
    expect(await client.pull(URI, first.resultId)).toEqual({ kind: 'unchanged', resultId: first.resultId });
    await client.type(URI, { start: { line: 10, character: 0 }, end: { line: 10, character: 0 } }, '# end\n');
    expect(await client.pull(URI, first.resultId)).toEqual({ kind: 'unchanged', resultId: first.resultId });
  });

  test('stand where they belong when documents above them grow, shrink and stay', async () => {
    await start();
    await client.open(URI, [POD, POD.replace('web', 'other'), POD].join('---\n'));
    const where = async (): Promise<unknown[]> => (await client.diagnostics(URI)).filter(({ code }) => code === RULE).map(({ range, message }) => [range.start.line, client.textAt(URI, range), message]);
    const message = 'Container app allows privilege escalation.';
    expect(await where()).toEqual([9, 20, 31].map((line) => [line, 'true', message]));
    await client.type(URI, { start: { line: 12, character: 0 }, end: { line: 12, character: 0 } }, '# one\n# two\n');
    expect(await where()).toEqual([9, 22, 33].map((line) => [line, 'true', message]));
    await client.type(URI, { start: { line: 0, character: 0 }, end: { line: 11, character: 0 } }, '');
    expect(await where()).toEqual([11, 22].map((line) => [line, 'true', message]));
    const first = await client.pull(URI);
    await client.type(URI, { start: { line: 2, character: 0 }, end: { line: 2, character: 0 } }, '# oakum-ignore-file privilege-escalation: for this test\n');
    expect(await where()).toEqual([]);
    expect((await client.pull(URI, first.resultId)).kind).toBe('full');
  });

  test('follow every keystroke, typed as incremental changes', async () => {
    await start();
    await client.open(URI, POD);
    expect(codes(await client.diagnostics(URI))).toContain(RULE);
    const value = client.rangeOf(URI, 'true');
    await client.type(URI, value, '');
    for (const letter of 'false') {
      const end = client.rangeOf(URI, 'allowPrivilegeEscalation:').end;
      const length = client.text(URI).split('\n')[end.line]?.length ?? 0;
      await client.type(URI, { start: { line: end.line, character: length }, end: { line: end.line, character: length } }, letter);
    }
    expect(client.text(URI)).toContain('allowPrivilegeEscalation: false\n');
    expect(codes(await client.diagnostics(URI))).not.toContain(RULE);
  });

  test('that the client gives up are not computed', async () => {
    await start();
    await client.open(URI, POD);
    const source = new (await import('vscode-jsonrpc')).CancellationTokenSource();
    const answer = client.connection.sendRequest('textDocument/diagnostic', { textDocument: { uri: URI } }, source.token);
    source.cancel();
    await expect(answer).rejects.toMatchObject({ code: -32800 });
    expect(codes(await client.diagnostics(URI))).toContain(RULE);
  });

  test('of an object of a later document stand where the document stands, with CRLF and a byte order mark', async () => {
    await start();
    const text = `\ufeff# first\nkind: ConfigMap\napiVersion: v1\nmetadata: {name: x}\n---\n${POD}`.replaceAll('\n', '\r\n');
    await client.open(URI, text);
    const found = (await client.diagnostics(URI)).find(({ code }) => code === RULE);
    expect(found && client.textAt(URI, found.range)).toBe('true');
    expect(found?.range.start.line).toBe(14);
  });

  test.each(['yaml', 'json', 'jsonc', 'helm', 'dockercompose', 'github-actions-workflow'])('come for the language %s', async (language) => {
    await start();
    const uri = language.startsWith('json') ? 'file:///nowhere/pod.json' : URI;
    const pod = { apiVersion: 'v1', kind: 'Pod', metadata: { name: 'web' }, spec: { hostNetwork: true, containers: [{ name: 'app', image: 'nginx:1.27.1' }] } };
    await client.open(uri, JSON.stringify(pod, null, 2), language);
    expect(codes(await client.diagnostics(uri))).toContain('host-network');
  });

  test.each(['untitled:Untitled-1', 'vscode-vfs://github/owner/repo/pod.yaml', 'memfs:/pod%20one.yaml', 'file:///c%3A/work/pod.yaml'])('come for documents at %s', async (uri) => {
    await start();
    await client.open(uri, POD);
    expect(codes(await client.diagnostics(uri))).toContain(RULE);
  });

  test('do not come for the old side of a comparison', async () => {
    await start();
    const uri = 'git:/nowhere/pod.yaml?%7B%22ref%22%3A%22HEAD%22%7D';
    await client.open(uri, POD);
    expect(await client.diagnostics(uri)).toEqual([]);
  });

  test.each([
    ['Compose', 'services:\n  web:\n    image: nginx\n    privileged: true\n'],
    ['GitHub Actions', 'on: push\njobs:\n  build:\n    runs-on: ubuntu-latest\n    steps: []\n'],
    ['OpenAPI', 'openapi: 3.0.0\ncomponents:\n  schemas:\n    Thing:\n      properties:\n        apiVersion: {type: string}\n        kind: {type: string}\n'],
    ['nothing', ''],
  ])('do not come for %s', async (_, text) => {
    await start();
    await client.open(URI, text);
    expect(await client.diagnostics(URI)).toEqual([]);
  });

  test('of Helm templates are left out', async () => {
    await start({ initializationOptions: { status: true } });
    const states: unknown[] = [];
    client.connection.onNotification('oakum/status', (status: unknown) => {
      states.push(status);
    });
    const uri = 'file:///nowhere/chart/templates/pod.yaml';
    await client.open(uri, POD.replace('name: web', 'name: {{ .Release.Name }}'));
    expect(await client.diagnostics(uri)).toEqual([]);
    expect(states).toMatchObject([{ uri, state: 'helm-template', findings: 0 }]);
  });

  test('leave out what a comment silences', async () => {
    await start();
    await client.open(URI, POD.replace('        allow', `        # oakum-ignore ${RULE}: needs sudo\n        allow`));
    expect(codes(await client.diagnostics(URI))).not.toContain(RULE);
  });

  test('have related places where the finding has another end', async () => {
    await start();
    await client.open(URI, POD.replace('  containers:', '  securityContext:\n    runAsUser: 10001\n  containers:').replace('allowPrivilegeEscalation: true', 'runAsNonRoot: false'));
    const found = (await client.diagnostics(URI)).find(({ code }) => code === 'non-root-opt-out');
    expect(found?.relatedInformation).toMatchObject([{ location: { uri: URI } }]);
    expect(found?.relatedInformation?.map(({ location }) => client.textAt(URI, location.range))).toEqual(['10001']);
  });
});

describe('clients that do not ask', () => {
  test('are sent diagnostics when a file is opened, changed and closed', async () => {
    await start({ capabilities: PLAIN });
    await client.open(URI, POD);
    await client.until('the first diagnostics', () => client.published.has(URI));
    expect(codes(client.published.get(URI) ?? [])).toContain(RULE);
    expect(client.publications.at(-1)?.version).toBe(1);
    await client.type(URI, client.rangeOf(URI, 'true'), 'false');
    await client.until('fewer diagnostics', () => !codes(client.published.get(URI) ?? []).includes(RULE));
    expect(client.publications.at(-1)?.version).toBe(2);
    await client.close(URI);
    await client.until('no diagnostics', () => client.published.get(URI)?.length === 0);
  });

  test('get nothing that they have not said they know', async () => {
    await start({ capabilities: PLAIN });
    await client.open(URI, POD);
    await client.until('diagnostics', () => client.published.has(URI));
    for (const diagnostic of client.published.get(URI) ?? []) expect(Object.keys(diagnostic).sort()).toEqual(['code', 'message', 'range', 'severity', 'source']);
    expect(client.initialized?.capabilities.diagnosticProvider).toBeUndefined();
  });

  test('get one message for many keystrokes', async () => {
    await start({ capabilities: PLAIN });
    await client.open(URI, POD);
    await client.until('the first diagnostics', () => client.published.has(URI));
    const before = client.publications.length;
    for (let count = 0; count < 20; count++) await client.type(URI, { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } }, '#\n');
    await client.until('diagnostics of the last version', () => client.publications.at(-1)?.version === 21);
    expect(client.publications.length - before).toBeLessThan(6);
  });
});

describe('settings', () => {
  test('hold for their scope, live', async () => {
    const folders = ['file:///nowhere/one', 'file:///nowhere/two'];
    await start({ folders });
    client.settings.set('file:///nowhere/one', { profile: 'baseline' });
    client.settings.set('file:///nowhere/two', { rules: { [RULE]: 'error' } });
    const [one, two] = [`${folders[0] ?? ''}/pod.yaml`, `${folders[1] ?? ''}/pod.yaml`];
    await client.open(one, POD);
    await client.open(two, POD);
    expect(codes(await client.diagnostics(one))).not.toContain(RULE);
    expect((await client.diagnostics(two)).find(({ code }) => code === RULE)?.severity).toBe(1);
    client.settings.set('file:///nowhere/one', { enable: false });
    client.settings.set('file:///nowhere/two', { rules: { [RULE]: 'off' } });
    const refreshes = client.refreshes;
    await client.connection.sendNotification('workspace/didChangeConfiguration', { settings: null });
    await client.until('the server asks for a refresh', () => client.refreshes > refreshes);
    expect(await client.diagnostics(one)).toEqual([]);
    expect(codes(await client.diagnostics(two))).not.toContain(RULE);
  });

  test('that are wrong are told once and left out', async () => {
    await start();
    client.settings.set('', { profile: 'paranoid' });
    await client.open(URI, POD);
    expect(codes(await client.diagnostics(URI))).toContain(RULE);
    expect(client.messages.filter((message) => message.includes('oakum.profile'))).toHaveLength(1);
  });

  test('are taken from clients that cannot be asked but send them', async () => {
    await start({ capabilities: { ...MODERN, workspace: {} } });
    await client.open(URI, POD);
    await client.connection.sendNotification('workspace/didChangeConfiguration', { settings: { oakum: { rules: { [RULE]: 'off' } }, other: {} } });
    expect(codes(await client.diagnostics(URI))).not.toContain(RULE);
    await client.connection.sendNotification('workspace/didChangeConfiguration', { settings: { other: {} } });
    expect(codes(await client.diagnostics(URI))).not.toContain(RULE);
  });

  test('are not asked for where the client has none', async () => {
    await start({ capabilities: { ...MODERN, workspace: {} } });
    await client.open(URI, POD);
    expect(codes(await client.diagnostics(URI))).toContain(RULE);
  });
});

describe('the server', () => {
  test('outlives requests that make no sense', async () => {
    await start();
    await expect(client.connection.sendRequest('textDocument/diagnostic', {})).rejects.toThrow();
    // Of what is not open nothing is remembered, for nobody will tell when to forget it.
    expect(await client.pull('file:///nowhere/not-open.yaml')).toEqual({ kind: 'full', items: [] });
    await expect(client.connection.sendRequest('oakum/suppress', null)).rejects.toThrow();
    await expect(client.connection.sendRequest('oakum/nothing', {})).rejects.toThrow();
    await client.connection.sendNotification('textDocument/didChange', { textDocument: { uri: 'file:///never', version: 3 }, contentChanges: [] });
    await client.open(URI, POD);
    expect(codes(await client.diagnostics(URI))).toContain(RULE);
  });

  test('says what it is', async () => {
    await start();
    expect(client.initialized?.serverInfo).toEqual({ name: 'Oakum', version: expect.stringMatching(/^\d+\.\d+\.\d+$/u) as string });
    expect(client.initialized?.capabilities).toMatchObject({ positionEncoding: 'utf-16', textDocumentSync: { change: 2, openClose: true }, diagnosticProvider: { workspaceDiagnostics: false } });
  });
});
