import * as vscode from 'vscode';
import type { BaseLanguageClient, LanguageClientOptions } from 'vscode-languageclient';
import type { InitializationOptions } from '../../server/src/lsp/protocol.js';
import { registerCommands } from './commands.js';
import { answerFileRequests } from './files.js';
import { LANGUAGES } from './languages.js';
import { registerRulePages } from './rule-pages.js';
import { StatusItem } from './status.js';

/** Makes a client whose server is not started yet. */
export type MakeClient = (options: LanguageClientOptions) => BaseLanguageClient;

/** What both kinds of extension host do. */
export async function start(context: vscode.ExtensionContext, makeClient: MakeClient): Promise<void> {
  const output = vscode.window.createOutputChannel('Oakum', { log: true });
  const status = new StatusItem();
  const initializationOptions: InitializationOptions = { commands: true, status: true, files: true };
  const client = makeClient({
    documentSelector: LANGUAGES.map((language) => ({ language })),
    outputChannel: output,
    diagnosticCollectionName: 'oakum',
    initializationOptions,
    progressOnInitialization: false,
    markdown: { isTrusted: { enabledCommands: ['oakum.explainRule'] } },
    diagnosticPullOptions: { onChange: true, onSave: false, onTabs: false },
  });
  context.subscriptions.push(output, status, client);
  answerFileRequests(client);
  registerRulePages(context);
  registerCommands(context, client, output, status);
  status.follow(client);
  try {
    await client.start();
  } catch (error) {
    status.failed();
    output.error(`The server did not start: ${error instanceof Error ? error.message : String(error)}`);
  }
}
