import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { FIX_ALL, NEW_CONFIGURATION, RULES, SCAN, SCAN_PROGRESS, SUPPRESS, type FixAllParams, type NewConfiguration, type RuleSummary, type ScanParams, type ScanProgressParams, type ScanResult, type SuppressParams } from '../../server/src/lsp/protocol.js';
import { showRulePage } from './rule-pages.js';
import type { StatusItem } from './status.js';

/** Registers the commands of the palette and those that code actions and links call. */
export function registerCommands(context: vscode.ExtensionContext, client: BaseLanguageClient, output: vscode.LogOutputChannel, status: StatusItem): void {
  const register = (id: string, run: (...args: never[]) => unknown): void => {
    context.subscriptions.push(
      vscode.commands.registerCommand(id, async (...args: never[]) => {
        try {
          return await run(...args);
        } catch (error) {
          output.error(`${id}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
          void vscode.window.showErrorMessage(`Oakum: ${error instanceof Error ? error.message : String(error)}`);
          return undefined;
        }
      }),
    );
  };
  register('oakum.scanWorkspace', () => scanWorkspace(client));
  register('oakum.scanFolder', (folder?: vscode.Uri, folders?: readonly vscode.Uri[]) => scanFolder(client, folder, folders));
  register('oakum.fixFile', (uri?: vscode.Uri) => fixFile(client, uri));
  register('oakum.fixWorkspace', () => fixWorkspace(client));
  register('oakum.explainRule', (rule?: string) => explainRule(context, client, rule));
  register('oakum.suppress', (finding: Omit<SuppressParams, 'reason'>) => suppress(client, finding));
  register('oakum.createConfiguration', () => createConfiguration(client));
  register('oakum.restartServer', async () => {
    try {
      if (client.needsStop()) await client.stop();
      await client.start();
    } catch (error) {
      status.failed();
      throw error;
    }
  });
  register('oakum.showOutput', () => {
    output.show(true);
  });
}

async function scanWorkspace(client: BaseLanguageClient): Promise<ScanResult | undefined> {
  if (!vscode.workspace.workspaceFolders?.length) {
    void vscode.window.showInformationMessage(vscode.l10n.t('Oakum: open a folder to scan it.'));
    return undefined;
  }
  return scan(client, {});
}

async function scanFolder(client: BaseLanguageClient, clicked: vscode.Uri | undefined, selected: readonly vscode.Uri[] | undefined): Promise<ScanResult | undefined> {
  const picked = clicked
    ? selected && selected.length > 1 ? selected : [clicked]
    : await vscode.window.showOpenDialog({ canSelectFiles: false, canSelectFolders: true, canSelectMany: true, openLabel: vscode.l10n.t('Scan') });
  if (!picked || picked.length === 0) return undefined;
  return scan(client, { folders: picked.map((uri) => client.code2ProtocolConverter.asUri(uri)) });
}

/** Runs a request that reports its progress, with a notification that counts and can be cancelled. */
async function withProgress<T>(client: BaseLanguageClient, title: string, run: (progressToken: string, token: vscode.CancellationToken) => Promise<T>): Promise<T> {
  return vscode.window.withProgress({ location: vscode.ProgressLocation.Notification, cancellable: true, title }, async (progress, token) => {
    const progressToken = crypto.randomUUID();
    let percent = 0;
    const listener = client.onNotification(SCAN_PROGRESS, (params: ScanProgressParams) => {
      if (params.token !== progressToken) return;
      const { done, total, findings } = params;
      const now = total === undefined || total === 0 ? 0 : (100 * done) / total;
      progress.report({
        message: total === undefined ? vscode.l10n.t('looking for files') : vscode.l10n.t('{0} of {1} files, {2} findings', done.toLocaleString(), total.toLocaleString(), findings.toLocaleString()),
        increment: Math.max(0, now - percent),
      });
      percent = Math.max(percent, now);
    });
    try {
      return await run(progressToken, token);
    } finally {
      listener.dispose();
    }
  });
}

async function scan(client: BaseLanguageClient, params: Omit<ScanParams, 'progressToken'>): Promise<ScanResult> {
  const result = await withProgress(client, vscode.l10n.t('Oakum'), (progressToken, token) => {
    const request = client.sendRequest<ScanResult>(SCAN, { ...params, progressToken } satisfies ScanParams, token);
    // Who cancels wants the notification gone at once, not when the server has heard of it.
    return Promise.race([request, cancelled(token, request)]);
  });
  if (result.wasCancelled) return result;
  const show = vscode.l10n.t('Show Problems');
  const message = vscode.l10n.t('Oakum: {0} findings in {1} of {2} manifests.', result.findings.toLocaleString(), result.files.toLocaleString(), result.manifests.toLocaleString());
  const unread = result.problems > 0 ? ` ${vscode.l10n.t('{0} could not be read (see the output).', result.problems.toLocaleString())}` : '';
  void vscode.window.showInformationMessage(message + unread, ...(result.findings > 0 ? [show] : [])).then((picked) => {
    if (picked === show) void vscode.commands.executeCommand('workbench.actions.view.problems');
  });
  return result;
}

/** Settles as cancelled as soon as the token is; what the request still says is heard by nobody. */
function cancelled(token: vscode.CancellationToken, request: Promise<ScanResult>): Promise<ScanResult> {
  request.catch(() => undefined);
  return new Promise((resolve) => {
    token.onCancellationRequested(() => {
      resolve({ scanned: 0, manifests: 0, helmTemplates: 0, excluded: 0, findings: 0, files: 0, problems: 0, wasCancelled: true });
    });
  });
}

async function fixFile(client: BaseLanguageClient, clicked: vscode.Uri | undefined): Promise<boolean> {
  const uri = clicked ?? vscode.window.activeTextEditor?.document.uri;
  if (!uri) return false;
  const params: FixAllParams = { uri: client.code2ProtocolConverter.asUri(uri) };
  return applyEdit(client, await client.sendRequest(FIX_ALL, params), false);
}

async function fixWorkspace(client: BaseLanguageClient): Promise<boolean> {
  if (!vscode.workspace.workspaceFolders?.length) {
    void vscode.window.showInformationMessage(vscode.l10n.t('Oakum: open a folder to repair what is in it.'));
    return false;
  }
  let wasCancelled = false;
  const edit = await withProgress(client, vscode.l10n.t('Oakum: preparing repairs'), async (progressToken, token) => {
    const params: FixAllParams = { progressToken };
    try {
      return await client.sendRequest<unknown>(FIX_ALL, params, token);
    } catch (error) {
      wasCancelled = token.isCancellationRequested;
      if (wasCancelled) return null;
      throw error;
    }
  });
  return wasCancelled ? false : applyEdit(client, edit, true);
}

async function applyEdit(client: BaseLanguageClient, edit: unknown, isRefactoring: boolean): Promise<boolean> {
  if (edit === null || edit === undefined) {
    void vscode.window.showInformationMessage(vscode.l10n.t('Oakum: there is nothing that can be repaired mechanically.'));
    return false;
  }
  const converted = await client.protocol2CodeConverter.asWorkspaceEdit(edit as Parameters<typeof client.protocol2CodeConverter.asWorkspaceEdit>[0]);
  return converted ? vscode.workspace.applyEdit(converted, { isRefactoring }) : false;
}

async function explainRule(context: vscode.ExtensionContext, client: BaseLanguageClient, rule: unknown): Promise<void> {
  const picked = typeof rule === 'string' ? rule : await pickRule(client);
  if (picked !== undefined) await showRulePage(context, picked);
}

async function pickRule(client: BaseLanguageClient): Promise<string | undefined> {
  const rules = await client.sendRequest<readonly RuleSummary[]>(RULES);
  const items = rules.map((rule) => ({ label: rule.id, description: `${rule.area} · ${rule.severity} · ${rule.profile}`, detail: rule.summary }));
  const picked = await vscode.window.showQuickPick(items, { title: vscode.l10n.t('Oakum: Explain Rule'), placeHolder: vscode.l10n.t('Type a part of a rule’s name or of what it finds'), matchOnDescription: true, matchOnDetail: true });
  return picked?.label;
}

async function suppress(client: BaseLanguageClient, finding: Omit<SuppressParams, 'reason'>): Promise<boolean> {
  const reason = await vscode.window.showInputBox({
    title: vscode.l10n.t('Ignore {0}', finding.rule),
    prompt: vscode.l10n.t('Why is this acceptable? The reason is written beside the suppression.'),
    validateInput: (text) => (text.trim() === '' ? vscode.l10n.t('A suppression needs a reason.') : undefined),
  });
  if (reason === undefined) return false;
  const params: SuppressParams = { ...finding, reason };
  const edit = await client.sendRequest<unknown>(SUPPRESS, params);
  if (edit === null) {
    void vscode.window.showInformationMessage(vscode.l10n.t('Oakum: the finding is no longer there.'));
    return false;
  }
  return applyEdit(client, edit, false);
}

/** Makes a configuration file in a workspace folder, or opens the one that is there. */
async function createConfiguration(client: BaseLanguageClient): Promise<void> {
  const folders = vscode.workspace.workspaceFolders ?? [];
  const folder = folders.length > 1 ? await vscode.window.showWorkspaceFolderPick({ placeHolder: vscode.l10n.t('Where shall the configuration hold?') }) : folders[0];
  const { name, text } = await client.sendRequest<NewConfiguration>(NEW_CONFIGURATION);
  if (!folder) {
    if (folders.length === 0) await vscode.window.showTextDocument(await vscode.workspace.openTextDocument({ language: 'yaml', content: text }));
    return;
  }
  const uri = vscode.Uri.joinPath(folder.uri, name);
  const isThere = await vscode.workspace.fs.stat(uri).then(() => true, () => false);
  if (!isThere) await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(text));
  await vscode.window.showTextDocument(uri);
}
