// Installs the development dependencies when they are missing or differ from the lock file.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT, exitOnSignals, isMain, runNpm } from './process.mjs';

/** Whether node_modules holds exactly what package-lock.json asks for; packages for other platforms may be absent. */
export function isInstalled(folder) {
  const installedLock = join(folder, 'node_modules', '.package-lock.json');
  if (!existsSync(installedLock)) return false;
  const wanted = JSON.parse(readFileSync(join(folder, 'package-lock.json'), 'utf8')).packages;
  const installed = JSON.parse(readFileSync(installedLock, 'utf8')).packages;
  return Object.entries(wanted).every(([path, entry]) => {
    if (path === '') return true;
    const found = installed[path];
    return found === undefined ? entry.optional === true || entry.devOptional === true : found.version === entry.version;
  });
}

/** Ends the process with a clear message when this Node is too old for the tools. */
export function checkNodeVersion(wanted = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')).engines.node) {
  const parts = (version) => version.replace(/^\D*/, '').split('.').map(Number);
  const [major, minor = 0] = parts(wanted);
  const [hasMajor, hasMinor] = parts(process.versions.node);
  if (hasMajor > major || (hasMajor === major && hasMinor >= minor)) return;
  process.stderr.write(`Oakum needs Node ${wanted}, and this is Node ${process.versions.node}. Install a newer one from https://nodejs.org.\n`);
  process.exit(1);
}

/** Installs what package-lock.json asks for, unless it is there already. Ends the process when that fails. */
export async function ensureInstalled() {
  checkNodeVersion();
  if (isInstalled(ROOT)) return;
  process.stdout.write('Installing the development dependencies (once) …\n');
  const code = await runNpm(['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error']);
  if (code !== 0) {
    process.stderr.write(`npm ci ended with exit code ${code}. Is the package registry reachable? (npm config get registry)\n`);
    process.exit(1);
  }
}

if (isMain(import.meta.url)) {
  exitOnSignals();
  await ensureInstalled();
}
