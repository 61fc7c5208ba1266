// The extension in a browser: the server runs in a web worker.
import * as vscode from 'vscode';
import { LanguageClient } from 'vscode-languageclient/browser';
import { start } from './core.js';

/** The web worker that a browser makes. */
declare class Worker {
  constructor(url: string);
}

/** Called by VS Code when the extension is first needed. */
export async function activate(context: vscode.ExtensionContext): Promise<void> {
  const module = vscode.Uri.joinPath(context.extensionUri, 'dist', 'server.browser.js').toString(true);
  await start(context, (options) => new LanguageClient('oakum', 'Oakum', () => Promise.resolve(new Worker(module)), options));
}
