import { Field, Source, YamlDocument, type Path, type SourceDocument } from '../yaml/index.js';
import { shift, type TextRange } from '../text/index.js';
import { check, type Flaw } from './check.js';
import { Configuration, Layer } from './configuration.js';
import { folderOf, forward, join } from './path.js';
import { clip, plainFrom, plainOf } from './plain.js';
import type { ConfigurationProblem } from './problem.js';
import { settingsOf } from './resolve.js';
import type { Settings } from './settings.js';
import { listOf, type StatedConfiguration } from './stated.js';

/** The names of configuration files; where a folder has several, the first of them counts. */
export const CONFIGURATION_NAMES = ['.oakum.yaml', '.oakum.yml', '.oakum.json'] as const;

/** In UTF-16 code units. */
const LONGEST_FILE = 256 * 1024;
/** How many files one configuration may be made of. */
const MOST_FILES = 32;

/** A configuration as far as it could be read. */
export interface LoadedConfiguration {
  /** What is right in the files; undefined when the first of them cannot be used at all. */
  readonly configuration?: Configuration;
  readonly problems: readonly ConfigurationProblem[];
  /** The text of every file that was read, by path: for those who show problems, and who watch for changes. */
  readonly files: ReadonlyMap<string, string>;
  /** The paths of files that are named but that `read` did not have; they can appear later. */
  readonly missing: readonly string[];
}

/**
 * Reads a configuration and those it extends.
 *
 * `read` gives the text of another file by its path (in the manner of `path`, with forward slashes), undefined where there
 * is none or it may not be read. Those who can only read asynchronously call again with the texts of `missing` until nothing
 * new is missing. With `today` (`YYYY-MM-DD`) suppressions that have ended are problems.
 */
export function loadConfiguration(path: string, text: string, read: (path: string) => string | undefined, today?: string): LoadedConfiguration {
  const loader = new Loader(read, today);
  const layers = loader.load(forward(path), text, []);
  const own = layers.at(-1);
  return {
    ...(own?.isUsable === true ? { configuration: new Configuration(forward(path), layers) } : {}),
    problems: loader.problems,
    files: loader.files,
    missing: loader.missing,
  };
}

class Loader {
  readonly problems: ConfigurationProblem[] = [];
  readonly files = new Map<string, string>();
  readonly missing: string[] = [];
  readonly #read: (path: string) => string | undefined;
  readonly #today: string | undefined;
  readonly #known = new Map<string, readonly Layer[]>();

  constructor(read: (path: string) => string | undefined, today: string | undefined) {
    this.#read = read;
    this.#today = today;
  }

  /** A file's layers: those of the files it extends, then its own. Of a file that comes twice, only the last layer counts. */
  load(path: string, text: string, parents: readonly string[]): readonly Layer[] {
    this.files.set(path, text);
    const file = readFile(path, text, this.#today);
    this.problems.push(...file.problems);
    const layers: Layer[] = [];
    const { extends: extended } = file.stated;
    for (const [index, relative] of listOf(extended).entries()) {
      const range = file.rangeOf(typeof extended === 'string' ? ['extends'] : ['extends', index]);
      layers.push(...this.#extend(join(folderOf(path), relative), relative, [...parents, path], (message) => this.problems.push({ path, range, message, severity: 'error' })));
    }
    layers.push(new Layer(path, file.stated, file.isUsable));
    const unique = [...new Set(layers.reverse())].reverse();
    this.#known.set(path, unique);
    return unique;
  }

  #extend(path: string, relative: string, parents: readonly string[], say: (message: string) => void): readonly Layer[] {
    if (parents.includes(path)) {
      const circle = [...parents.slice(parents.indexOf(path)), path].map((one) => clip(one.slice(one.lastIndexOf('/') + 1)));
      say(`extends: ${clip(relative)} extends this file in turn: ${circle.join(' → ')}.`);
      return [];
    }
    const known = this.#known.get(path);
    if (known) return known;
    if (this.files.size >= MOST_FILES) {
      say(`extends: ${clip(relative)} is not read, because a configuration may be made of ${MOST_FILES} files at most.`);
      return [];
    }
    const text = this.#read(path);
    if (text === undefined) {
      this.missing.push(path);
      say(`extends: there is no file ${clip(relative)}, or it cannot be read.`);
      return [];
    }
    return this.load(path, text, parents);
  }
}

interface ReadFile {
  readonly stated: StatedConfiguration;
  readonly isUsable: boolean;
  readonly problems: readonly ConfigurationProblem[];
  readonly rangeOf: (path: Path) => TextRange;
}

/** Reads one file. */
function readFile(path: string, text: string, today: string | undefined): ReadFile {
  const problems: ConfigurationProblem[] = [];
  const say = (range: TextRange, message: string, severity: ConfigurationProblem['severity'] = 'error'): void => {
    problems.push({ path, range, message, severity });
  };
  const nothing: ReadFile = { stated: {}, isUsable: false, problems, rangeOf: () => ({ start: 0, end: 0 }) };
  if (text.length > LONGEST_FILE) {
    say({ start: 0, end: 0 }, `A configuration of more than ${LONGEST_FILE} characters is not read.`);
    return nothing;
  }
  const source = Source.read(text);
  for (const { offset, document } of source.documents) {
    for (const problem of syntaxProblems(document)) say(shift(problem.range, offset), problem.message);
  }
  const [first, second] = source.documents.filter(holdsSomething);
  if (second) say(firstLine(second), 'A configuration is one document; what follows this line is not read.');
  if (!first) return { ...nothing, isUsable: problems.length === 0 };
  const { document, offset } = first;
  const root = Field.root(document);
  const rangeOf = (place: Path, isKey = false): TextRange => {
    const field = root.locate(place);
    return shift((isKey ? field.keyRange : undefined) ?? field.range, offset);
  };
  const data = plainOf(document);
  if (data === undefined) {
    say({ start: offset, end: offset }, 'This configuration is too large or too deep once its aliases are written out, and is not read.');
    return nothing;
  }
  const { stated, flaws } = check(data, today);
  for (const flaw of flaws) say(flaw.path.length === 0 ? firstLine(first) : rangeOf(flaw.path, flaw.isKey), flaw.message, flaw.severity);
  return { stated, isUsable: !flaws.some((flaw) => flaw.path.length === 0), problems: problems.sort((a, b) => a.range.start - b.range.start), rangeOf };
}

function holdsSomething({ document }: SourceDocument): boolean {
  return document.root !== undefined && !(document.root.kind === 'scalar' && document.root.value === null);
}

/** The first line of a document that says something, for problems of the whole. */
function firstLine({ document, offset }: SourceDocument): TextRange {
  const start = document.root?.range.start ?? 0;
  return shift({ start, end: Math.max(start, document.lines.endOf(document.lines.lineAt(start))) }, offset);
}

/** What is wrong with the document as YAML. */
function syntaxProblems(document: YamlDocument): { readonly range: TextRange; readonly message: string }[] {
  const duplicates = document.problems.filter((problem) => problem.kind === 'duplicate-key').map(({ range }) => ({ range, message: `${document.text.slice(range.start, range.end)}: this key is set twice in one mapping.` }));
  return [...strictProblems(document), ...duplicates];
}

/**
 * Syntax errors with nothing forgiven. In manifests `{{` is the work of a template engine, and what it does to the syntax
 * is passed over; nothing fills in a configuration, so it is read again with the braces parted, which means the same.
 */
function strictProblems(document: YamlDocument): { readonly range: TextRange; readonly message: string }[] {
  const isWrong = (problem: { readonly kind: string }): boolean => problem.kind !== 'duplicate-key';
  if (!document.isTemplated) return document.problems.filter(isWrong);
  const { text, lines } = document;
  const braces = [...text.matchAll(/\{(?=\{)/gu)].map((match, index) => match.index + 1 + index);
  const original = (offset: number): number => offset - braces.filter((brace) => brace < offset).length;
  return new YamlDocument(text.replace(/\{(?=\{)/gu, '{ ')).problems.filter(isWrong).map(({ range, message }) => {
    const start = original(range.start);
    const line = lines.lineAt(start);
    const action = /\{\{.*?(?:\}\}|$)/u.exec(lines.textOf(line));
    if (!action) return { range: { start, end: Math.max(start, original(range.end)) }, message };
    const from = lines.startOf(line) + action.index;
    return { range: { start: from, end: from + action[0].length }, message: 'A configuration is read as it stands: nothing fills in `{{ }}` here.' };
  });
}

/**
 * Settings that come from elsewhere (the editor, the command line), checked in the same way: what is wrong is left out and
 * said, as sentences that begin with the path.
 */
export function readSettings(value: Readonly<Record<string, unknown>>): { readonly settings: Partial<Settings>; readonly problems: readonly string[] } {
  const { stated, flaws } = check(plainFrom(value), undefined);
  return { settings: settingsOf(stated), problems: flaws.map((flaw: Flaw) => flaw.message) };
}
