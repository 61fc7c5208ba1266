// The one door to the editor harness: everything that a test of the real editor needs.
import { openPage, startBrowser } from './browser.mjs';
import { ensureEditorInstalled } from './install.mjs';
import { startServer } from './server.mjs';
import { Workbench } from './workbench.mjs';

export { ensureEditorInstalled } from './install.mjs';
export { startServer } from './server.mjs';
export { Workbench, eventually } from './workbench.mjs';
export { copyWorkspace } from './workspace.mjs';

/**
 * Opens the workbench on a folder, with the packaged extension installed as a user would do it.
 * `settings` are the user's settings; with `isTrustAsked`, a new folder is opened in Restricted Mode.
 * Resolves with the workbench, the server (`changeSettings`, `readSettings`) and `close`.
 */
export async function openEditor({ vsix, folder, settings = {}, isTrustAsked = false }) {
  await ensureEditorInstalled();
  const server = await startServer({ settings: { 'security.workspace.trust.enabled': isTrustAsked, ...settings } });
  let browser;
  const close = async () => {
    await browser?.close();
    await server.stop();
  };
  try {
    await server.installVsix(vsix);
    await server.listen();
    browser = await startBrowser();
    const workbench = await Workbench.open(await openPage(browser), server.url(folder));
    return { workbench, server, close };
  } catch (error) {
    await close();
    throw error;
  }
}
