// Runs a test suite inside the extension host of the VS Code workbench, as VS Code's own browser integration tests do.
import { setTimeout as sleep } from 'node:timers/promises';
import { openPage, startBrowser } from './browser.mjs';
import { startServer } from './server.mjs';

/**
 * Runs `suite` (a compiled CommonJS module that exports `run()`) with the extension in development at `extension` and
 * `workspace` opened. Every line of the console goes to `log`, and the page to `onPage` before it shows anything. Resolves with the exit code: 0 when `run()` resolved.
 */
export async function runInWorkbench({ extension, suite, workspace, settings, env, limit, log, onPage }) {
  const server = await startServer({ settings, env, testDriver: true });
  let browser;
  try {
    await server.listen();
    browser = await startBrowser();
    const page = await openPage(browser);
    onPage?.(page);
    const over = new Promise((done) => page.exposeFunction('codeAutomationExit', done));
    await page.exposeFunction('codeAutomationLog', (type, args) => log(type, args.map(String).join(' ')));
    await page.goto(
      server.url(workspace, [
        ['extensionDevelopmentPath', server.remote(extension)],
        ['extensionTestsPath', server.remote(suite)],
      ]),
    );
    const late = sleep(limit, undefined, { ref: false }).then(() => {
      throw new Error(`The suite did not end within ${limit / 1000} s.`);
    });
    return await Promise.race([over, late]);
  } finally {
    await browser?.close();
    await server.stop();
  }
}
