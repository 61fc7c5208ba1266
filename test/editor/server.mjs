// Starts the VS Code server with a throw-away profile.
import { randomBytes } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ended, removeDirectory, start, stop, temporaryDirectory } from '../../tools/process.mjs';
import { SERVER_MAIN, serverNode } from './install.mjs';

/** Settings that keep a fresh profile quiet: no welcome pages, no update checks, no chat, no network. */
const QUIET_SETTINGS = {
  'chat.disableAIFeatures': true,
  'extensions.autoCheckUpdates': false,
  'extensions.autoUpdate': false,
  'extensions.ignoreRecommendations': true,
  'git.openRepositoryInParentFolders': 'never',
  'security.workspace.trust.enabled': false,
  'telemetry.telemetryLevel': 'off',
  'update.mode': 'none',
  'workbench.colorTheme': 'Default Dark Modern',
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'workbench.startupEditor': 'none',
  'workbench.tips.enabled': false,
};

/** How long the server may take until it listens, in milliseconds. */
const START_LIMIT = 60_000;

/** What a path looks like inside an address, on every platform. */
function urlPath(path) {
  return decodeURIComponent(pathToFileURL(path).pathname);
}

/**
 * Starts the server on a free port of the loopback interface, behind a token that nobody else on the machine knows.
 * `settings` are the user's settings, over the quiet ones; `extensions` is a folder of installed extensions; `testDriver` lets a page run a test suite in the extension host;
 * `env` is added to the environment of the extension host.
 */
export async function startServer({ settings = {}, extensions, testDriver = false, env = {}, log = () => {} } = {}) {
  const node = serverNode();
  const home = temporaryDirectory('oakum-editor');
  const dataDirectory = join(home, 'data');
  const extensionsDirectory = extensions ?? join(home, 'extensions');
  const settingsFile = join(dataDirectory, 'data', 'User', 'settings.json');
  const logsDirectory = join(dataDirectory, 'data', 'logs');
  const tokenFile = join(home, 'token');
  const token = randomBytes(24).toString('hex');
  mkdirSync(dirname(settingsFile), { recursive: true });
  mkdirSync(extensionsDirectory, { recursive: true });
  writeFileSync(tokenFile, token, { mode: 0o600 });
  const directories = ['--server-data-dir', dataDirectory, '--extensions-dir', extensionsDirectory];
  const common = [SERVER_MAIN, '--accept-server-license-terms', '--disable-telemetry', ...directories];
  writeFileSync(settingsFile, `${JSON.stringify({ ...QUIET_SETTINGS, ...settings }, null, 2)}\n`);

  let child;
  let origin = '';

  return {
    extensionsDirectory,

    /** Where the editor and the extensions write their logs; extensions find it in the environment as OAKUM_EDITOR_LOGS. */
    logsDirectory,

    /** Installs a packaged extension, as a user would; call it before `listen`. */
    async installVsix(file) {
      const installer = start(node, [...common, '--install-extension', file], { group: true, stdio: ['ignore', 'pipe', 'pipe'] });
      let output = '';
      for (const stream of [installer.stdout, installer.stderr]) stream.on('data', (chunk) => (output += chunk));
      const code = await ended(installer);
      if (code !== 0 || !/successfully installed/.test(output)) throw new Error(`VS Code did not install ${file} (exit code ${code}):\n${output}`);
    },

    /** Begins to serve; everything that must be there before the editor looks is made before this. */
    async listen() {
      const args = [...common, '--host', '127.0.0.1', '--port', '0', '--connection-token-file', tokenFile];
      if (testDriver) args.push('--enable-smoke-test-driver');
      child = start(node, args, { group: true, stdio: ['ignore', 'pipe', 'pipe'], cwd: home, env: { ...process.env, OAKUM_EDITOR_LOGS: logsDirectory, ...env } });
      const port = await new Promise((done, fail) => {
        let output = '';
        let isListening = false;
        const limit = setTimeout(() => fail(new Error(`The VS Code server did not listen within ${START_LIMIT / 1000} s:\n${output}`)), START_LIMIT);
        const read = (chunk) => {
          log(String(chunk));
          if (isListening) return;
          output += chunk;
          const match = /agent listening on (\d+)/.exec(output);
          if (match === null) return;
          isListening = true;
          clearTimeout(limit);
          done(Number(match[1]));
        };
        child.stdout.on('data', read);
        child.stderr.on('data', read);
        child.once('exit', (code) => fail(new Error(`The VS Code server ended (exit code ${code}):\n${output}`)));
        child.once('error', fail);
      });
      origin = `127.0.0.1:${port}`;
    },

    /** Resolves when the server has ended by itself. */
    ended: () => ended(child),

    /** The address of a path as the extension host sees it. */
    remote: (path) => `vscode-remote://${origin}${urlPath(path)}`,

    /** The address that opens a folder, or a file of several folders, in the workbench. `payload` is a list of [name, value] for the workbench itself. */
    url(workspace, payload) {
      const kind = workspace.endsWith('.code-workspace') ? 'workspace' : 'folder';
      const query = [`${kind}=${encodeURIComponent(urlPath(workspace))}`, `tkn=${token}`];
      if (payload !== undefined) query.push(`payload=${encodeURIComponent(JSON.stringify(payload))}`);
      return `http://${origin}/?${query.join('&')}`;
    },

    /** Ends the server with its extension hosts and removes the profile. */
    async stop() {
      if (child !== undefined) await stop(child);
      removeDirectory(home);
    },
  };
}
