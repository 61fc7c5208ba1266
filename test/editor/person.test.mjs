// What a person sees and does in the editor with the packaged extension, in the workbench of VS Code itself.
import assert from 'node:assert/strict';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { SAMPLES, copyWorkspace, eventually } from './editor.mjs';
import { SCREENSHOTS, runAsPerson } from './person.mjs';

/** Photographs the window for people to look at. */
const photograph = (workbench, name) => workbench.screenshot(join(SCREENSHOTS, `${name}.png`));

/** Writes the settings of a folder, as somebody who edits the file does. */
function changeSettings(folder, settings) {
  mkdirSync(join(folder, '.vscode'), { recursive: true });
  writeFileSync(join(folder, '.vscode', 'settings.json'), JSON.stringify(settings));
}

/** Manifests that are enough for a scan to take its time. */
const MANY = 3000;

await runAsPerson([
  [
    'the packaged extension underlines what is insecure and leaves other files alone',
    async (open) => {
      const workbench = await open({ folder: copyWorkspace() });
      await workbench.openFile('deployment.yaml');
      await workbench.waitForSquiggle('error');
      await workbench.waitForProblem(/Container shop is privileged.*oakum privileged-container/);
      assert.equal(await workbench.isRestricted(), false);
      await workbench.openFile('docker-compose.yml');
      await workbench.openFile('deployment.yaml');
      assert.deepEqual((await workbench.problems()).filter((row) => /compose/.test(row)), []);
      await photograph(workbench, 'findings');
    },
  ],
  [
    'a squiggle appears while a pod is typed, Ctrl+. repairs it, and undo brings it back',
    async (open) => {
      const folder = copyWorkspace();
      writeFileSync(join(folder, 'typed.yaml'), '');
      const workbench = await open({ folder });
      await workbench.openFile('typed.yaml');
      await workbench.focusEditor();
      await workbench.type('apiVersion: v1\nkind: Pod\nmetadata:\n  name: typed\n');
      await workbench.press('Backspace'); // The editor has indented the new line like the one before.
      await workbench.type('spec:\n  hostNetwork: tru');
      await workbench.waitForNoSquiggle('error');
      await workbench.type('e');
      await workbench.waitForProblem(/host-network/);
      await workbench.focusEditor();
      const titles = await workbench.quickFixes();
      assert.equal(titles[0], 'Give the pod a network namespace of its own');
      await photograph(workbench, 'typed-quick-fixes');
      await workbench.dismiss();
      await workbench.applyQuickFix('Give the pod a network namespace of its own');
      await eventually('the repaired text', async () => !(await workbench.text()).includes('hostNetwork: true'));
      await eventually('the end of the finding', async () => !(await workbench.problems()).some((row) => /host-network/.test(row)));
      await workbench.focusEditor();
      await workbench.press('ControlOrMeta+Z');
      await workbench.waitForProblem(/host-network/);
    },
  ],
  [
    'a container is hardened in one step, and its comments stay',
    async (open) => {
      const workbench = await open({ folder: copyWorkspace(SAMPLES) });
      await workbench.openFile('insecure/shop.yaml');
      await workbench.waitForSquiggle('error');
      await workbench.cursorTo(31, 26);
      await workbench.applyQuickFix('Harden container web');
      const text = await eventually('the hardened container', async () => {
        const now = await workbench.text();
        return now.includes('privileged: true') ? undefined : now;
      });
      assert.match(text, /allowPrivilegeEscalation: false/);
      assert.match(text, /hostNetwork: true # was needed by the old load balancer/);
      assert.match(text, /drop:/);
      await workbench.cursorTo(30, 1);
      await photograph(workbench, 'hardened');
    },
  ],
  [
    'Scan Workspace shows its progress, fills Problems for closed files, and follows what happens to them',
    async (open) => {
      const folder = copyWorkspace(SAMPLES);
      const workbench = await open({ folder });
      await workbench.command('Oakum: Scan Workspace');
      await eventually('the result', async () => (await workbench.notifications()).find((text) => /^Oakum: \d+ findings in \d+ of \d+ manifests\.$/.test(text)));
      await photograph(workbench, 'scan-result');
      await workbench.clickButton('Show Problems');
      await workbench.waitForProblem(/^shop\.yaml\s*insecure/);
      await photograph(workbench, 'scan-problems');
      await workbench.filterProblems('host-ipc');
      await workbench.waitForProblem(/^pod\.json\s*insecure/);
      await workbench.filterProblems('privileged');
      await workbench.waitForProblem(/^shop\.yaml\s*insecure/);
      await workbench.waitForProblem(/privileged-container/);
      assert.equal(await workbench.activeFile(), undefined);
      rmSync(join(folder, 'insecure', 'shop.yaml'));
      await eventually('the findings of the deleted file to go', async () => !(await workbench.problems()).some((row) => /privileged-container/.test(row)));
      await workbench.filterProblems('');
      await workbench.waitForProblem(/^pod\.json\s*insecure/);
    },
  ],
  [
    'a long scan counts, and is gone as soon as it is cancelled',
    async (open) => {
      const folder = copyWorkspace();
      const manifest = readFileSync(join(folder, 'deployment.yaml'), 'utf8');
      mkdirSync(join(folder, 'many'));
      for (let number = 0; number < MANY; number += 1) writeFileSync(join(folder, 'many', `${number}.yaml`), manifest.replaceAll('shop', `shop-${number}`));
      const workbench = await open({ folder });
      await workbench.command('Oakum: Scan Workspace');
      await eventually('the count', async () => (await workbench.notifications()).find((text) => /[\d,.]+ of [\d,.]+ files, [\d,.]+ findings/.test(text)));
      await photograph(workbench, 'scan-progress');
      const begin = Date.now();
      await workbench.clickButton('Cancel');
      await eventually('the end of the progress', async () => (await workbench.notifications()).length === 0);
      const took = Date.now() - begin;
      assert.ok(took < 3000, `cancelling took ${took} ms on the screen`);
      await workbench.openFile('deployment.yaml');
      await workbench.waitForSquiggle('error');
      await workbench.command('Oakum: Scan Workspace');
      await eventually('the result of a second scan', async () => (await workbench.notifications()).find((text) => /findings in [\d,.]+ of [\d,.]+ manifests/.test(text)), 60_000);
    },
  ],
  [
    'a folder is scanned from the menu of the explorer',
    async (open) => {
      const workbench = await open({ folder: copyWorkspace(SAMPLES) });
      await eventually('the commands of the extension', async () => (await workbench.commandsLike('Oakum: Scan Folder')).includes('Oakum: Scan Folder…'));
      await workbench.page.locator('.explorer-folders-view .monaco-list-row', { hasText: 'insecure' }).click({ button: 'right' });
      await photograph(workbench, 'explorer-menu');
      await workbench.page.locator('.monaco-menu').getByText('Scan Folder…').click();
      await eventually('the result', async () => (await workbench.notifications()).find((text) => /^Oakum: \d+ findings in \d+ of \d+ manifests\.$/.test(text)));
      await workbench.filterProblems('privileged');
      await workbench.waitForProblem(/^shop\.yaml\s*insecure/);
    },
  ],
  [
    'everything works in Restricted Mode',
    async (open) => {
      const workbench = await open({ folder: copyWorkspace(SAMPLES), isTrustAsked: true });
      await workbench.waitForRestrictedMode();
      await workbench.openFile('insecure/shop.yaml');
      await workbench.waitForSquiggle('error');
      await photograph(workbench, 'restricted-mode');
      await workbench.cursorTo(31, 26);
      await workbench.applyQuickFix('Run the container unprivileged');
      await eventually('the repair', async () => !(await workbench.text()).includes('privileged: true'));
      await workbench.command('Oakum: Scan Workspace');
      await workbench.filterProblems('pod.json');
      await workbench.waitForProblem(/^pod\.json\s*insecure/);
      assert.equal(await workbench.isRestricted(), true);
    },
  ],
  [
    'a hover says what is in force and where it comes from',
    async (open) => {
      const workbench = await open({ folder: copyWorkspace(SAMPLES) });
      await workbench.openFile('insecure/shop.yaml');
      await workbench.waitForSquiggle('error');
      await workbench.hover('hostNetwork', /In force: true/);
      await photograph(workbench, 'hover-pod');
      await workbench.dismiss();
      await workbench.cursorTo(60, 1);
      await workbench.hover('runAsUser', /cleanup: 0/);
      await photograph(workbench, 'hover-inherited');
      await workbench.dismiss();
      await workbench.cursorTo(31, 1);
      await workbench.hoverSquiggle('error', /oakum[a-z-]+\s+[^]*Ignore it when/);
      await photograph(workbench, 'hover-finding');
    },
  ],
  [
    'Explain Rule lets one pick a rule and shows its page',
    async (open) => {
      const workbench = await open({ folder: copyWorkspace(SAMPLES) });
      await workbench.openFile('insecure/shop.yaml');
      await workbench.waitForSquiggle('error');
      await workbench.command('Oakum: Explain Rule…');
      await eventually('the rules', async () => (await workbench.quickPickRows()).includes('host-network') || (await workbench.quickPickRows()).length > 5);
      await photograph(workbench, 'explain-pick');
      await workbench.choose('host-network');
      await eventually('the rendered page', async () => (await workbench.webviewTexts()).some((text) => /host-network/.test(text) && /Why/.test(text) && /In other tools|other tools/i.test(text)));
      await photograph(workbench, 'explain-page');
    },
  ],
  [
    'the link of a finding in Problems opens the page of its rule',
    async (open) => {
      const workbench = await open({ folder: copyWorkspace() });
      await workbench.openFile('deployment.yaml');
      await workbench.waitForProblem(/privileged-container/);
      await workbench.page.locator('.markers-panel a', { hasText: 'privileged-container' }).first().click({ modifiers: ['ControlOrMeta'] });
      await eventually('the rendered page', async () => (await workbench.webviewTexts()).some((text) => /privileged-container/.test(text) && /Why/.test(text)));
    },
  ],
  [
    'a finding is suppressed with a reason that is asked for',
    async (open) => {
      const workbench = await open({ folder: copyWorkspace(SAMPLES) });
      await workbench.openFile('insecure/shop.yaml');
      await workbench.waitForSquiggle('error');
      await workbench.cursorTo(20, 22);
      await workbench.applyQuickFix('Ignore host-network here…');
      await workbench.page.locator('.quick-input-widget input.input').waitFor();
      await workbench.press('Enter');
      await eventually('the demand for a reason', async () => (await workbench.page.locator('.quick-input-widget .quick-input-message').innerText()).includes('A suppression needs a reason.'));
      await photograph(workbench, 'suppress-input');
      await workbench.answer('the load balancer needs it until March');
      const text = await eventually('the comment', async () => {
        const now = await workbench.text();
        return now.includes('oakum-ignore') ? now : undefined;
      });
      assert.match(text, /\n {6}# oakum-ignore host-network: the load balancer needs it until March\n {6}hostNetwork: true # was needed/);
      await eventually('the end of the finding', async () => !(await workbench.problems()).some((row) => /oakum host-network/.test(row)));
      await workbench.cursorTo(20, 1);
      await photograph(workbench, 'suppressed');
    },
  ],
  [
    'Fix All in Workspace shows a preview first, and changes the files after it',
    async (open) => {
      const folder = copyWorkspace(SAMPLES);
      const before = readFileSync(join(folder, 'insecure', 'pod.json'), 'utf8');
      const workbench = await open({ folder });
      await workbench.command('Oakum: Fix All in Workspace');
      const preview = workbench.page.locator('.bulk-edit-panel');
      await preview.waitFor();
      await eventually('the files in the preview', async () => /pod\.json/.test(await preview.innerText()) && /shop\.yaml/.test(await preview.innerText()));
      await photograph(workbench, 'refactor-preview');
      assert.equal(readFileSync(join(folder, 'insecure', 'pod.json'), 'utf8'), before);
      // VS Code leaves what needs confirmation unticked: the person ticks the files that are meant.
      for (const name of ['pod.json', 'shop.yaml']) {
        const tick = preview.locator('.monaco-list-row', { hasText: name }).first().locator('input[type=checkbox], .monaco-checkbox, .monaco-custom-toggle').first();
        await tick.click();
      }
      await preview.getByRole('button', { name: 'Apply', exact: true }).click();
      await preview.waitFor({ state: 'hidden' });
      await workbench.openFile('insecure/pod.json');
      await eventually('the repaired file', async () => !(await workbench.text()).includes('"hostIPC": true'));
      await photograph(workbench, 'fixed-workspace');
    },
  ],
  [
    'settings hold at once, and the configuration file is created, completed and checked',
    async (open) => {
      const folder = copyWorkspace();
      const workbench = await open({ folder });
      await workbench.openFile('deployment.yaml');
      await workbench.waitForProblem(/seccomp-profile-unset/);
      changeSettings(folder, { 'oakum.profile': 'baseline' });
      await eventually('only what the profile baseline asks for', async () => !(await workbench.problems()).some((row) => /seccomp-profile-unset/.test(row)));
      await workbench.waitForProblem(/privileged-container/);
      await workbench.command('Oakum: Create Configuration File');
      await eventually('the configuration', async () => (await workbench.activeFile()) === '.oakum.yaml');
      await photograph(workbench, 'configuration-created');
      await workbench.focusEditor();
      await workbench.press('ControlOrMeta+A', 'Delete');
      await workbench.type('profile: strictest');
      await workbench.waitForProblem(/strictest/);
      await workbench.focusEditor();
      await photograph(workbench, 'configuration-error');
      for (let step = 0; step < 'strictest'.length; step += 1) await workbench.press('Backspace');
      await workbench.type('strict');
      await workbench.save();
      await workbench.openFile('deployment.yaml');
      await workbench.filterProblems('writable-root-filesystem');
      await workbench.waitForProblem(/writable-root-filesystem/);
    },
  ],
  [
    'the language status tells what Oakum makes of a file',
    async (open) => {
      const workbench = await open({ folder: copyWorkspace() });
      await workbench.openFile('deployment.yaml');
      await workbench.waitForSquiggle('error');
      await eventually('the findings in the status', async () => /Oakum: \d+ findings/.test(await workbench.languageStatus()));
      await photograph(workbench, 'language-status');
      await workbench.dismiss();
      await workbench.openFile('templates/deployment.yaml');
      await eventually('the Helm template in the status', async () => /Oakum: Helm template/.test(await workbench.languageStatus()));
      assert.equal(await workbench.squiggles('warning'), 0);
      await photograph(workbench, 'language-status-helm');
    },
  ],
  [
    'the page of the extension shows what is in the package',
    async (open) => {
      const workbench = await open({ folder: copyWorkspace() });
      await workbench.press('ControlOrMeta+Shift+X');
      await workbench.page.locator('.extensions-list .monaco-list-row', { hasText: 'Oakum' }).first().click();
      await eventually('the README', async () => (await workbench.webviewTexts()).some((text) => /closes the gaps in Kubernetes manifests/.test(text)));
      assert.deepEqual(await workbench.webviewPictures(), [], 'there are pictures, which the editor does not show on this page');
      await photograph(workbench, 'extension-page');
    },
  ],
  [
    'it is readable in light, dark and high contrast',
    async (open) => {
      const folder = copyWorkspace(SAMPLES);
      changeSettings(folder, { 'workbench.colorTheme': 'Default Light Modern' });
      const workbench = await open({ folder });
      await workbench.openFile('insecure/shop.yaml');
      await workbench.waitForSquiggle('error');
      await workbench.hover('hostNetwork', /In force/);
      await photograph(workbench, 'light');
      await workbench.dismiss();
      changeSettings(folder, { 'workbench.colorTheme': 'Default High Contrast' });
      await eventually('the theme', () => workbench.page.locator('.monaco-workbench.hc-black').isVisible());
      await workbench.hover('hostNetwork', /In force/);
      await photograph(workbench, 'high-contrast');
    },
  ],
  [
    'it runs in the web worker of a browser too',
    async (open) => {
      const workbench = await open({ folder: copyWorkspace(SAMPLES), isWeb: true });
      await workbench.openFile('insecure/shop.yaml');
      await workbench.waitForSquiggle('error');
      await workbench.cursorTo(31, 26);
      await workbench.applyQuickFix('Run the container unprivileged');
      await eventually('the repair', async () => !(await workbench.text()).includes('privileged: true'));
      await workbench.command('Oakum: Scan Workspace');
      await workbench.filterProblems('pod.json');
      await workbench.waitForProblem(/^pod\.json\s*insecure/);
      await workbench.command('Oakum: Explain Rule…');
      await workbench.choose('host-network');
      await eventually('the rendered page', async () => (await workbench.webviewTexts()).some((text) => /host-network/.test(text) && /Why/.test(text)));
      await photograph(workbench, 'web-worker');
    },
  ],
]);
