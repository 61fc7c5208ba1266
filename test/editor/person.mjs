// The runner of the tests that act as a person: one window for each test, one line for each result.
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { ensureInstalled } from '../../tools/install.mjs';
import { makePackage } from '../../tools/package.mjs';
import { ROOT, exitOnSignals } from '../../tools/process.mjs';
import { forBrowsers, installExtension, startEditor } from './editor.mjs';

/** Where the pictures go that the tests take; nobody publishes them. */
export const SCREENSHOTS = join(ROOT, 'out', 'screenshots');

/** How long one test may take, in milliseconds. */
const LIMIT = 120_000;

/** Starts each kind of editor when it is first asked for. */
class Editors {
  #installed;
  #started = new Map();

  constructor(installed) {
    this.#installed = installed;
  }

  /** Opens a folder in a new window: of an editor that asks for trust, or of one that runs the extension in a web worker, or of an ordinary one. */
  async open({ folder, isTrustAsked = false, isWeb = false }) {
    const kind = `${isTrustAsked} ${isWeb}`;
    if (!this.#started.has(kind)) this.#started.set(kind, await startEditor({ extensions: isWeb ? forBrowsers(this.#installed) : this.#installed, isTrustAsked }));
    return this.#started.get(kind).open(folder);
  }

  async stop() {
    for (const editor of this.#started.values()) await editor.stop();
  }
}

/** Prints and photographs what a person would see now. */
async function showScreen(name, workbench) {
  const picture = join(SCREENSHOTS, `failed-${name.replace(/[^a-z0-9]+/gi, '-')}.png`);
  try {
    process.stdout.write((await workbench.description()).replace(/^/gm, '    | ').concat('\n'));
    await workbench.screenshot(picture);
    process.stdout.write(`    what was on the screen: ${picture}\n`);
  } catch (problem) {
    process.stdout.write(`    no picture of the screen: ${problem.message}\n`);
  }
}

/** Runs a test once, and resolves with whether it passed; `isTriedAgain` says that a failure is not the last word. */
async function attempt(editors, name, body, isTriedAgain) {
  const begin = Date.now();
  const opened = [];
  const open = async (options) => {
    const workbench = await editors.open(options);
    opened.push(workbench);
    return workbench;
  };
  const took = () => `(${((Date.now() - begin) / 1000).toFixed(1)} s)`;
  let timer;
  const late = new Promise((_, fail) => (timer = setTimeout(() => fail(new Error(`not done within ${LIMIT / 1000} s`)), LIMIT)));
  try {
    await Promise.race([body(open), late]);
    process.stdout.write(`ok ${name} ${took()}\n`);
    return true;
  } catch (error) {
    process.stdout.write(`${isTriedAgain ? 'failed, and is tried once more:' : 'not ok'} ${name} ${took()}\n${String(error.stack).replace(/^/gm, '    ')}\n`);
    const shown = opened.at(-1);
    if (shown !== undefined) await showScreen(name, shown);
    return false;
  } finally {
    clearTimeout(timer);
    for (const workbench of opened) await workbench.close();
  }
}

/**
 * Runs tests one after the other and ends the process with their result. A test is `[name, body]`; its body is given
 * `open`, which resolves with a workbench that shows a folder and has the packaged extension, and whatever it opened is
 * closed afterwards.
 * Arguments of the program: `--vsix FILE` for a package that is there already, and a part of a name to run only those tests.
 */
export async function runAsPerson(tests) {
  exitOnSignals();
  const { values, positionals } = parseArgs({ options: { vsix: { type: 'string' } }, allowPositionals: true });
  await ensureInstalled();
  const vsix = values.vsix === undefined ? await makePackage({ isQuiet: true }) : resolve(values.vsix);
  const editors = new Editors(await installExtension(vsix));
  const chosen = tests.filter(([name]) => name.includes(positionals[0] ?? ''));
  let failed = 0;
  for (const [name, body] of chosen) {
    // A real editor on a busy machine sometimes answers late: what fails is tried a second time in a window of its own, and both are told.
    if (!(await attempt(editors, name, body, true)) && !(await attempt(editors, name, body, false))) failed += 1;
  }
  await editors.stop();
  process.stdout.write(`${chosen.length - failed} passed, ${failed} failed\n`);
  process.exit(failed === 0 ? 0 : 1);
}
