import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeAll, file, findings, folder, remove, replace, rules, show, waitForRule, waitForRules, withFolder, withSettings, write } from './desk.js';
import { eventually } from './eventually.js';
import { ESCALATING, ESCALATION, HARDENED } from './manifests.js';
import type { Suite } from './runner.js';

/** What a scan tells. */
interface ScanResult {
  readonly manifests: number;
  readonly helmTemplates: number;
  readonly findings: number;
  readonly files: number;
  readonly problems: number;
  readonly wasCancelled: boolean;
}

/** The tests of scans: what is found in files that nobody has opened. */
export function addScanTests(test: Suite['test']): void {
  test('a scan of a folder finds what is in closed files below it, and nothing elsewhere', async () => {
    await withFolder('shop', 'scanned', async (place) => {
      const [inside, outside] = [write(place('inside/pod.yaml'), ESCALATING), write(place('outside/pod.yaml'), ESCALATING)];
      await vscode.commands.executeCommand('oakum.scanFolder', place('inside'));
      await waitForRules(inside, [ESCALATION]);
      assert.deepEqual(rules(outside), []);
    });
  });

  test('a scan of the workspace finds what is in closed files of all folders', async () => {
    await closeAll();
    const result = await vscode.commands.executeCommand<ScanResult>('oakum.scanWorkspace');
    assert.equal(result.wasCancelled, false);
    assert.equal(result.problems, 0);
    await waitForRule(file('samples', 'insecure/shop.yaml'), 'privileged-container');
    await waitForRule(file('samples', 'insecure/pod.json'), 'host-ipc');
    await waitForRule(file('shop', 'deployment.yaml'), 'capabilities-not-dropped');
    await waitForRules(file('platform', 'deployment.yaml'), ['privileged-container']);
    for (const silent of [file('samples', 'not-kubernetes/compose.yaml'), file('samples', 'hardened/shop.yaml'), file('shop', 'docker-compose.yml'), file('shop', 'chart/values.yaml'), file('shop', 'chart/templates/deployment.yaml')]) {
      assert.deepEqual(rules(silent), [], silent.path);
    }
    assert.equal(result.helmTemplates, 1);
    await eventually('as many findings as the scan counted', () => {
      const shown = everything();
      const listed = shown.map(([uri, found]) => `${uri.path}: ${found.length}`).join('\n');
      assert.equal(shown.reduce((sum, [, found]) => sum + found.length, 0), result.findings, listed);
      assert.equal(shown.length, result.files, listed);
    });
  });

  test('opening a scanned file doubles nothing, and closing it loses nothing', async () => {
    const uri = file('shop', 'deployment.yaml');
    await vscode.commands.executeCommand('oakum.scanWorkspace');
    await waitForRule(uri, 'privileged-container');
    const before = rules(uri);
    const editor = await show(uri);
    await replace(editor, 'privileged: true', 'privileged: false');
    await eventually('the finding to go', () => {
      assert.ok(!rules(uri).includes('privileged-container'));
    });
    await vscode.commands.executeCommand('undo');
    await waitForRules(uri, before);
    await closeAll();
    await waitForRules(uri, before);
  });

  test('a file that another extension holds open without showing it keeps what was found in it', async () => {
    await withFolder('shop', 'held', async (place) => {
      const document = await vscode.workspace.openTextDocument(write(place('pod.yaml'), ESCALATING));
      await vscode.window.showTextDocument(document, { preview: false });
      await waitForRules(document.uri, [ESCALATION]);
      await vscode.commands.executeCommand('oakum.scanWorkspace');
      await closeAll();
      assert.equal(document.isClosed, false);
      await eventually('the findings after the editor is closed', () => {
        assert.deepEqual(rules(document.uri), [ESCALATION]);
      });
      await vscode.commands.executeCommand('oakum.scanWorkspace');
      await waitForRules(document.uri, [ESCALATION]);
    });
  });

  test('what was scanned follows changes on disk', async () => {
    await withFolder('shop', 'followed', async (place) => {
      const uri = write(place('pod.yaml'), ESCALATING);
      await vscode.commands.executeCommand('oakum.scanWorkspace');
      await waitForRules(uri, [ESCALATION]);
      write(uri, HARDENED);
      await waitForRules(uri, []);
      write(uri, ESCALATING);
      await waitForRules(uri, [ESCALATION]);
      const late = write(place('late/pod.yaml'), ESCALATING);
      await waitForRules(late, [ESCALATION]);
      remove(uri);
      await waitForRules(uri, []);
      remove(place('late'));
      await waitForRules(late, []);
    });
  });

  test('what was scanned follows the settings', async () => {
    await withFolder('shop', 'resettled', async (place) => {
      const uri = write(place('pod.yaml'), ESCALATING);
      await vscode.commands.executeCommand('oakum.scanWorkspace');
      await waitForRules(uri, [ESCALATION]);
      await withSettings(folder('shop'), { 'oakum.profile': 'baseline' }, () => waitForRules(uri, []));
      await waitForRules(uri, [ESCALATION]);
    });
  });

  test('a configuration excludes what is below a folder from scans', async () => {
    await withFolder('shop', 'excluded', async (place) => {
      write(place('.oakum.yaml'), 'exclude:\n  - vendor/\n');
      const [own, foreign] = [write(place('pod.yaml'), ESCALATING), write(place('vendor/pod.yaml'), ESCALATING)];
      await vscode.commands.executeCommand('oakum.scanFolder', place('.'));
      await waitForRules(own, [ESCALATION]);
      assert.deepEqual(rules(foreign), []);
    });
  });
}

/** All files with findings of Oakum's. */
function everything(): [vscode.Uri, vscode.Diagnostic[]][] {
  return vscode.languages.getDiagnostics().map(([uri]): [vscode.Uri, vscode.Diagnostic[]] => [uri, findings(uri)]).filter(([, found]) => found.length > 0);
}
