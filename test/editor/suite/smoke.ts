import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { Suite } from './runner.js';

/** The tests that only ask whether the extension is there and starts. */
export function addSmokeTests(test: Suite['test']): void {
  test('the extension is installed and activates', async () => {
    const extension = vscode.extensions.getExtension('oakum.oakum');
    assert.ok(extension, 'oakum.oakum is not among the extensions');
    await extension.activate();
    assert.equal(extension.isActive, true);
  });

  test('every command that the manifest contributes is registered', async () => {
    const extension = vscode.extensions.getExtension('oakum.oakum');
    assert.ok(extension, 'oakum.oakum is not among the extensions');
    await extension.activate();
    const manifest: unknown = extension.packageJSON;
    const contributed = contributedCommands(manifest);
    const registered = new Set(await vscode.commands.getCommands(true));
    assert.notEqual(contributed.length, 0, 'the manifest contributes no command');
    assert.deepEqual(
      contributed.filter((command) => !registered.has(command)),
      [],
    );
  });
}

function contributedCommands(manifest: unknown): string[] {
  const { contributes } = manifest as { contributes?: { commands?: { command: string }[] } };
  return (contributes?.commands ?? []).map(({ command }) => command);
}
