// Finds the browser that the editor tests drive, and installs it where that takes no question.
import { existsSync } from 'node:fs';
import { findOnPath, run } from '../../tools/process.mjs';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome', 'msedge'];

const USUAL_PLACES = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
];

/** The path of a Chromium, Chrome or Edge: the environment variable CHROMIUM, PATH, then the usual places. */
export function findChromium() {
  const named = process.env.CHROMIUM;
  if (named !== undefined && named !== '') {
    if (existsSync(named)) return named;
    throw new Error(`The environment variable CHROMIUM names ${named}, which does not exist.`);
  }
  return NAMES.map((name) => findOnPath(name)).find((path) => path !== undefined) ?? USUAL_PLACES.find((path) => existsSync(path));
}

/** Finds a Chromium, or installs Debian's where this runs as root. Throws with what to do when there is none. */
export async function ensureChromium() {
  const found = findChromium();
  if (found !== undefined) return found;
  if (process.platform === 'linux' && process.getuid?.() === 0 && findOnPath('apt-get') !== undefined) {
    process.stdout.write('Installing Chromium for the editor tests (apt-get install chromium) …\n');
    const options = { env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }, stdio: ['ignore', 'ignore', 'inherit'] };
    let code = await run('apt-get', ['update', '-q'], options);
    if (code === 0) code = await run('apt-get', ['install', '-y', '-q', '--no-install-recommends', 'chromium'], options);
    const installed = findChromium();
    if (code === 0 && installed !== undefined) return installed;
    throw new Error(`apt-get could not install chromium (exit code ${code}).`);
  }
  throw new Error('The editor tests need Chromium or Chrome: install one, or name it in the environment variable CHROMIUM.');
}
