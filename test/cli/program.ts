import { execFile, spawn } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

/** How a run of the program ended. */
export interface Ended {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** The built program in a folder of its own, where it finds nothing but itself. */
export class Program {
  readonly folder = realpathSync(mkdtempSync(join(tmpdir(), 'oakum-cli-')));
  readonly #dist = join(this.folder, 'program', 'dist');

  /** Builds bundles and takes them. */
  async build(...bundles: readonly string[]): Promise<void> {
    await promisify(execFile)(process.execPath, ['tools/build.mjs', `--only=${bundles.join(',')}`], { cwd: root });
    mkdirSync(this.#dist, { recursive: true });
    for (const bundle of bundles) copyFileSync(join(root, 'dist', `${bundle}.js`), this.path(bundle));
    if (existsSync(join(root, 'dist', 'index.d.ts'))) copyFileSync(join(root, 'dist', 'index.d.ts'), join(this.#dist, 'index.d.ts'));
  }

  /** Where a bundle stands. */
  path(bundle: string): string {
    return join(this.#dist, `${bundle}.js`);
  }

  /** A folder with these files. */
  place(name: string, files: Readonly<Record<string, string | Uint8Array>> = {}): string {
    const folder = join(this.folder, name);
    mkdirSync(folder, { recursive: true });
    for (const [path, content] of Object.entries(files)) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), content);
    }
    return folder;
  }

  /** Runs the program to its end. */
  run(args: readonly string[], options: { readonly cwd?: string; readonly input?: string | Uint8Array; readonly env?: Readonly<Record<string, string>>; readonly node?: readonly string[] } = {}): Promise<Ended> {
    return new Promise((resolve, reject) => {
      const { NO_COLOR: _no, FORCE_COLOR: _force, ...inherited } = process.env;
      const child = spawn(process.execPath, [...(options.node ?? []), this.path('oakum'), ...args], { cwd: options.cwd ?? this.folder, env: { ...inherited, ...options.env } });
      let stdout = '';
      let stderr = '';
      child.stdout.setEncoding('utf8').on('data', (chunk: string) => (stdout += chunk));
      child.stderr.setEncoding('utf8').on('data', (chunk: string) => (stderr += chunk));
      child.once('error', reject);
      child.once('close', (code) => resolve({ code, stdout, stderr }));
      child.stdin.end(options.input ?? '');
    });
  }

  /** Removes everything. */
  end(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}
