import { execFileSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { packagedReadme, shippedFiles } from '../../tools/package.mjs';

const ROOT = join(import.meta.dirname, '..', '..');

/** Every file that ships, but for the rules' pages. */
const FILES = [
  'CHANGELOG.md',
  'LICENSE',
  'README.md',
  'dist/THIRD-PARTY-NOTICES.txt',
  'dist/extension.browser.js',
  'dist/extension.js',
  'dist/oakum.js',
  'dist/server.browser.js',
  'dist/server.js',
  'icon.png',
  'package.json',
  'schemas/oakum.schema.json',
  'syntaxes/cel-injection.tmLanguage.json',
  'syntaxes/cel.tmLanguage.json',
  'syntaxes/helm-injection.tmLanguage.json',
  'syntaxes/rego-injection.tmLanguage.json',
  'syntaxes/rego.tmLanguage.json',
  'syntaxes/suppression.tmLanguage.json',
];

/** The rules, as their registry names them. */
function rules(): string[] {
  const registry = readFileSync(join(ROOT, 'server', 'src', 'rules', 'index.ts'), 'utf8');
  return [...registry.matchAll(/ from '\.\/[a-z-]+\/([a-z0-9-]+)\.js';/gu)].map(([, rule]) => rule ?? '').sort();
}

/** Builds what is missing of the build; what others are just reading is left alone. */
function buildMissing(): void {
  const missing = FILES.filter((path) => path.startsWith('dist/') && !existsSync(join(ROOT, path)));
  if (missing.length === 0) return;
  const folder = mkdtempSync(join(tmpdir(), 'oakum-package-'));
  try {
    execFileSync(process.execPath, ['tools/build.mjs', `--outdir=${folder}`], { cwd: ROOT });
    mkdirSync(join(ROOT, 'dist'), { recursive: true });
    for (const path of missing) copyFileSync(join(folder, path.slice('dist/'.length)), join(ROOT, path));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

describe('the package', () => {
  let shipped: string[] = [];
  const isPage = (path: string): boolean => path.startsWith('docs/rules/');

  beforeAll(async () => {
    buildMissing();
    shipped = await shippedFiles();
  }, 120_000);

  it('holds these files and no other: no sources, no source maps, no tests', () => {
    expect(shipped.filter((path) => !isPage(path))).toEqual(FILES);
  });

  it('holds the page of every rule', () => {
    expect(shipped.filter(isPage).map((path) => path.replace(/^docs\/rules\/|\.md$/gu, '')).sort()).toEqual(['README', ...rules()].sort());
  });

  it('has a README that shows no picture and leads to no file, because the editor can open neither', () => {
    const readme = packagedReadme(readFileSync(join(ROOT, 'README.md'), 'utf8'));
    expect(readme).toMatch(/^# Oakum\n/u);
    expect(readme.match(/!\[/gu)).toBeNull();
    expect([...readme.matchAll(/\]\(([^)]*)\)/gu)].map(([, target]) => target).filter((target) => !target?.startsWith('https://'))).toEqual([]);
  });
});
