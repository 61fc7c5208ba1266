// Runs the same suite in the desktop VS Code that @vscode/test-electron downloads.
import { join } from 'node:path';
import { TestRunFailedError, downloadAndUnzipVSCode, runTests } from '@vscode/test-electron';
import { ROOT, temporaryDirectory } from '../../tools/process.mjs';

/** Where downloaded editors are kept between runs. */
const CACHE = join(ROOT, 'out', 'vscode');

/** Downloads the current stable VS Code, unless it is there, and resolves with the path of its program. */
export function downloadVSCode() {
  return downloadAndUnzipVSCode({ version: 'stable', cachePath: CACHE });
}

/** Runs `suite` as `runInWorkbench` does, in the desktop editor. Its console is this process's own. */
export async function runInElectron({ extension, suite, workspace, env }) {
  const profile = temporaryDirectory('oakum-electron');
  const result = runTests({
    vscodeExecutablePath: await downloadVSCode(),
    extensionDevelopmentPath: extension,
    extensionTestsPath: suite,
    extensionTestsEnv: { OAKUM_EDITOR_LOGS: join(profile, 'user', 'logs'), ...env },
    launchArgs: [
      workspace,
      '--disable-extensions',
      '--user-data-dir',
      join(profile, 'user'),
      '--extensions-dir',
      join(profile, 'extensions'),
    ],
  });
  return result.catch((error) => {
    if (error instanceof TestRunFailedError && error.code !== undefined) return error.code;
    throw error;
  });
}
