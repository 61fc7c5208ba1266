import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { file, closeAll, rangeOf, show, waitForRule, withFolder, withSettings, write } from './desk.js';
import { eventually } from './eventually.js';
import { HARDENED, deployment } from './manifests.js';
import type { Suite } from './runner.js';

/** The tests of what is said when the pointer rests on something. */
export function addHoverTests(test: Suite['test']): void {
  test('a hover tells the value in force and who has set it', async () => {
    await withFolder('shop', 'hover', async (place) => {
      const { document } = await show(write(place('pod.yaml'), deployment('hover', ['runAsNonRoot: false', 'allowPrivilegeEscalation: false'])));
      await waitForRule(document.uri, 'root-user-possible').catch(() => undefined);
      const own = await hover(document, 'runAsNonRoot: false');
      assert.match(own, /In force: `false`, set by the container .*over `true` of the pod/u);
      const inherited = await hover(document, 'runAsNonRoot: true');
      assert.match(inherited, /In force in the containers:\s+- `hover`: `false` \(its own word/u);
      assert.match(await hover(document, 'hover\nspec'), /^$/u);
    });
  });

  test('a hover tells what a field does, its default, and the rules that look at it', async () => {
    const { document } = await show(file('samples', 'insecure/shop.yaml'));
    await waitForRule(document.uri, 'host-network');
    const text = await hover(document, 'hostNetwork');
    assert.match(text, /\*\*hostNetwork\*\* · pod/u);
    assert.match(text, /In force: `true`/u);
    assert.match(text, /host-network/u);
    assert.match(text, /command:oakum\.explainRule/u);
    await closeAll();
  });

  test('hovers are switched off by the settings', async () => {
    await withFolder('shop', 'unhover', async (place) => {
      const { document } = await show(write(place('pod.yaml'), HARDENED));
      assert.notEqual(await hover(document, 'allowPrivilegeEscalation'), '');
      await withSettings(undefined, { 'oakum.hover.enable': false }, async () => {
        await eventually('no hover', async () => {
          assert.equal(await ask(document, 'allowPrivilegeEscalation'), '');
        });
      });
    });
  });
}

/** What Oakum says of some text, once it says something; nothing for text that has no part in security. */
async function hover(document: vscode.TextDocument, text: string): Promise<string> {
  if (text.includes('\n')) return ask(document, text);
  return eventually(`a hover on ${text}`, async () => {
    const said = await ask(document, text);
    assert.notEqual(said, '');
    return said;
  });
}

async function ask(document: vscode.TextDocument, text: string): Promise<string> {
  const hovers = await vscode.commands.executeCommand<vscode.Hover[]>('vscode.executeHoverProvider', document.uri, rangeOf(document, text).start.translate(0, 1));
  return hovers.flatMap(({ contents }) => contents.map((content) => (typeof content === 'string' ? content : content.value))).join('\n');
}
