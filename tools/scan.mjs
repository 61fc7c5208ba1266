// `npm run scan -- PATH`: the command line of Oakum out of the sources, installed and built when that is due.
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { ensureInstalled } from './install.mjs';
import { ROOT, exitOnSignals, isMain, runNode } from './process.mjs';

/** The program that is run. */
export const CLI = join(ROOT, 'dist', 'oakum.js');

/** What the build reads. */
const SOURCES = ['package.json', 'package-lock.json', 'tools/build.mjs', 'client/src', 'server/src', 'schemas'];

/** The time of the newest change in a file or folder, in milliseconds; 0 when it does not exist. */
function newest(path) {
  if (!existsSync(path)) return 0;
  const info = statSync(path);
  if (!info.isDirectory()) return info.mtimeMs;
  return readdirSync(path).reduce((time, name) => Math.max(time, newest(join(path, name))), info.mtimeMs);
}

/** Whether what is built is missing or older than what it is built from. */
export function isBuildDue() {
  const built = newest(CLI);
  return SOURCES.some((source) => newest(join(ROOT, source)) > built);
}

/** Builds and stays silent unless it fails; what the scan prints on standard output may be read by a program. */
async function main() {
  await ensureInstalled();
  if (isBuildDue()) {
    const code = await runNode(['tools/build.mjs'], { stdio: ['ignore', 2, 2] });
    if (code !== 0) return code;
  }
  return runNode([CLI, 'scan', ...process.argv.slice(2)], { cwd: process.env.INIT_CWD ?? process.cwd() });
}

if (isMain(import.meta.url)) {
  exitOnSignals();
  process.exitCode = await main();
}
