import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const require = createRequire(import.meta.url);
const textmate = require('vscode-textmate') as typeof import('vscode-textmate');
const oniguruma = require('vscode-oniguruma') as typeof import('vscode-oniguruma');

const here = path.dirname(fileURLToPath(import.meta.url));

/** The folder that holds the extension's package.json. */
export const repositoryRoot = path.resolve(here, '../..');

/** One entry of `contributes.grammars` in the extension's package.json. */
export interface GrammarContribution {
  readonly scopeName: string;
  readonly path: string;
  readonly injectTo?: readonly string[];
}

/** The grammars as the extension's package.json contributes them. */
export function contributedGrammars(): readonly GrammarContribution[] {
  const manifest = JSON.parse(readFileSync(path.join(repositoryRoot, 'package.json'), 'utf8')) as {
    contributes?: { grammars?: readonly GrammarContribution[] };
  };
  return manifest.contributes?.grammars ?? [];
}

/** Where VS Code's own YAML grammars are: in the on-demand install of code-server, or where `OAKUM_YAML_SYNTAXES` points. */
export const editorGrammars =
  process.env['OAKUM_YAML_SYNTAXES'] ??
  path.join(repositoryRoot, 'test/editor/node_modules/code-server/lib/vscode/extensions/yaml/syntaxes');

/** True when VS Code's own YAML grammars can be read. */
export const hasEditorGrammars = existsSync(path.join(editorGrammars, 'yaml.tmLanguage.json'));

/** Which YAML grammar the injections are tried in: the small one beside this file, or VS Code's. */
export type Host = 'fixture' | 'editor';

function hostGrammars(host: Host): Map<string, string> {
  if (host === 'fixture') return new Map([['source.yaml', path.join(here, 'host.tmLanguage.json')]]);
  const files = readdirSync(editorGrammars).filter((file) => file.endsWith('.json'));
  return new Map(
    files.map((file) => {
      const full = path.join(editorGrammars, file);
      return [(JSON.parse(readFileSync(full, 'utf8')) as { scopeName: string }).scopeName, full];
    }),
  );
}

/** A piece of a line with the scopes that it has, outermost first. */
export interface Token {
  readonly line: number;
  readonly text: string;
  readonly scopes: readonly string[];
}

/** A text cut into tokens. */
export interface Tokenized {
  readonly tokens: readonly Token[];
  /** The scopes at the first character of the `occurrence`-th place where `text` stands, joined by blanks. */
  at(text: string, occurrence?: number): string;
}

/** Cuts a text into tokens. */
export type Tokenizer = (text: string) => Tokenized;

/** Makes a tokenizer of one root grammar, with the injections as an editor would load them. */
export async function tokenizer(host: Host, root = 'source.yaml'): Promise<Tokenizer> {
  await loadOniguruma();
  const contributed = contributedGrammars();
  const files = hostGrammars(host);
  for (const grammar of contributed) files.set(grammar.scopeName, path.join(repositoryRoot, grammar.path));
  const registry = new textmate.Registry({
    onigLib: Promise.resolve({
      createOnigScanner: (patterns) => new oniguruma.OnigScanner(patterns),
      createOnigString: (text) => new oniguruma.OnigString(text),
    }),
    loadGrammar: (scopeName) => {
      const file = files.get(scopeName);
      return Promise.resolve(file === undefined ? null : textmate.parseRawGrammar(readFileSync(file, 'utf8'), file));
    },
    getInjections: (scopeName) =>
      contributed.filter((grammar) => grammar.injectTo?.includes(scopeName)).map((grammar) => grammar.scopeName),
  });
  const grammar = await registry.loadGrammar(root);
  if (grammar === null) throw new Error(`no grammar ${root}`);
  return (text) => {
    const lines = text.split('\n');
    const tokens: Token[] = [];
    let stack = textmate.INITIAL;
    lines.forEach((line, index) => {
      const result = grammar.tokenizeLine(line, stack);
      stack = result.ruleStack;
      for (const token of result.tokens) {
        tokens.push({ line: index, text: line.slice(token.startIndex, token.endIndex), scopes: token.scopes });
      }
    });
    return { tokens, at: (needle, occurrence = 1) => scopesAt(lines, tokens, needle, occurrence) };
  };
}

function scopesAt(lines: readonly string[], tokens: readonly Token[], needle: string, occurrence: number): string {
  let seen = 0;
  for (const [index, line] of lines.entries()) {
    for (let column = line.indexOf(needle); column >= 0; column = line.indexOf(needle, column + 1)) {
      seen += 1;
      if (seen !== occurrence) continue;
      let end = 0;
      for (const token of tokens.filter((each) => each.line === index)) {
        end += token.text.length;
        if (end > column) return token.scopes.join(' ');
      }
    }
  }
  throw new Error(`the text has no ${String(occurrence)}. ${JSON.stringify(needle)}`);
}

let loaded: Promise<void> | undefined;

function loadOniguruma(): Promise<void> {
  loaded ??= oniguruma.loadWASM({ data: readFileSync(require.resolve('vscode-oniguruma/release/onig.wasm')) });
  return loaded;
}
