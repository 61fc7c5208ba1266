// The one door to the editor harness: everything that a test of the real editor needs.
import { cpSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { temporaryDirectory } from '../../tools/process.mjs';
import { openPage, startBrowser } from './browser.mjs';
import { ensureEditorInstalled } from './install.mjs';
import { startServer } from './server.mjs';
import { Workbench } from './workbench.mjs';

export { Workbench, eventually } from './workbench.mjs';
export { SAMPLES, copyWorkspace } from './workspace.mjs';

/**
 * Installs a packaged extension as a user would do it, once for all editors that are opened with it, and resolves with the
 * folder that it is installed in.
 */
export async function installExtension(vsix) {
  await ensureEditorInstalled();
  const extensions = temporaryDirectory('oakum-extensions');
  const server = await startServer({ extensions });
  try {
    await server.installVsix(vsix);
  } finally {
    await server.stop();
  }
  return extensions;
}

/** Copies installed extensions and takes from their manifests what only Node can run, so that they run in a web worker, as in a browser. */
export function forBrowsers(extensions) {
  const copy = temporaryDirectory('oakum-extensions');
  cpSync(extensions, copy, { recursive: true });
  for (const { name } of readdirSync(copy, { withFileTypes: true }).filter((entry) => entry.isDirectory())) {
    const file = join(copy, name, 'package.json');
    const { main, ...manifest } = JSON.parse(readFileSync(file, 'utf8'));
    writeFileSync(file, JSON.stringify(manifest));
  }
  return copy;
}

/**
 * Starts an editor with the extensions that are installed in the folder `extensions`. `settings` are the user's settings;
 * with `isTrustAsked`, a new folder is opened in Restricted Mode. Resolves with `open`, which opens a folder in a window of
 * its own and resolves with its workbench, and `stop`.
 */
export async function startEditor({ extensions, settings = {}, isTrustAsked = false }) {
  await ensureEditorInstalled();
  const server = await startServer({ extensions, settings: { 'security.workspace.trust.enabled': isTrustAsked, ...settings } });
  let browser;
  const stop = async () => {
    await browser?.close();
    await server.stop();
  };
  try {
    await server.listen();
    browser = await startBrowser();
    const open = async (folder) => Workbench.open(await openPage(browser), server.url(folder));
    return { open, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}
