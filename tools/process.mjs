// How the tools start other programs: argument lists only, never a shell, and nothing left behind.
import { spawn, spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync, mkdtempSync, realpathSync, rmSync, statSync } from 'node:fs';
import { constants as osConstants, tmpdir } from 'node:os';
import { basename, delimiter, dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder that holds package.json. */
export const ROOT = resolve(dirname(fileURLToPath(import.meta.url)), '..');

/** Whether a module is the program that Node was asked to run, and not only imported by it. */
export function isMain(importMetaUrl) {
  return process.argv[1] !== undefined && realpathSync(process.argv[1]) === fileURLToPath(importMetaUrl);
}

/** What was started or made and must be gone when this process ends, whatever ends it. */
const children = new Set();
const directories = new Set();
const lastActions = [];
let isEnding = false;

/** Ends a child and, where it leads a group of its own, everything that it started. */
function kill(child, signal) {
  const isOver = child.exitCode !== null || child.signalCode !== null;
  if (child.pid === undefined || (isOver && !child.leadsGroup)) return;
  try {
    if (process.platform === 'win32') spawnSync('taskkill', ['/pid', String(child.pid), '/T', '/F'], { stdio: 'ignore' });
    else process.kill(child.leadsGroup ? -child.pid : child.pid, signal);
  } catch (error) {
    if (error.code !== 'ESRCH' && error.code !== 'EPERM') throw error; // Both mean that nobody of ours is left; macOS says EPERM.
  }
}

process.on('exit', () => {
  for (const action of lastActions) action();
  for (const child of children) kill(child, 'SIGKILL');
  for (const directory of directories) removeDirectory(directory);
});

/** Adds something that is done when this process ends, before its children are ended; it cannot wait for promises. */
export function atTheEnd(action) {
  lastActions.push(action);
}

/**
 * Makes Ctrl+C, a hang-up and a polite kill end this process in good order: first the children, which may have
 * something to clean up themselves, then this process by its exit handlers. A second signal does not wait for them.
 */
export function exitOnSignals(exitCode = (signal) => 128 + osConstants.signals[signal]) {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    process.on(signal, () => {
      const leave = () => process.exit(exitCode(signal));
      if (isEnding) leave();
      isEnding = true;
      void Promise.all([...children].map((child) => stop(child))).then(leave, leave);
    });
  }
}

/** Starts a program. With `group`, it leads a process group that ends as one; without, Ctrl+C reaches it directly. */
export function start(command, args, { group = false, ...options } = {}) {
  const leadsGroup = group && process.platform !== 'win32';
  const child = spawn(command, args, { cwd: ROOT, stdio: 'inherit', ...options, detached: leadsGroup });
  child.leadsGroup = leadsGroup;
  children.add(child);
  if (!leadsGroup) child.once('exit', () => children.delete(child));
  return child;
}

/**
 * Resolves with the exit code of a started program; a program ended by a signal has the code that shells give it.
 * It never resolves once a signal is ending this process, so that nobody takes that for a result and goes on.
 */
export function ended(child) {
  return new Promise((done, fail) => {
    const finish = (code, signal) => {
      if (!isEnding) done(code ?? 128 + (osConstants.signals[signal] ?? 0));
    };
    if (child.exitCode !== null || child.signalCode !== null) return finish(child.exitCode, child.signalCode);
    child.once('error', fail);
    child.once('exit', finish);
  });
}

/** Runs a program to its end and resolves with its exit code. */
export function run(command, args, options) {
  return ended(start(command, args, options));
}

/** Runs one of the project's own scripts, or any module, with the Node that runs this one. */
export function runNode(args, options) {
  return run(process.execPath, args, options);
}

/** Asks a started program to end, insists after five seconds, and resolves when it is gone. */
export async function stop(child) {
  if (child.exitCode === null && child.signalCode === null) {
    const gone = new Promise((done) => child.once('exit', done));
    kill(child, 'SIGTERM');
    const insist = setTimeout(() => kill(child, 'SIGKILL'), 5000);
    await gone;
    clearTimeout(insist);
  }
  kill(child, 'SIGKILL');
  children.delete(child);
}

/** Makes a directory that is removed when this process ends. */
export function temporaryDirectory(name) {
  const directory = realpathSync(mkdtempSync(join(tmpdir(), `${name}-`)));
  directories.add(directory);
  return directory;
}

/** Removes a directory now, also while a program that has just been ended still lets go of it. */
export function removeDirectory(directory) {
  directories.delete(directory);
  try {
    rmSync(directory, { recursive: true, force: true, maxRetries: 20, retryDelay: 50 });
  } catch (error) {
    process.stderr.write(`Could not remove ${directory}: ${error.message}\n`);
  }
}

/** Finds a program on PATH, or nothing. On Windows the usual endings are tried. */
export function findOnPath(name) {
  const endings = process.platform === 'win32' ? (process.env.PATHEXT ?? '.EXE;.CMD').split(';') : [''];
  for (const folder of (process.env.PATH ?? '').split(delimiter)) {
    for (const ending of endings) {
      const file = join(folder, name + ending);
      try {
        accessSync(file, constants.X_OK);
        if (statSync(file).isFile()) return file;
      } catch {
        continue; // Not here; the next folder may have it.
      }
    }
  }
  return undefined;
}

/** How npm is called without a shell: the script that runs us, or the one that was installed beside Node. */
export function npmCommand() {
  const candidates = [
    process.env.npm_execpath,
    join(dirname(process.execPath), 'node_modules', 'npm', 'bin', 'npm-cli.js'),
    join(dirname(process.execPath), '..', 'lib', 'node_modules', 'npm', 'bin', 'npm-cli.js'),
  ];
  const script = candidates.find((path) => path !== undefined && basename(path) === 'npm-cli.js' && existsSync(path));
  return script === undefined ? { command: 'npm', args: [] } : { command: process.execPath, args: [script] };
}

/** Runs npm with the given arguments and resolves with its exit code. */
export function runNpm(args, options) {
  const npm = npmCommand();
  return run(npm.command, [...npm.args, ...args], options);
}
