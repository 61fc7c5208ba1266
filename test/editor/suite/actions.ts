import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { actions, apply, closeAll, file, findings, pick, replace, rules, show, waitForNo, waitForRule, waitForRules, withFolder, withSettings, write } from './desk.js';
import { eventually } from './eventually.js';
import { ESCALATING, ESCALATION, HARDENED, deployment } from './manifests.js';
import type { Suite } from './runner.js';

/** The tests of what the light bulb offers and what it does. */
export function addActionTests(test: Suite['test']): void {
  test('the light bulb offers the fix first, then larger repairs, then what is no fix', async () => {
    const { document } = await show(file('samples', 'insecure/shop.yaml'));
    const { range } = await waitForRule(document.uri, 'host-network');
    const offered = await actions(document.uri, range);
    assert.deepEqual(
      offered.map(({ title, kind }) => `${kind?.value ?? ''} ${title}`),
      [
        'quickfix Give the pod a network namespace of its own',
        'quickfix Fix all in this file',
        'refactor.rewrite Harden the pod of Deployment shop/shop',
        'quickfix Ignore host-network here…',
        'quickfix Ignore host-network for Deployment shop…',
        'quickfix Switch host-network off in .oakum.yaml',
        'quickfix Explain host-network',
      ],
    );
    assert.deepEqual(offered.filter(({ isPreferred }) => isPreferred).map(({ title }) => title), ['Give the pod a network namespace of its own']);
    await closeAll();
  });

  test('in a container, hardening the container comes before hardening its pod', async () => {
    const { document } = await show(file('samples', 'insecure/shop.yaml'));
    const { range } = await waitForRule(document.uri, 'privileged-container');
    const offered = await actions(document.uri, range, vscode.CodeActionKind.RefactorRewrite);
    assert.deepEqual(offered.map(({ title }) => title), ['Harden container web', 'Harden the pod of Deployment shop/shop']);
    await closeAll();
  });

  test('a fix changes what it must and nothing else', async () => {
    await withFolder('shop', 'fix', async (place) => {
      const text = ESCALATING.replace('allowPrivilegeEscalation: true', 'allowPrivilegeEscalation: true # for now');
      const { document } = await show(write(place('pod.yaml'), text));
      const { range } = await waitForRule(document.uri, ESCALATION);
      await apply(pick(await actions(document.uri, range, vscode.CodeActionKind.QuickFix), 'Forbid privilege escalation'));
      assert.equal(document.getText(), text.replace('allowPrivilegeEscalation: true', 'allowPrivilegeEscalation: false'));
      await waitForRules(document.uri, []);
    });
  });

  test('a fix in JSON leaves JSON', async () => {
    await withFolder('shop', 'json', async (place) => {
      const pod = { apiVersion: 'v1', kind: 'Pod', metadata: { name: 'shell' }, spec: { hostIPC: true, containers: [{ name: 'shell', image: 'registry.example.com/shell:1' }] } };
      const { document } = await show(write(place('pod.json'), `${JSON.stringify(pod, null, 2)}\n`));
      const { range } = await waitForRule(document.uri, 'host-ipc');
      const [fix] = await actions(document.uri, range, vscode.CodeActionKind.QuickFix);
      assert.ok(fix);
      await apply(fix);
      await waitForNo(document.uri, 'host-ipc');
      const { spec } = JSON.parse(document.getText()) as { spec: { hostIPC?: boolean; containers: unknown[] } };
      assert.notEqual(spec.hostIPC, true);
      assert.deepEqual(spec.containers, pod.spec.containers);
    });
  });

  test('all findings of one rule are fixed at once', async () => {
    await withFolder('shop', 'rule', async (place) => {
      const { document } = await show(write(place('all.yaml'), `${ESCALATING}---\n${deployment('other', ['allowPrivilegeEscalation: true'])}`));
      await waitForRules(document.uri, [ESCALATION, ESCALATION]);
      const [first] = findings(document.uri);
      assert.ok(first);
      await apply(pick(await actions(document.uri, first.range), `Fix all ${ESCALATION} in this file`));
      await waitForRules(document.uri, []);
    });
  });

  test('hardening a container does everything that the profile asks of it, in one edit', async () => {
    await withFolder('shop', 'harden', async (place) => {
      const { document } = await show(write(place('pod.yaml'), HARDENED.replace(/ {10}securityContext:\n(?: {12}.*\n)*/u, '')));
      const { range } = await waitForRule(document.uri, 'capabilities-not-dropped');
      await apply(pick(await actions(document.uri, range, vscode.CodeActionKind.RefactorRewrite), 'Harden container hardened'));
      await waitForRules(document.uri, []);
      assert.match(document.getText(), /allowPrivilegeEscalation: false/u);
      assert.match(document.getText(), /drop:\s*\[?\s*-?\s*ALL/u);
      await vscode.commands.executeCommand('undo');
      await waitForRule(document.uri, 'capabilities-not-dropped');
    });
  });

  test('saving applies the safe fixes, and only those', async () => {
    await withFolder('shop', 'save', async (place) => {
      const text = ESCALATING.replace('      automountServiceAccountToken: false\n', '      automountServiceAccountToken: false\n      serviceAccount: shop\n');
      await withSettings(undefined, { 'editor.codeActionsOnSave': { 'source.fixAll.oakum': 'explicit' } }, async () => {
        const editor = await show(write(place('pod.yaml'), text));
        const { document } = editor;
        await waitForRules(document.uri, ['deprecated-service-account-field', ESCALATION]);
        await replace(editor, 'name: escalating\nspec', 'name: saved\nspec');
        assert.ok(await document.save());
        await waitForRules(document.uri, [ESCALATION]);
        assert.match(document.getText(), /\n {6}serviceAccountName: shop\n/u);
        assert.match(document.getText(), /allowPrivilegeEscalation: true/u);
      });
    });
  });

  test('the source action of the safe fixes has its own kind', async () => {
    await withFolder('shop', 'kind', async (place) => {
      const { document } = await show(write(place('pod.yaml'), HARDENED.replace('      automountServiceAccountToken: false\n', '      automountServiceAccountToken: false\n      serviceAccount: shop\n')));
      await waitForRules(document.uri, ['deprecated-service-account-field']);
      const whole = new vscode.Range(0, 0, document.lineCount, 0);
      const offered = await actions(document.uri, whole, vscode.CodeActionKind.SourceFixAll);
      assert.deepEqual(offered.map(({ kind }) => kind?.value), ['source.fixAll.oakum']);
    });
  });

  test('a rule is switched off in a configuration file that this makes', async () => {
    await withFolder('shop', 'off', async (place) => {
      const { document } = await show(write(place('pod.yaml'), ESCALATING));
      const { range } = await waitForRule(document.uri, ESCALATION);
      const configuration = file('shop', '.oakum.yaml');
      try {
        await apply(pick(await actions(document.uri, range), `Switch ${ESCALATION} off in .oakum.yaml`));
        await waitForRules(document.uri, []);
        const written = await vscode.workspace.openTextDocument(configuration);
        assert.match(written.getText(), /^rules:\n {2}privilege-escalation: "?off"?\n$/u);
      } finally {
        await closeAll();
        await vscode.workspace.fs.delete(configuration);
      }
    });
  });

  test('Fix All in File repairs the file in the editor', async () => {
    await withFolder('shop', 'all', async (place) => {
      const { document } = await show(write(place('all.yaml'), `${ESCALATING}---\n${deployment('other', ['allowPrivilegeEscalation: true'])}`));
      await waitForRules(document.uri, [ESCALATION, ESCALATION]);
      await vscode.commands.executeCommand('oakum.fixFile');
      await waitForRules(document.uri, []);
    });
  });

  test('no fix of the sample makes a new finding', async () => {
    const { document } = await show(file('samples', 'insecure/shop.yaml'));
    await waitForRule(document.uri, 'host-network');
    const before = new Set(rules(document.uri));
    const text = document.getText();
    await vscode.commands.executeCommand('oakum.fixFile');
    await eventually('fewer findings', () => {
      assert.ok(!rules(document.uri).includes('host-network'));
    });
    assert.notEqual(document.getText(), text);
    assert.deepEqual(rules(document.uri).filter((rule) => !before.has(rule)), []);
    await closeAll();
  });
}
