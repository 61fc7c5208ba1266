import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** Builds the servers once for all protocol tests, which talk with what ships. */
export default function setup(): void {
  const root = fileURLToPath(new URL('../..', import.meta.url));
  execFileSync(process.execPath, ['tools/build.mjs', '--only=server,server.browser'], { cwd: root, stdio: ['ignore', 'ignore', 'inherit'] });
}
