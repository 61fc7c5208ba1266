import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Program } from './program.js';

const page = readFileSync(new URL('../../docs/reports.md', import.meta.url), 'utf8');
const program = new Program();

/** The code block that follows a heading. */
function block(heading: string, language: string): string {
  const section = page.slice(page.indexOf(`${heading}\n`));
  return new RegExp(`^\`\`\`${language}\\n(?<code>[^]*?)^\`\`\`$`, 'mu').exec(section)?.groups?.['code'] ?? '';
}

async function scan(...args: string[]): Promise<string> {
  return (await program.run(['scan', '--profile', 'baseline', 'pod.yaml', ...args], { cwd: program.place('example') })).stdout;
}

beforeAll(async () => {
  await program.build('oakum');
  program.place('example', { 'pod.yaml': block('## What is scanned', 'yaml') });
}, 60_000);
afterAll(() => {
  program.end();
});

describe('docs/reports.md shows what is printed', () => {
  it('as help', async () => {
    expect(block('# The command line and its reports', 'text')).toBe((await program.run(['scan', '--help'])).stdout);
  });

  it('as text', async () => {
    expect(block('## text', 'text')).toBe(await scan());
  });

  it('as JSON', async () => {
    const printed = JSON.parse(await scan('-f', 'json')) as { tool: unknown; findings: { frameworks: unknown[] }[] };
    const shown = { ...printed, findings: printed.findings.map((finding) => ({ ...finding, frameworks: finding.frameworks.slice(0, 1) })) };
    const documented = JSON.parse(block('## json', 'json')) as { tool: unknown };
    // The page need not be written again for each version.
    expect({ ...documented, tool: printed.tool }).toEqual(shown);
  });

  it('for GitHub', async () => {
    expect(block('## github', 'text')).toBe(await scan('-f', 'github'));
  });
});
