// `npm start`: installs, builds, scans the samples in the terminal, and opens VS Code with Oakum running on them.
import { cpSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { ensureEditorInstalled } from '../test/editor/install.mjs';
import { startServer } from '../test/editor/server.mjs';
import { ensureInstalled } from './install.mjs';
import { shippedFiles } from './package.mjs';
import { ROOT, atTheEnd, ended, exitOnSignals, findOnPath, isMain, runNode, start, stop, temporaryDirectory } from './process.mjs';
import { CLI } from './scan.mjs';

const SAMPLES = join(ROOT, 'samples');

/** How long the download of VS Code may take before the browser is used instead, in milliseconds. */
const DOWNLOAD_LIMIT = 60_000;

const USAGE = `npm start [-- --desktop | --web] [--no-open]

  --desktop   the desktop VS Code, or nothing
  --web       the VS Code workbench in the browser
  --no-open   print the address, open no browser
`;

const say = (text) => process.stdout.write(`\n▸ ${text}\n`);

/** Runs a step that must succeed. */
async function step(text, args, accepted = [0]) {
  say(text);
  const code = await runNode(args);
  if (accepted.includes(code)) return;
  process.stderr.write(`That failed with exit code ${code}.\n`);
  process.exit(1);
}

/** Whether windows can be shown here. */
function hasDisplay() {
  return process.platform !== 'linux' || Boolean(process.env.DISPLAY) || Boolean(process.env.WAYLAND_DISPLAY);
}

/** The arguments that open the samples in a desktop VS Code with a profile of its own, which this function makes. */
function desktopArguments() {
  const profile = temporaryDirectory('oakum-start');
  const settings = join(profile, 'user', 'User', 'settings.json');
  mkdirSync(dirname(settings), { recursive: true });
  writeFileSync(
    settings,
    JSON.stringify({ 'security.workspace.trust.enabled': false, 'workbench.startupEditor': 'none', 'telemetry.telemetryLevel': 'off' }),
  );
  const args = [
    '--new-window',
    `--user-data-dir=${join(profile, 'user')}`,
    `--extensions-dir=${join(profile, 'extensions')}`,
    `--extensionDevelopmentPath=${ROOT}`,
    SAMPLES,
  ];
  if (process.platform === 'linux' && process.getuid?.() === 0) args.unshift('--no-sandbox');
  return { args, lock: join(profile, 'user', 'code.lock') };
}

/** Ends the window that the `code` command left behind it: its process writes its id into the profile. */
function closeWindow(lock) {
  if (!existsSync(lock)) return;
  const id = Number(readFileSync(lock, 'utf8'));
  if (!Number.isInteger(id) || id <= 1) return;
  const pause = new Int32Array(new SharedArrayBuffer(4));
  try {
    process.kill(id, 'SIGTERM');
    for (let round = 0; round < 50; round += 1) {
      process.kill(id, 0);
      Atomics.wait(pause, 0, 0, 100);
    }
  } catch (error) {
    if (error.code !== 'ESRCH') throw error; // It has ended.
  }
}

/** The `code` command, where it opens a window on this machine and not one far away. */
function installedCode() {
  if (process.env.VSCODE_IPC_HOOK_CLI !== undefined || process.env.WSL_DISTRO_NAME !== undefined) return undefined;
  const command = findOnPath('code');
  if (command === undefined || process.platform !== 'win32') return command;
  const program = join(dirname(command), '..', 'Code.exe'); // `code` is a batch file there, which needs a shell.
  return existsSync(program) ? program : undefined;
}

/** Downloads the desktop VS Code in a process of its own, so that it can be given up. */
async function downloadedCode(limit) {
  const script = join(ROOT, 'test', 'editor', 'download.mjs');
  const child = start(process.execPath, [script], { group: true, stdio: ['ignore', 'pipe', 'ignore'] });
  let output = '';
  child.stdout.on('data', (chunk) => (output += chunk));
  const timer = limit === undefined ? undefined : setTimeout(() => void stop(child), limit);
  const code = await ended(child);
  clearTimeout(timer);
  const program = output.trim().split('\n').at(-1) ?? '';
  return code === 0 && existsSync(program) ? program : undefined;
}

/** Opens the desktop VS Code and resolves when its window is closed; or resolves with why that cannot be. */
async function openDesktop(isForced) {
  let program = installedCode();
  let wait = ['--wait'];
  if (program !== undefined) {
    say(`Opening VS Code (${program}) with a fresh profile and Oakum from this folder.`);
  } else {
    if (!hasDisplay()) return 'there is no `code` on PATH, and no display for a downloaded one';
    say(`There is no \`code\` on PATH; downloading VS Code from Microsoft${isForced ? '' : ` (for at most ${DOWNLOAD_LIMIT / 1000} s)`} …`);
    program = await downloadedCode(isForced ? undefined : DOWNLOAD_LIMIT);
    if (program === undefined) return 'there is no `code` on PATH, and VS Code could not be downloaded';
    wait = [];
    say('Opening the downloaded VS Code with a fresh profile and Oakum from this folder.');
  }
  const { args, lock } = desktopArguments();
  let isOpen = true;
  atTheEnd(() => isOpen && closeWindow(lock));
  process.stdout.write('  Close its window, or press Ctrl+C here, to stop.\n');
  isShowing = true;
  const code = await ended(start(program, [...wait, ...args], { group: true, stdio: ['ignore', 'ignore', 'inherit'] }));
  isOpen = false;
  return code === 0 ? undefined : `VS Code ended with exit code ${code}`;
}

/** Opens an address with what the system opens addresses with; false when there is nothing such. */
function openAddress(address) {
  const openers = { darwin: ['open'], win32: ['rundll32', 'url.dll,FileProtocolHandler'] };
  const [name, ...args] = openers[process.platform] ?? ['xdg-open'];
  const opener = hasDisplay() ? findOnPath(name) : undefined;
  if (opener === undefined) return false;
  start(opener, [...args, address], { stdio: 'ignore' }).once('error', () => say(`${name} could not be started; open the address yourself.`));
  return true;
}

/** Serves the workbench in the browser until Ctrl+C. */
async function openWeb(mayOpen) {
  await ensureEditorInstalled();
  say('Starting the VS Code workbench with a fresh profile and Oakum from this folder …');
  const server = await startServer();
  const { publisher, name, version } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
  const extension = join(server.extensionsDirectory, `${publisher}.${name}-${version}`);
  for (const file of await shippedFiles()) cpSync(join(ROOT, file), join(extension, file));
  await server.listen();
  const address = server.url(SAMPLES);
  isShowing = true;
  say(`VS Code with Oakum is at ${address}`);
  if (!mayOpen || !openAddress(address)) process.stdout.write('  Open that address in a browser on this machine.\n');
  process.stdout.write('  Press Ctrl+C to stop.\n');
  const code = await server.ended();
  process.stderr.write(`The VS Code server ended by itself (exit code ${code}).\n`);
  return 1;
}

/** Whether VS Code is open already, so that Ctrl+C is the ordinary end. */
let isShowing = false;

async function main() {
  const { values } = parseArgs({
    options: { desktop: { type: 'boolean' }, web: { type: 'boolean' }, 'no-open': { type: 'boolean' }, help: { type: 'boolean' } },
  });
  if (values.help || (values.desktop && values.web)) {
    process.stdout.write(USAGE);
    return values.help ? 0 : 2;
  }
  await ensureInstalled();
  await step('Building Oakum', ['tools/build.mjs']);
  await step('Scanning samples/ in the terminal (dist/oakum.js scan samples)', [CLI, 'scan', 'samples'], [0, 1]);
  if (!values.web) {
    const problem = await openDesktop(values.desktop === true);
    if (problem === undefined) return 0;
    if (values.desktop || isShowing) {
      process.stderr.write(`The desktop VS Code did not work: ${problem}. \`npm start -- --web\` needs none.\n`);
      return 1;
    }
    say(`Using the VS Code workbench in the browser, because ${problem}.`);
  }
  return openWeb(values['no-open'] !== true);
}

if (isMain(import.meta.url)) {
  exitOnSignals((signal) => {
    process.stdout.write('\n▸ Stopped.\n');
    return isShowing ? 0 : signal === 'SIGINT' ? 130 : 143;
  });
  try {
    process.exit(await main());
  } catch (error) {
    process.stderr.write(`${error.code?.startsWith('ERR_PARSE_ARGS') ? `${error.message}\n\n${USAGE}` : error.stack}\n`);
    process.exit(error.code?.startsWith('ERR_PARSE_ARGS') ? 2 : 1);
  }
}
