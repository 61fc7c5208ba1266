// Drives the VS Code workbench as a person does: by keys, by the mouse, by what is to be read on the screen.
import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

/** How long a person would wait for anything to appear, in milliseconds. */
const PATIENCE = 20_000;

/** The class that VS Code gives to the underline of each severity. */
const SQUIGGLES = {
  error: '.squiggly-error',
  warning: '.squiggly-warning',
  information: '.squiggly-info',
  hint: '.squiggly-hint',
};

/** Text as the screen shows it: the editor draws its spaces as no-break spaces. */
function plain(text) {
  return (text ?? '').replaceAll('\u00a0', ' ').trim();
}

/** Asks again and again until `check` gives something other than false and undefined; says what it waited for when it gives up. */
export async function eventually(what, check, limit = PATIENCE) {
  const end = Date.now() + limit;
  for (;;) {
    const answer = await check();
    if (answer !== undefined && answer !== false) return answer;
    if (Date.now() > end) throw new Error(`Waited ${limit / 1000} s in vain for ${what}.`);
    await sleep(100);
  }
}

/** A workbench on the screen. */
export class Workbench {
  /** The Playwright page, for what has no method here. */
  page;

  constructor(page) {
    this.page = page;
  }

  /** Opens an address of the server and waits until the workbench can be used. */
  static async open(page, url) {
    page.setDefaultTimeout(PATIENCE);
    await page.goto(url);
    await page.locator('.monaco-workbench').waitFor({ timeout: 60_000 });
    const workbench = new Workbench(page);
    await workbench.#connected();
    return workbench;
  }

  /** The corner of the status bar says `remote` once the server is reached; before that it says that it is opening. */
  async #connected() {
    await this.page.locator('.statusbar-item[id="status.host"][aria-label="remote"]').waitFor({ timeout: 60_000 });
  }

  /** Presses keys, such as `Control+.`. */
  async press(...keys) {
    for (const key of keys) await this.page.keyboard.press(key);
  }

  /** Types into whatever has the focus, key by key. */
  async type(text) {
    for (const [index, line] of text.split('\n').entries()) {
      if (index > 0) await this.page.keyboard.press('Enter');
      await this.page.keyboard.type(line, { delay: 15 });
    }
  }

  /** Opens a file by quick open and waits until it is the active editor. */
  async openFile(name) {
    await this.press('ControlOrMeta+P');
    const input = this.page.locator('.quick-input-widget input.input');
    await input.waitFor();
    await input.fill(name);
    await this.#pick(name.split('/').at(-1));
    await eventually(`the editor of ${name}`, async () => (await this.activeFile()) === name.split('/').at(-1));
    await this.page.locator('.editor-group-container.active .view-line').first().waitFor();
  }

  /** The file name on the active tab. */
  async activeFile() {
    const tab = this.page.locator('.editor-group-container.active .tab.active').first();
    return (await tab.count()) === 0 ? undefined : ((await tab.getAttribute('data-resource-name')) ?? undefined);
  }

  /** Runs a command by its title in the palette, such as `Oakum: Scan Workspace`. Extensions bring theirs a while after the window is there. */
  async command(title) {
    const input = this.page.locator('.quick-input-widget input.input');
    // Something else may take the focus meanwhile, which closes the palette; then it is opened again.
    await eventually(`"${title}" in the palette`, async () => {
      await this.press('F1');
      try {
        await input.fill(`>${title}`, { timeout: 3000 });
        const row = await eventually('it', () => this.#row(title), 2000);
        await row.click({ timeout: 3000 });
        return true;
      } catch {
        await this.press('Escape');
        return false;
      }
    }, 60_000);
  }

  /** What the palette offers for a search, top to bottom; the palette is closed again. */
  async commandsLike(search) {
    await this.press('F1');
    await this.page.locator('.quick-input-widget input.input').fill(`>${search}`);
    await sleep(500);
    const titles = await this.quickPickRows();
    await this.press('Escape');
    return titles;
  }

  /** The rows of an open quick pick. */
  async quickPickRows() {
    const rows = this.page.locator('.quick-input-widget .quick-input-list .monaco-list-row .label-name');
    return (await rows.allTextContents()).map(plain);
  }

  /** Types into an open quick pick or input box and picks the row with that label. */
  async choose(label) {
    const input = this.page.locator('.quick-input-widget input.input');
    await input.waitFor();
    await input.fill(label);
    await this.#pick(label);
  }

  /** Answers an open input box, once it finds nothing wrong with the answer. */
  async answer(text) {
    const input = this.page.locator('.quick-input-widget input.input');
    await input.waitFor();
    await input.fill(text);
    await this.page.locator('.quick-input-widget .monaco-inputbox:not(.error)').first().waitFor();
    await this.press('Enter');
    await input.waitFor({ state: 'hidden' });
  }

  async #pick(label) {
    const row = await eventually(`"${label}" in the quick pick`, () => this.#row(label));
    await row.click();
  }

  /** The row of an open quick pick that has a label. */
  async #row(label) {
    const rows = this.page.locator('.quick-input-widget .quick-input-list .monaco-list-row');
    for (const candidate of await rows.all()) {
      const name = candidate.locator('.label-name').first();
      if (plain(await name.textContent({ timeout: 1000 }).catch(() => '')) === label) return candidate;
    }
    return undefined;
  }

  /** Puts the cursor on a line and column, both counted from 1. */
  async cursorTo(line, column = 1) {
    await this.press('Control+G');
    const input = this.page.locator('.quick-input-widget input.input');
    await input.waitFor();
    await input.fill(`:${line}:${column}`);
    await this.press('Enter');
    await input.waitFor({ state: 'hidden' });
  }

  /** The lines that the active editor shows at the moment, top to bottom. */
  async visibleLines() {
    return this.page.locator('.editor-group-container.active .monaco-editor').first().evaluate((editor) =>
      [...editor.querySelectorAll('.view-lines > .view-line')]
        .map((line) => ({ top: parseFloat(line.style.top), text: (line.textContent ?? '').replaceAll('\u00a0', ' ') }))
        .sort((a, b) => a.top - b.top)
        .map(({ text }) => text),
    );
  }

  /** The whole text of the active editor, by way of the clipboard. */
  async text() {
    await this.focusEditor();
    await this.press('ControlOrMeta+A', 'ControlOrMeta+C', 'ArrowLeft');
    return (await this.page.evaluate(() => navigator.clipboard.readText())).replaceAll('\r\n', '\n');
  }

  /** Gives the keyboard to the active editor. */
  async focusEditor() {
    await this.press('ControlOrMeta+1');
  }

  /** Saves the active editor and waits until its tab is no longer marked as changed. */
  async save() {
    await this.press('ControlOrMeta+S');
    await eventually('the file to be saved', async () => (await this.page.locator('.editor-group-container.active .tab.active.dirty').count()) === 0);
  }

  /** How many underlines of a severity are to be seen in the active editor. */
  async squiggles(severity) {
    return this.page.locator(`.editor-group-container.active ${SQUIGGLES[severity]}`).count();
  }

  /** Waits for at least one underline of a severity. */
  async waitForSquiggle(severity) {
    await eventually(`a ${severity} underline`, async () => (await this.squiggles(severity)) > 0);
  }

  /** Waits until there is no underline of a severity. */
  async waitForNoSquiggle(severity) {
    await eventually(`the last ${severity} underline to go`, async () => (await this.squiggles(severity)) === 0);
  }

  /** Moves the mouse to the middle of some visible text of the active editor, and resolves with the text of the hover once it says what is expected. */
  async hover(text, expected = /./) {
    const place = await this.#placeOf(text);
    await this.page.mouse.move(0, 0);
    await this.page.mouse.move(place.x, place.y, { steps: 5 });
    return this.#hoverText(expected);
  }

  /** Moves the mouse over the first underline of a severity, and resolves with the text of the hover once it says what is expected. */
  async hoverSquiggle(severity, expected = /./) {
    const box = await this.page.locator(`.editor-group-container.active ${SQUIGGLES[severity]}`).first().boundingBox();
    await this.page.mouse.move(0, 0);
    await this.page.mouse.move(box.x + box.width / 2, box.y + box.height / 2, { steps: 5 });
    return this.#hoverText(expected);
  }

  async #hoverText(expected) {
    const hover = this.page.locator('.monaco-hover:not(.hidden) .monaco-hover-content').first();
    return eventually(`a hover like ${expected}`, async () => {
      if ((await hover.count()) === 0) return undefined;
      const text = plain(await hover.innerText().catch(() => ''));
      return text !== 'Loading...' && expected.test(text) ? text : undefined;
    });
  }

  /** Closes whatever floats above the editor. */
  async dismiss() {
    await this.page.mouse.move(0, 0);
    await this.press('Escape', 'Escape');
  }

  async #placeOf(text) {
    return eventually(`"${text}" in the editor`, async () => {
      const place = await this.page.locator('.editor-group-container.active .monaco-editor').first().evaluate((editor, wanted) => {
        for (const line of editor.querySelectorAll('.view-lines > .view-line')) {
          const at = (line.textContent ?? '').replaceAll('\u00a0', ' ').indexOf(wanted);
          if (at < 0) continue;
          const range = document.createRange();
          const walker = document.createTreeWalker(line, NodeFilter.SHOW_TEXT);
          const ends = [at + Math.floor(wanted.length / 2), at + Math.floor(wanted.length / 2) + 1];
          let seen = 0;
          for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
            const length = node.textContent?.length ?? 0;
            if (seen <= ends[0] && ends[0] < seen + length) range.setStart(node, ends[0] - seen);
            if (seen < ends[1] && ends[1] <= seen + length) {
              range.setEnd(node, ends[1] - seen);
              const box = range.getBoundingClientRect();
              return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
            }
            seen += length;
          }
        }
        return null;
      }, text);
      return place ?? undefined;
    });
  }

  /** Opens the quick fixes at the cursor by Ctrl+. and resolves with their titles. */
  async quickFixes() {
    const rows = this.page.locator('.action-widget .monaco-list-row.action');
    // Findings that arrive just then close the menu again.
    await eventually('the quick fixes', async () => {
      await this.focusEditor();
      await this.press('ControlOrMeta+.');
      const shown = await eventually('them', async () => (await rows.count()) > 0, 3000).catch(() => false);
      if (shown) await sleep(300);
      return shown && (await rows.count()) > 0;
    });
    return (await rows.allInnerTexts()).map(plain);
  }

  /** Opens the quick fixes at the cursor and applies the one with that title. */
  async applyQuickFix(title) {
    const titles = await this.quickFixes();
    const index = titles.indexOf(title);
    if (index < 0) throw new Error(`No quick fix "${title}" among: ${titles.join(' | ')}`);
    await this.page.locator('.action-widget .monaco-list-row.action').nth(index).click();
    await this.page.locator('.action-widget:not(.action-list-submenu-panel)').waitFor({ state: 'hidden' });
  }

  /** Shows the Problems panel and resolves with the text of its rows: files and findings. The panel draws what fits on the screen. */
  async problems() {
    const panel = await this.#problemsPanel();
    await sleep(300);
    return (await panel.locator('.monaco-list-row').allInnerTexts()).map((row) => plain(row.replaceAll('\n', ' ')));
  }

  async #problemsPanel() {
    const panel = this.page.locator('.markers-panel');
    if (!(await panel.isVisible())) {
      await this.command('Problems: Focus on Problems View');
      await panel.waitFor();
    }
    return panel;
  }

  /** Shows only what has some text in it, a file name for instance, in the Problems panel; everything when the text is empty. */
  async filterProblems(text) {
    await this.#problemsPanel();
    await this.page.locator('.part.panel .viewpane-filter input').fill(text);
  }

  /** Waits until a row of the Problems panel matches, and resolves with that row. */
  async waitForProblem(pattern) {
    return eventually(`a problem like ${pattern}`, async () => (await this.problems()).find((row) => pattern.test(row)));
  }

  /** The text of the status bar, its items separated by ` | `. */
  async statusBar() {
    const bar = this.page.locator('.part.statusbar');
    return (await bar.count()) === 0 ? '' : plain(await bar.innerText()).replace(/\s*\n\s*/g, ' | ');
  }

  /** The texts of the notifications on the screen. */
  async notifications() {
    return (await this.page.locator('.notifications-toasts .notification-list-item-message').allInnerTexts()).map(plain);
  }

  /** Presses a button of a notification or of a dialogue. */
  async clickButton(label) {
    await this.page.locator('.notifications-toasts, .monaco-dialog-box').getByRole('button', { name: label, exact: true }).first().click();
  }

  /** The text of an open dialogue, or nothing. */
  async dialogue() {
    const box = this.page.locator('.monaco-dialog-box');
    return (await box.count()) === 0 ? undefined : plain(await box.innerText());
  }

  /** The texts of the pages that are shown in frames of their own: rendered Markdown, an extension's page. */
  async webviewTexts() {
    const texts = await Promise.all(this.#webviews().map((frame) => frame.locator('body').innerText({ timeout: 1000 }).catch(() => '')));
    return texts.map(plain);
  }

  /** The pictures in those pages, as they are written. */
  async webviewPictures() {
    const pictures = await Promise.all(this.#webviews().map((frame) => frame.locator('img').evaluateAll((all) => all.map((one) => one.outerHTML)).catch(() => [])));
    return pictures.flat();
  }

  #webviews() {
    return this.page.frames().filter((frame) => /\/fake\.html|\/webview\//.test(frame.url()));
  }

  /** Opens the language status of the active editor and resolves with its text. */
  async languageStatus() {
    const status = this.page.locator('.statusbar-item[id="status.languageStatus"]');
    if ((await status.count()) === 0) return '';
    const box = this.page.locator('.monaco-hover .hover-language-status').first();
    if (!(await box.isVisible())) await status.click();
    await box.waitFor();
    return plain(await this.page.locator('.monaco-hover:has(.hover-language-status)').first().innerText()).replace(/\s*\n\s*/g, ' | ');
  }

  /** Whether the window is in Restricted Mode, as its status bar says. */
  async isRestricted() {
    return (await this.statusBar()).includes('Restricted Mode');
  }

  /** Waits until the status bar says that the window is in Restricted Mode. */
  async waitForRestrictedMode() {
    await eventually('Restricted Mode', () => this.isRestricted());
  }

  /** What is to be read on the screen, for the report of a failed test. */
  async description() {
    const texts = [
      `file: ${(await this.activeFile()) ?? 'none'}`,
      ...(await this.visibleLines().catch(() => [])).map((line, index) => `${String(index + 1).padStart(3)} ${line}`),
      `status bar: ${await this.statusBar()}`,
      `notifications: ${(await this.notifications()).join(' / ')}`,
      `dialogue: ${(await this.dialogue()) ?? 'none'}`,
      `problems: ${(await this.page.locator('.markers-panel .monaco-list-row').allInnerTexts()).map((row) => plain(row.replaceAll('\n', ' '))).join('\n          ')}`,
    ];
    return texts.join('\n');
  }

  /** Closes the window. */
  async close() {
    await this.page.context().close();
  }

  /** Photographs the window. */
  async screenshot(file) {
    mkdirSync(dirname(file), { recursive: true });
    await this.page.screenshot({ path: file, animations: 'disabled' }); // What fades in is shown as it will be.
  }
}
