import * as vscode from 'vscode';

/** The scheme of the rules' pages: they ship in the package, which is no folder that every editor can open documents from. */
const SCHEME = 'oakum-rule';

/** Makes the rules' pages documents of the editor. */
export function registerRulePages(context: vscode.ExtensionContext): void {
  context.subscriptions.push(
    vscode.workspace.registerTextDocumentContentProvider(SCHEME, {
      provideTextDocumentContent: async (uri) => new TextDecoder().decode(await vscode.workspace.fs.readFile(fileOf(context, uri.path.slice(1).replace(/\.md$/u, '')))),
    }),
  );
}

/** Shows the page of a rule, rendered if the editor can. */
export async function showRulePage(context: vscode.ExtensionContext, rule: string): Promise<void> {
  if (!/^[a-z0-9-]+$/u.test(rule)) return;
  try {
    await vscode.workspace.fs.stat(fileOf(context, rule));
  } catch {
    // Not every file system of a package can tell what is there without reading; those that can know it is missing.
    if (!(await isReadable(context, rule))) {
      void vscode.window.showInformationMessage(vscode.l10n.t('Oakum has no page about “{0}”.', rule));
      return;
    }
  }
  const page = vscode.Uri.from({ scheme: SCHEME, path: `/${rule}.md` });
  try {
    await vscode.commands.executeCommand('markdown.showPreview', page);
  } catch {
    await vscode.window.showTextDocument(page, { preview: true });
  }
}

async function isReadable(context: vscode.ExtensionContext, rule: string): Promise<boolean> {
  try {
    await vscode.workspace.fs.readFile(fileOf(context, rule));
    return true;
  } catch {
    return false;
  }
}

function fileOf(context: vscode.ExtensionContext, rule: string): vscode.Uri {
  return vscode.Uri.joinPath(context.extensionUri, 'docs', 'rules', `${rule}.md`);
}
