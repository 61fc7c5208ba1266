import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const root = fileURLToPath(new URL('../..', import.meta.url));

describe('what is generated', () => {
  it('is what the rules make of it', async () => {
    const { code, output } = await new Promise<{ code: number; output: string }>((done) => {
      execFile(process.execPath, ['tools/generate.mjs', '--check'], { cwd: root }, (error, stdout, stderr) => {
        done({ code: error ? 1 : 0, output: stdout + stderr });
      });
    });
    expect(output).toBe('Generated files are up to date.\n');
    expect(code).toBe(0);
  }, 120_000);
});
