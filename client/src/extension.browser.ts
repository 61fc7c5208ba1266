// The extension in a browser: the server runs in a web worker.
import * as vscode from 'vscode';
import { BrowserMessageReader, BrowserMessageWriter, LanguageClient } from 'vscode-languageclient/browser';
import { start } from './core.js';

/** The web worker that a browser makes. */
declare class Worker {
  constructor(url: string);
  terminate(): void;
}

/** Called by VS Code when the extension is first needed. */
export async function activate(context: vscode.ExtensionContext): Promise<void> {
  const module = vscode.Uri.joinPath(context.extensionUri, 'dist', 'server.browser.js');
  let worker: Worker | undefined;
  await start(context, (options) => new LanguageClient('oakum', 'Oakum', async () => {
    // A worker does not end by itself when its server is told to exit.
    worker?.terminate();
    worker = await startWorker(module);
    return { reader: new BrowserMessageReader(worker), writer: new BrowserMessageWriter(worker) };
  }, options));
}

/** Browsers make no workers out of scripts that lie on another machine, so those are fetched first. */
async function startWorker(module: vscode.Uri): Promise<Worker> {
  try {
    return new Worker(module.toString(true));
  } catch {
    const script = new Blob([Uint8Array.from(await vscode.workspace.fs.readFile(module))], { type: 'text/javascript' });
    return new Worker(URL.createObjectURL(script));
  }
}
