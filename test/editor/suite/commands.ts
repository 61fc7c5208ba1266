import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import * as vscode from 'vscode';
import { closeAll, file, findings, show, waitForRules, withFolder, write } from './desk.js';
import { eventually } from './eventually.js';
import { ESCALATING, ESCALATION } from './manifests.js';
import type { Suite } from './runner.js';

/** The tests of the commands of the palette that ask nothing, and of the order in which things are left behind. */
export function addCommandTests(test: Suite['test']): void {
  test('Explain Rule opens the rule\'s page, rendered', async () => {
    await closeAll();
    await vscode.commands.executeCommand('oakum.explainRule', 'host-network');
    await eventually('the page', () => {
      const tabs = vscode.window.tabGroups.all.flatMap((group) => group.tabs);
      assert.ok(
        tabs.some(({ label, input }) => input instanceof vscode.TabInputWebview && label.includes('host-network')),
        `there are only: ${tabs.map(({ label }) => label).join(', ')}`,
      );
    });
    await closeAll();
  });

  test('every rule that is found has a page', async () => {
    const { document } = await show(file('samples', 'insecure/shop.yaml'));
    await eventually('findings', () => {
      assert.notEqual(findings(document.uri).length, 0);
    });
    for (const { code } of findings(document.uri)) {
      assert.ok(typeof code === 'object');
      const page = await vscode.workspace.openTextDocument(vscode.Uri.from({ scheme: 'oakum-rule', path: `/${String(code.value)}.md` }));
      assert.match(page.getText(), new RegExp(`^# .*${String(code.value)}$`, 'mu'));
    }
    await closeAll();
  });

  test('the server starts again and goes on with what is open and what was scanned', async () => {
    await withFolder('shop', 'restarted', async (place) => {
      const { document } = await show(write(place('pod.yaml'), ESCALATING));
      await waitForRules(document.uri, [ESCALATION]);
      await vscode.commands.executeCommand('oakum.restartServer');
      await waitForRules(document.uri, [ESCALATION]);
      const editor = await vscode.window.showTextDocument(document);
      await editor.edit((edit) => edit.insert(new vscode.Position(0, 0), 'kind: Pod\n'));
      await eventually('an answer of the new server', () => {
        assert.notEqual(findings(document.uri).length, 1);
      });
    });
  });

  test('Show Output opens the log', async () => {
    await vscode.commands.executeCommand('oakum.showOutput');
  });

  test('nothing in the log is an error', () => {
    const logs = process.env['OAKUM_EDITOR_LOGS'];
    assert.ok(logs, 'OAKUM_EDITOR_LOGS must name the folder of the logs.');
    const own = readdirSync(logs, { recursive: true, encoding: 'utf8' }).filter((path) => /Oakum\.log$/u.test(path));
    assert.notEqual(own.length, 0, `there is no Oakum.log in ${logs}`);
    const errors = own.flatMap((path) => readFileSync(join(logs, path), 'utf8').split('\n').filter((line) => /\[(?:error|critical)\]/u.test(line)));
    assert.deepEqual(errors, []);
  });

  test('nothing of Oakum\'s in the log of the extension host is an error', () => {
    const logs = process.env['OAKUM_EDITOR_LOGS'];
    assert.ok(logs, 'OAKUM_EDITOR_LOGS must name the folder of the logs.');
    const host = readdirSync(logs, { recursive: true, encoding: 'utf8' }).filter((path) => /(?:remote)?exthost\.log$/u.test(path));
    assert.notEqual(host.length, 0, `there is no log of the extension host in ${logs}`);
    const errors = host.flatMap((path) => readFileSync(join(logs, path), 'utf8').split('\n').filter((line) => /\[error\]/u.test(line) && /oakum/iu.test(line)));
    assert.deepEqual(errors, []);
  });
}
