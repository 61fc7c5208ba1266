import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { LIST_FILES, READ_FILE, type ListFilesParams, type ListFilesResult, type ReadFileParams, type ReadFileResult } from '../../server/src/lsp/protocol.js';

/** The largest file that is read, in bytes. */
const LARGEST = 64 * 1024 * 1024;
const MANIFESTS = '**/*.{yaml,yml,json,YAML,YML,JSON}';
const KUSTOMIZATIONS = '**/Kustomization';
const NEVER = '**/{.git,.hg,.svn,node_modules}/**';

/** Reads files for a server that cannot: those of virtual workspaces, and all of them in a browser. */
export function answerFileRequests(client: BaseLanguageClient): void {
  client.onRequest(READ_FILE, ({ uri }: ReadFileParams) => read(client.protocol2CodeConverter.asUri(uri)));
  client.onRequest(LIST_FILES, async ({ folder }: ListFilesParams, token: vscode.CancellationToken): Promise<ListFilesResult> => {
    const base = client.protocol2CodeConverter.asUri(folder);
    const found = await Promise.all([MANIFESTS, KUSTOMIZATIONS].map((glob) => vscode.workspace.findFiles(new vscode.RelativePattern(base, glob), NEVER, undefined, token)));
    return { uris: [...new Set(found.flat().map((uri) => client.code2ProtocolConverter.asUri(uri)))] };
  });
}

async function read(uri: vscode.Uri): Promise<ReadFileResult> {
  try {
    const { size } = await vscode.workspace.fs.stat(uri);
    if (size > LARGEST) return { problem: `Files above ${String(LARGEST / 1024 / 1024)} MB are not read.` };
    const bytes = await vscode.workspace.fs.readFile(uri);
    return { text: new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes) };
  } catch (error) {
    if (error instanceof vscode.FileSystemError && error.code === 'FileNotFound') return { problem: 'missing' };
    if (error instanceof TypeError) return { problem: 'It is not valid UTF-8.' };
    return { problem: error instanceof Error ? error.message : String(error) };
  }
}
