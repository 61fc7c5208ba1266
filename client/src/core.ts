import * as vscode from 'vscode';
import type { BaseLanguageClient, LanguageClientOptions } from 'vscode-languageclient';
import { OUT_OF_SIGHT, type InitializationOptions, type OutOfSightParams } from '../../server/src/lsp/protocol.js';
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
    documentSelector: LANGUAGES.map((language) => ({ scheme: '*', language })),
    outputChannel: output,
    // What is sent stands beside what is asked for, whose collection has the server's name for it.
    diagnosticCollectionName: 'oakum-sent',
    initializationOptions,
    progressOnInitialization: false,
    markdown: { isTrusted: { enabledCommands: ['oakum.explainRule'] } },
    diagnosticPullOptions: { onChange: true, onSave: false, onTabs: false },
  });
  context.subscriptions.push(output, status, client);
  answerFileRequests(client);
  tellWhatIsOutOfSight(context, client);
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

/**
 * Documents stay open for minutes after their last tab is closed. Nobody asks about them then, so their findings are the
 * server's to send.
 */
function tellWhatIsOutOfSight(context: vscode.ExtensionContext, client: BaseLanguageClient): void {
  context.subscriptions.push(
    client.visibleDocuments.onClose((uris) => {
      for (const uri of uris) {
        if (!client.isRunning() || !vscode.workspace.textDocuments.some((document) => document.uri.toString() === uri.toString())) continue;
        const params: OutOfSightParams = { uri: client.code2ProtocolConverter.asUri(uri) };
        void client.sendNotification(OUT_OF_SIGHT, params);
      }
    }),
  );
}
