import { join } from 'node:path';
import { UsageError, type Arguments } from './command.js';

/** What the server's bundle gives to whoever loads it. */
interface ServerModule {
  startServer(transport: 'stdio'): void;
}

/** `oakum lsp --stdio`: the language server, whose bundle stands beside this one. The server ends the process when its client does. */
export async function lspCommand(options: Arguments): Promise<number> {
  if (!options.has('stdio')) throw new UsageError('`oakum lsp` needs --stdio: the language server speaks over standard input and output.');
  const { startServer } = require(join(__dirname, 'server.js')) as ServerModule;
  startServer('stdio');
  return new Promise<never>(() => undefined);
}
