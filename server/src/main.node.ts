// The language server as a process of its own: started by the extension (node IPC) or any other editor (standard streams).
import { setImmediate as turn } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { join } from 'node:path';
import { createConnection, IPCMessageReader, IPCMessageWriter, ProposedFeatures, StreamMessageReader, StreamMessageWriter } from 'vscode-languageserver/node';
import { serve } from './lsp/server.js';
import { NodeFiles } from './node/index.js';
import { catalogue } from './rules/index.js';

/** Starts the server on the given transport; it ends the process when the client does. */
export function startServer(transport: 'stdio' | 'ipc'): void {
  const connection =
    transport === 'ipc'
      ? createConnection(ProposedFeatures.all, new IPCMessageReader(process), new IPCMessageWriter(process))
      : createConnection(ProposedFeatures.all, new StreamMessageReader(process.stdin), new StreamMessageWriter(process.stdout));
  // The protocol has standard output to itself.
  console.log = console.error;
  process.on('uncaughtException', (error) => {
    connection.console.error(`This should not have happened: ${error.stack ?? error.message}`);
  });
  process.on('unhandledRejection', (reason) => {
    connection.console.error(`This should not have happened: ${reason instanceof Error ? (reason.stack ?? reason.message) : String(reason)}`);
  });
  serve(connection, {
    catalogue,
    files: new NodeFiles(),
    pages: pathToFileURL(join(__dirname, '..', 'docs', 'rules')).href,
    version: process.env.OAKUM_VERSION ?? '',
    breathe: async () => {
      await turn();
    },
  });
}

if (require.main === module) startServer(process.argv.includes('--node-ipc') ? 'ipc' : 'stdio');
