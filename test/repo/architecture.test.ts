import { readFileSync, readdirSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';

const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

/** Which layer may import which; a layer may always import itself. `node:*` stands for everything of Node. */
const allowed: Readonly<Record<string, readonly string[]>> = {
  text: [],
  yaml: ['text', 'yaml (npm)'],
  kubernetes: ['text', 'yaml', 'kubernetes-models'],
  kit: ['text', 'yaml', 'kubernetes'],
  rules: ['kit'],
  config: ['text', 'yaml', 'kubernetes', 'kit'],
  engine: ['text', 'yaml', 'kubernetes', 'kit', 'config'],
  workspace: ['text', 'yaml', 'kubernetes', 'kit', 'config', 'engine'],
  report: ['text', 'yaml', 'kubernetes', 'kit', 'config', 'engine', 'workspace', 'sarif'],
  node: ['workspace', 'node:*', 'ignore'],
  cli: ['text', 'yaml', 'kubernetes', 'kit', 'config', 'engine', 'workspace', 'report', 'node', 'rules', 'node:*'],
  // What client and server say to each other beside LSP.
  protocol: [],
  lsp: ['text', 'yaml', 'kubernetes', 'kit', 'config', 'engine', 'workspace', 'report', 'rules', 'protocol', 'vscode-languageserver', 'vscode-languageserver-textdocument', 'vscode-uri'],
  main: ['text', 'yaml', 'kubernetes', 'kit', 'config', 'engine', 'workspace', 'report', 'node', 'cli', 'lsp', 'rules', 'node:*', 'vscode-languageserver'],
  client: ['protocol', 'vscode', 'vscode-languageclient', 'vscode-uri', 'node:*'],
};

interface Import {
  readonly file: string;
  readonly layer: string;
  readonly target: string;
}

function imports(): Import[] {
  return ['server/src', 'client/src'].flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && entry.name.endsWith('.ts') && !entry.name.endsWith('.d.ts'))
      .flatMap((entry) => {
        const path = join(entry.parentPath, entry.name);
        const file = relative(root, path).replaceAll('\\', '/');
        return ts.preProcessFile(readFileSync(path, 'utf8'), true, true).importedFiles.map(({ fileName }) => ({ file, layer: layerOf(file), target: targetOf(fileName, path) }));
      }),
  );
}

function layerOf(file: string): string {
  if (file.startsWith('client/')) return 'client';
  if (/^server\/src\/lsp\/protocol\./u.test(file)) return 'protocol';
  const inside = file.slice('server/src/'.length);
  return inside.includes('/') ? (inside.split('/')[0] ?? '') : 'main';
}

function targetOf(name: string, from: string): string {
  if (name.startsWith('.')) return layerOf(relative(root, resolve(dirname(from), name)).replaceAll('\\', '/'));
  if (name.startsWith('node:')) return 'node:*';
  if (name === 'yaml') return 'yaml (npm)';
  return name.startsWith('@') ? name.split('/').slice(0, 2).join('/') : (name.split('/')[0] ?? name);
}

describe('the layers', () => {
  const all = imports();

  it('are all known', () => {
    expect([...new Set(all.map(({ layer }) => layer))].filter((layer) => !(layer in allowed))).toEqual([]);
  });

  it('import only what they may', () => {
    const wrong = all.filter(({ layer, target }) => target !== layer && !allowed[layer]?.includes(target)).map(({ file, target }) => `${file} imports ${target}`);
    expect(wrong).toEqual([]);
  });

  it('of rules import the kit alone, and not each other', () => {
    const wrong = all.filter(({ file, layer, target }) => layer === 'rules' && file !== 'server/src/rules/index.ts' && target !== 'kit').map(({ file, target }) => `${file} imports ${target}`);
    expect(wrong).toEqual([]);
  });
});
