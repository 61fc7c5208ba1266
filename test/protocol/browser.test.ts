import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { createContext, runInContext } from 'node:vm';
import { expect, test } from 'vitest';
import type { Diagnostic } from 'vscode-languageserver-protocol/node';

const BUNDLE = fileURLToPath(new URL('../../dist/server.browser.js', import.meta.url));
const URI = 'vscode-vfs://github/owner/repo/pod.yaml';
const POD = `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  hostNetwork: true
  containers:
    - name: app
      image: nginx:1.27.1
`;

interface Message {
  readonly id?: number;
  readonly method?: string;
  readonly params?: unknown;
  readonly result?: unknown;
}

/** The server in a world that has nothing but what a web worker has, and no way to make code out of text. */
function startWorker(onMessage: (message: Message) => void): (message: object) => void {
  const self: { onmessage?: (event: { data: unknown }) => void; postMessage: (message: Message) => void; addEventListener: () => void } = {
    postMessage: (message) => setImmediate(onMessage, structuredClone(message)),
    addEventListener: () => undefined,
  };
  class MessageChannel {
    readonly port1: { onmessage: (() => void) | null } = { onmessage: null };
    readonly port2 = { postMessage: () => setImmediate(() => this.port1.onmessage?.()) };
  }
  const world = createContext({ self, MessageChannel, setTimeout, clearTimeout, setInterval, clearInterval, queueMicrotask, TextDecoder, TextEncoder, URL, AbortController, performance, console }, { codeGeneration: { strings: false, wasm: false } });
  runInContext(readFileSync(BUNDLE, 'utf8'), world);
  return (message) => self.onmessage?.({ data: structuredClone({ jsonrpc: '2.0', ...message }) });
}

test('the server runs in a web worker, without Node, without eval, and reads files through the client', async () => {
  const waiting = new Map<number, (result: unknown) => void>();
  const published = new Map<string, Diagnostic[]>();
  const send = startWorker((message) => {
    const { id, method, params, result } = message;
    if (method === undefined) {
      if (id !== undefined) waiting.get(id)?.(result);
      return;
    }
    if (method === 'textDocument/publishDiagnostics') {
      const { uri, diagnostics } = params as { uri: string; diagnostics: Diagnostic[] };
      published.set(uri, diagnostics);
    }
    if (id === undefined) return;
    if (method === 'oakum/readFile') send({ id, result: (params as { uri: string }).uri === URI ? { text: POD } : { problem: 'missing' } });
    else if (method === 'oakum/listFiles') send({ id, result: { uris: [URI] } });
    else send({ id, result: null });
  });
  let ids = 0;
  const request = (method: string, params: unknown): Promise<unknown> => {
    const id = ++ids;
    return new Promise((resolve) => {
      waiting.set(id, resolve);
      send({ id, method, params });
    });
  };
  const initialized = await request('initialize', {
    processId: null,
    rootUri: null,
    capabilities: { textDocument: { diagnostic: {} } },
    initializationOptions: { files: true, commands: true },
    workspaceFolders: [{ uri: 'vscode-vfs://github/owner/repo', name: 'repo' }],
  });
  expect(initialized).toMatchObject({ serverInfo: { name: 'Oakum' } });
  send({ method: 'initialized', params: {} });
  send({ method: 'textDocument/didOpen', params: { textDocument: { uri: 'untitled:Untitled-1', languageId: 'yaml', version: 1, text: POD } } });
  const report = (await request('textDocument/diagnostic', { textDocument: { uri: 'untitled:Untitled-1' } })) as { items: Diagnostic[] };
  expect(report.items.map(({ code }) => code)).toContain('host-network');
  expect(await request('oakum/scan', {})).toMatchObject({ manifests: 1, problems: 0 });
  expect(published.get(URI)?.map(({ code }) => code)).toContain('host-network');
  await request('shutdown', undefined);
});
