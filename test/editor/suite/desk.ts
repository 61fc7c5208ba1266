/** What the tests have on their desk: the folders of the workspace, files of their own, and what the editor says of them. */
import assert from 'node:assert/strict';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import * as vscode from 'vscode';
import { eventually } from './eventually.js';

/** A folder of the workspace, by its name. */
export function folder(name: 'platform' | 'samples' | 'shop'): vscode.WorkspaceFolder {
  const found = vscode.workspace.workspaceFolders?.find((one) => one.name === name);
  assert.ok(found, `There is no folder ${name}.`);
  return found;
}

/** A file of the workspace. */
export function file(name: 'platform' | 'samples' | 'shop', path: string): vscode.Uri {
  return vscode.Uri.joinPath(folder(name).uri, path);
}

/** Writes a file on disk, as another program would. */
export function write(uri: vscode.Uri, text: string): vscode.Uri {
  mkdirSync(dirname(uri.fsPath), { recursive: true });
  writeFileSync(uri.fsPath, text);
  return uri;
}

/** Removes a file or folder on disk, as another program would. */
export function remove(uri: vscode.Uri): void {
  rmSync(uri.fsPath, { recursive: true, force: true });
}

/** Shows a document in an editor. */
export async function show(what: vscode.Uri | { readonly language: string; readonly content: string }): Promise<vscode.TextEditor> {
  // A file is opened by its editor alone: what openTextDocument opens stays open for minutes after its editor is closed.
  if (what instanceof vscode.Uri) return vscode.window.showTextDocument(what, { preview: false });
  return vscode.window.showTextDocument(await vscode.workspace.openTextDocument({ ...what }), { preview: false });
}

/** Closes all editors; what has not been saved is lost, also in those that were never in front. */
export async function closeAll(): Promise<void> {
  const isOurs = (uri: vscode.Uri): boolean => uri.scheme === 'untitled' || vscode.workspace.getWorkspaceFolder(uri) !== undefined;
  for (const document of vscode.workspace.textDocuments.filter(({ isDirty, uri }) => isDirty && isOurs(uri))) {
    await vscode.window.showTextDocument(document);
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  }
  await vscode.commands.executeCommand('workbench.action.closeAllEditors');
}

/** Oakum's findings in a file, as the Problems panel has them. */
export function findings(uri: vscode.Uri): vscode.Diagnostic[] {
  return vscode.languages.getDiagnostics(uri).filter(({ source }) => source === 'oakum');
}

/** The rule that a finding is of. */
export function ruleOf({ code }: vscode.Diagnostic): string {
  assert.ok(typeof code === 'object', 'the finding has no code with a link');
  return String(code.value);
}

/** The rules that a file breaks, one for each finding, by name. */
export function rules(uri: vscode.Uri): string[] {
  return findings(uri).map((finding) => (typeof finding.code === 'object' ? String(finding.code.value) : String(finding.code))).sort();
}

/** Waits until a file breaks exactly these rules. */
export async function waitForRules(uri: vscode.Uri, expected: readonly string[]): Promise<void> {
  await eventually(`the findings of ${uri.path}`, () => {
    assert.deepEqual(rules(uri), [...expected].sort());
  });
}

/** Waits until a file breaks a rule, and resolves with the finding. */
export async function waitForRule(uri: vscode.Uri, rule: string): Promise<vscode.Diagnostic> {
  return eventually(`${rule} in ${uri.path}`, () => {
    const found = findings(uri).find((finding) => ruleOf(finding) === rule);
    assert.ok(found, `there are only: ${rules(uri).join(', ')}`);
    return found;
  });
}

/** Waits until a file no longer breaks a rule. */
export async function waitForNo(uri: vscode.Uri, rule: string): Promise<void> {
  await eventually(`${rule} to go from ${uri.path}`, () => {
    assert.ok(!rules(uri).includes(rule), `it is still among: ${rules(uri).join(', ')}`);
  });
}

/** The place where some text stands in a document for the first time. */
export function rangeOf(document: vscode.TextDocument, text: string): vscode.Range {
  const at = document.getText().indexOf(text);
  assert.notEqual(at, -1, `"${text}" is not in ${document.uri.path}`);
  return new vscode.Range(document.positionAt(at), document.positionAt(at + text.length));
}

/** Replaces some text of a document, as if it had been selected and typed over. */
export async function replace(editor: vscode.TextEditor, text: string, by: string): Promise<void> {
  const range = rangeOf(editor.document, text);
  assert.ok(await editor.edit((edit) => edit.replace(range, by)), 'the edit was refused');
}

/** Puts a character at the cursor, which goes on behind it. */
export async function typeCharacter(editor: vscode.TextEditor, character: string): Promise<void> {
  const at = editor.selection.active;
  assert.ok(await editor.edit((edit) => edit.insert(at, character), { undoStopBefore: false, undoStopAfter: false }), 'the edit was refused');
  const behind = editor.document.positionAt(editor.document.offsetAt(at) + character.length);
  editor.selection = new vscode.Selection(behind, behind);
}

/** The code actions that the light bulb offers for a range, edits included. */
export async function actions(uri: vscode.Uri, range: vscode.Range, kind?: vscode.CodeActionKind): Promise<vscode.CodeAction[]> {
  const offered = await vscode.commands.executeCommand<vscode.CodeAction[]>('vscode.executeCodeActionProvider', uri, range, kind?.value, 50);
  return offered.filter(({ title }) => title !== '');
}

/** One of the code actions, by its title. */
export function pick(offered: readonly vscode.CodeAction[], title: string): vscode.CodeAction {
  const found = offered.find((action) => action.title === title);
  assert.ok(found, `There is no "${title}" among: ${offered.map((action) => action.title).join(' | ')}`);
  return found;
}

/** Applies a code action as the editor does: first the edit, then the command. */
export async function apply(action: vscode.CodeAction): Promise<void> {
  assert.ok(action.edit ?? action.command, `"${action.title}" does nothing`);
  if (action.edit) assert.ok(await vscode.workspace.applyEdit(action.edit), `"${action.title}" was refused`);
  if (action.command) await vscode.commands.executeCommand(action.command.command, ...((action.command.arguments ?? []) as unknown[]));
}

/** Runs a test with settings that hold only as long as it runs. */
export async function withSettings(scope: vscode.WorkspaceFolder | undefined, settings: Readonly<Record<string, unknown>>, body: () => Promise<void>): Promise<void> {
  const target = scope ? vscode.ConfigurationTarget.WorkspaceFolder : vscode.ConfigurationTarget.Workspace;
  const configuration = (): vscode.WorkspaceConfiguration => vscode.workspace.getConfiguration(undefined, scope);
  const before = new Map(Object.keys(settings).map((name) => {
    const known = configuration().inspect(name);
    return [name, scope ? known?.workspaceFolderValue : known?.workspaceValue];
  }));
  try {
    for (const [name, value] of Object.entries(settings)) await configuration().update(name, value, target);
    await body();
  } finally {
    for (const [name, value] of before) await configuration().update(name, value, target);
  }
}

/** A path below the folder that the tests may fill, gone before and after each test that asks for it. */
export async function withFolder(name: 'platform' | 'samples' | 'shop', path: string, body: (place: (file: string) => vscode.Uri) => Promise<void>): Promise<void> {
  const root = file(name, path);
  remove(root);
  mkdirSync(root.fsPath, { recursive: true });
  try {
    await body((one) => vscode.Uri.file(join(root.fsPath, one)).with({ scheme: root.scheme, authority: root.authority }));
  } finally {
    await closeAll();
    remove(root);
  }
}

/** What is in the editor, for the report of a failed test: the tabs, the text in front, and what is found in it. */
export function whatIsOpen(): string {
  const tabs = vscode.window.tabGroups.all.flatMap((group) => group.tabs.map(({ label, isActive, isDirty }) => `${isActive ? '*' : ' '} ${label}${isDirty ? ' (changed)' : ''}`));
  const document = vscode.window.activeTextEditor?.document;
  const lines = document?.getText().split('\n').slice(0, 60) ?? [];
  const found = document ? vscode.languages.getDiagnostics(document.uri) : [];
  return [
    'tabs:',
    ...tabs,
    ...(document ? [`text of ${document.uri.path}:`, ...lines.map((line, index) => `${String(index + 1).padStart(4)} ${line}`)] : []),
    ...found.map(({ range, message, source }) => `${range.start.line + 1}:${range.start.character + 1} ${source ?? ''} ${message}`),
  ].join('\n');
}
