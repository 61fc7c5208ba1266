// The runner of the tests that act as a person: one editor for each test, one line for each result.
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { ensureInstalled } from '../../tools/install.mjs';
import { makePackage } from '../../tools/package.mjs';
import { ROOT, exitOnSignals } from '../../tools/process.mjs';
import { openEditor } from './editor.mjs';

/** Where the pictures of failed tests go, and those that nobody publishes. */
export const SCREENSHOTS = join(ROOT, 'out', 'screenshots');

/** How long one test may take, in milliseconds. */
const LIMIT = 120_000;

/**
 * Runs tests one after the other and ends the process with their result. A test is `[name, body]`; its body is given
 * `open`, which is `openEditor` with the packaged extension, and whatever it opened is closed afterwards.
 * Arguments of the program: `--vsix FILE` for a package that is there already, and a part of a name to run only those tests.
 */
export async function runAsPerson(tests) {
  exitOnSignals();
  const { values, positionals } = parseArgs({ options: { vsix: { type: 'string' } }, allowPositionals: true });
  await ensureInstalled();
  const vsix = values.vsix === undefined ? await makePackage({ isQuiet: true }) : resolve(values.vsix);
  const chosen = tests.filter(([name]) => name.includes(positionals[0] ?? ''));
  let failed = 0;
  for (const [name, body] of chosen) {
    const editors = [];
    const open = async (options) => {
      const editor = await openEditor({ vsix, ...options });
      editors.push(editor);
      return editor;
    };
    let timer;
    const late = new Promise((_, fail) => (timer = setTimeout(() => fail(new Error(`not done within ${LIMIT / 1000} s`)), LIMIT)));
    try {
      await Promise.race([body(open), late]);
      process.stdout.write(`ok ${name}\n`);
    } catch (error) {
      failed += 1;
      process.stdout.write(`not ok ${name}\n${String(error.stack).replace(/^/gm, '    ')}\n`);
      const picture = join(SCREENSHOTS, `failed-${name.replace(/[^a-z0-9]+/gi, '-')}.png`);
      const shown = editors.at(-1)?.workbench;
      await shown?.screenshot(picture).then(
        () => process.stdout.write(`    what was on the screen: ${picture}\n`),
        (problem) => process.stdout.write(`    no picture of the screen: ${problem.message}\n`),
      );
    } finally {
      clearTimeout(timer);
      for (const editor of editors) await editor.close();
    }
  }
  process.stdout.write(`${chosen.length - failed} passed, ${failed} failed\n`);
  process.exit(failed === 0 ? 0 : 1);
}
