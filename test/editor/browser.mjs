// Starts the browser that shows the workbench.
import { ensureChromium } from './chromium.mjs';

/** The size of the window, which is also the size of the screenshots. */
const WINDOW = { width: 1280, height: 800 };

/** Starts a headless Chromium that speaks to nobody but the page's server. */
export async function startBrowser() {
  const { chromium } = await import('playwright-core'); // Loaded here, because it may have just been installed.
  return chromium.launch({
    executablePath: await ensureChromium(),
    headless: true,
    handleSIGINT: false,
    handleSIGTERM: false,
    handleSIGHUP: false,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--disable-dev-shm-usage',
    ],
  });
}

/** Opens an empty page of the size that the screenshots have, with a clipboard that the workbench may use. */
export async function openPage(browser) {
  const context = await browser.newContext({ viewport: WINDOW, permissions: ['clipboard-read', 'clipboard-write'] });
  return context.newPage();
}
