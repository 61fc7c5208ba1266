// The extension in Node: the desktop, and the host of a remote window.
import type * as vscode from 'vscode';
import { LanguageClient, TransportKind } from 'vscode-languageclient/node';
import { start } from './core.js';

/** Called by VS Code when the extension is first needed. */
export async function activate(context: vscode.ExtensionContext): Promise<void> {
  const module = context.asAbsolutePath('dist/server.js');
  await start(context, (options) => {
    const server = { module, transport: TransportKind.ipc };
    return new LanguageClient('oakum', 'Oakum', { run: server, debug: { ...server, options: { execArgv: ['--nolazy', '--inspect=6012'] } } }, options);
  });
}
