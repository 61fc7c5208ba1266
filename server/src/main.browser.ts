// The language server in a web worker, for editors in a browser.
import { BrowserMessageReader, BrowserMessageWriter, createConnection } from 'vscode-languageserver/browser';
import { serve } from './lsp/server.js';
import { catalogue } from './rules/index.js';

/** The worker's own global object, as far as it is used here. */
interface WorkerScope {
  addEventListener(type: 'error' | 'unhandledrejection', listener: (event: { readonly message?: string; readonly reason?: unknown }) => void): void;
}

declare const self: WorkerScope;

/** As browsers have it. */
declare const MessageChannel: new () => { readonly port1: { onmessage: (() => void) | null }; readonly port2: { postMessage(message: unknown): void } };

const connection = createConnection(new BrowserMessageReader(self as never), new BrowserMessageWriter(self as never));
self.addEventListener('unhandledrejection', ({ reason }) => {
  connection.console.error(`This should not have happened: ${reason instanceof Error ? (reason.stack ?? reason.message) : String(reason)}`);
});
serve(connection, {
  catalogue,
  files: undefined,
  pages: undefined,
  version: process.env.OAKUM_VERSION ?? '',
  breathe: nextTurn(),
});

/** Waits for a turn without the pause of several milliseconds that timers have in browsers. */
function nextTurn(): () => Promise<void> {
  const { port1, port2 } = new MessageChannel();
  const waiting: (() => void)[] = [];
  port1.onmessage = () => waiting.shift()?.();
  return () =>
    new Promise((resolve) => {
      waiting.push(resolve);
      port2.postMessage(undefined);
    });
}
