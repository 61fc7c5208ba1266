import { Composer, Parser, isAlias, isMap, isScalar, isSeq } from 'yaml';
import type { CST, DocumentOptions, ParseOptions, SchemaOptions, ScalarTag, Tags, YAMLMap, YAMLSeq, Scalar as LibraryScalar, Node as LibraryNode } from 'yaml';
import type { TextRange } from '../text/index.js';
import type { Comment, MapNode, Node, Pair, Scalar, ScalarNode, ScalarStyle, SeqNode, ValueNode } from './node.js';

/** Why a document's text is not what a Kubernetes client would accept. */
export interface SyntaxProblem {
  readonly range: TextRange;
  /** A whole sentence. */
  readonly message: string;
  /** `duplicate-key` leaves the tree whole; after `syntax` some of it may be missing. */
  readonly kind: 'syntax' | 'duplicate-key' | 'too-large';
}

/** A tree as far as the text could be read. */
export interface Parsed {
  readonly root: Node | undefined;
  readonly problems: readonly SyntaxProblem[];
  readonly comments: readonly Comment[];
  /** Names of the anchors that an alias stands for. */
  readonly sharedAnchors: ReadonlySet<string>;
  /** Text that is filled in by a template engine before anybody reads the YAML stands in it. */
  readonly isTemplated: boolean;
  /** Places of `{{ … }}` outside of scalars, where whole parts of the document may come from. */
  readonly hasTemplatedStructure: boolean;
}

/** The longest document that is parsed, in UTF-16 code units. The API server refuses requests above 3 MiB. */
export const LONGEST_DOCUMENT = 16 * 1024 * 1024;

/** How many offending lines are blanked out to save the rest of a document. */
const RECOVERY_PASSES = 6;

/**
 * Whether so much of a document comes out of aliases that Kubernetes' own reader takes it for an attack. Both counts are
 * of values with every alias written out. Source: `allowedAliasRatio` of go-yaml.
 */
function isAliasBomb(values: number, aliased: number): boolean {
  const allowed = values <= 400_000 ? 0.99 : values >= 4_000_000 ? 0.1 : 0.99 - (0.89 * (values - 400_000)) / 3_600_000;
  return aliased > 100 && values > 1000 && aliased / values > allowed;
}

/** Collections within collections; Kubernetes' own reader stops at 10,000, JavaScript's stack before. */
const DEEPEST = 200;

// Kubernetes reads YAML 1.1 (`yes` is true, 0644 is octal), but knows neither its timestamps nor its sexagesimal numbers.
const octal: ScalarTag = {
  identify: () => false,
  default: true,
  tag: 'tag:yaml.org,2002:int',
  format: 'OCT',
  test: /^[-+]?0o[0-7_]+$/,
  resolve: (text) => Number.parseInt(text.replaceAll('_', '').replace('0o', ''), 8),
};
const plainTags = new Set(['bool', 'float', 'int', 'map', 'merge', 'null', 'seq', 'str'].map((name) => `tag:yaml.org,2002:${name}`));
const options: ParseOptions & DocumentOptions & SchemaOptions = {
  schema: 'yaml-1.1',
  stringKeys: true,
  uniqueKeys: false, // Found on the way through the tree, in linear time.
  prettyErrors: false,
  logLevel: 'silent',
  customTags: (tags: Tags) => [
    ...tags.filter((tag) => typeof tag !== 'string' && plainTags.has(tag.tag) && !('format' in tag && tag.format === 'TIME')),
    octal,
  ],
};

/** Reads one document. Never throws: what cannot be read is a problem, and the rest is kept where it can be. */
export function parse(text: string): Parsed {
  if (text.length > LONGEST_DOCUMENT) {
    const message = `This document has more than ${LONGEST_DOCUMENT / 1024 / 1024} million characters and is not read.`;
    return { ...nothing, problems: [{ range: { start: 0, end: 0 }, message, kind: 'too-large' }] };
  }
  const masked = text.includes('{{') ? maskActions(text) : undefined;
  const first = attempt(masked?.text ?? text, text);
  const whole = first.errors.length === 0 ? first : recover(first, masked?.text ?? text, text);
  if (whole.isBomb) {
    const message = 'Aliases make this document many times as large as its text, so it is not read.';
    return { ...nothing, problems: [{ range: { start: 0, end: 0 }, message, kind: 'too-large' }] };
  }
  const problems: SyntaxProblem[] = [];
  const error = whole.blamed;
  // Where a template engine has its hands in the text, the text as it stands was never meant to be read.
  if (error && masked === undefined) problems.push({ range: error.range, message: error.message, kind: 'syntax' });
  // The branches of an `if` may well set the same key.
  for (const { range, key } of masked?.structural ? [] : whole.duplicates) {
    problems.push({ range, message: `Key \`${key}\` is already set in this mapping; the API server refuses duplicate keys.`, kind: 'duplicate-key' });
  }
  return {
    root: whole.root,
    problems,
    comments: text.includes('#') ? whole.comments : [],
    sharedAnchors: whole.shared,
    isTemplated: masked !== undefined,
    hasTemplatedStructure: masked?.structural ?? false,
  };
}

const nothing: Parsed = { root: undefined, problems: [], comments: [], sharedAnchors: new Set(), isTemplated: false, hasTemplatedStructure: false };

interface ReadError {
  readonly range: TextRange;
  readonly code: string;
  readonly message: string;
}

interface Attempt {
  readonly root: Node | undefined;
  readonly errors: readonly ReadError[];
  readonly comments: readonly Comment[];
  readonly duplicates: readonly { range: TextRange; key: string }[];
  readonly shared: ReadonlySet<string>;
  /** How many values were understood: of two readings, the one with more is better. */
  readonly values: number;
  /** Where quoted scalars start, in order. */
  readonly quotes: readonly number[];
  /** Its aliases stand for more than any reader takes. */
  readonly isBomb: boolean;
  readonly blamed?: ReadError;
}

/** One reading of `text`; scalars' values are cut out of `original`, which has the same length. */
function attempt(text: string, original: string): Attempt {
  const comments: Comment[] = [];
  const tokens: CST.Token[] = [];
  const errors: ReadError[] = [];
  try {
    for (const token of new Parser().parse(text)) {
      tokens.push(token);
      collectComments(token, text, comments);
    }
    const composer = new Composer(options);
    for (const document of composer.compose(tokens, true, text.length)) {
      for (const { code, message, pos } of document.errors) errors.push({ code, message: sentence(code, message), range: { start: pos[0], end: Math.max(pos[0] + 1, pos[1]) } });
      if (!document.contents) continue;
      const reading = new Reading(original);
      const root = reading.read(document.contents, 0);
      errors.push(...reading.errors);
      return { root, errors: errors.sort((a, b) => a.range.start - b.range.start), comments, duplicates: reading.duplicates, shared: reading.shared, values: reading.values, quotes: reading.quotes, isBomb: isAliasBomb(reading.expanded, reading.aliased) };
    }
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    errors.push({ code: 'TOO_DEEP', message: 'This document is nested too deeply to be read.', range: { start: 0, end: 1 } });
  }
  return { root: undefined, errors, comments, duplicates: [], shared: new Set(), values: 0, quotes: [], isBomb: false };
}

/** Blanks out offending lines, one a pass, as long as that saves something. */
function recover(first: Attempt, text: string, original: string): Attempt {
  const blamed = first.errors[0];
  const joined = readJoined(first, text, original);
  if (joined) return joined;
  let best = first;
  let current = text;
  if (first.errors.some((error) => error.code === 'TOO_DEEP')) return blamed ? { ...first, blamed } : first;
  for (let pass = 0; pass < RECOVERY_PASSES && best.errors.length > 0; pass++) {
    let improved: { reading: Attempt; text: string } | undefined;
    for (const line of suspects(best, current)) {
      const tried = current.slice(0, line.start) + blank(current.slice(line.start, line.end)) + current.slice(line.end);
      const reading = attempt(tried, original);
      if (improved === undefined || isBetter(reading, improved.reading)) improved = { reading, text: tried };
      if (reading.errors.length === 0 && reading.values >= best.values) break;
    }
    if (improved === undefined) break;
    best = improved.reading;
    current = improved.text;
  }
  const result = best.errors.length < first.errors.length || best.values >= first.values ? best : first;
  return blamed ? { ...result, comments: first.comments.length > result.comments.length ? first.comments : result.comments, blamed } : result;
}

function isBetter(a: Attempt, b: Attempt): boolean {
  if ((a.errors.length === 0) !== (b.errors.length === 0)) return a.errors.length === 0;
  if (a.values !== b.values) return a.values > b.values;
  return a.errors.length < b.errors.length;
}

/** Lines that may be to blame for the first error: its own, the one before, and the one where a quote was opened. */
function suspects(reading: Attempt, text: string): TextRange[] {
  const error = reading.errors[0];
  if (!error) return [];
  const at = Math.min(error.range.start, text.length);
  const own = lineAround(text, at);
  const lines = [own];
  const before = previousLine(text, own.start);
  if (before) lines.push(before);
  const quote = error.code === 'MISSING_CHAR' ? quoteBefore(reading, error) : undefined;
  if (quote !== undefined) lines.unshift(lineAround(text, quote));
  return lines.filter((line, index) => text.slice(line.start, line.end).trim() !== '' && lines.findIndex((other) => other.start === line.start) === index);
}

function lineAround(text: string, at: number): TextRange {
  return { start: text.lastIndexOf('\n', at - 1) + 1, end: endOfLine(text, at) };
}

function previousLine(text: string, start: number): TextRange | undefined {
  let end = start - 1;
  while (end > 0) {
    const line = lineAround(text, end - 1 < 0 ? 0 : end - 1);
    if (text.slice(line.start, line.end).trim() !== '') return line;
    if (line.start === 0) return undefined;
    end = line.start - 1;
  }
  return undefined;
}

function blank(text: string): string {
  return text.replace(/[^\r\n]/gu, (character) => ' '.repeat(character.length));
}

/** How many quoted scalars of one document are mended; each costs a reading. */
const MOST_JOINED = 24;

/**
 * A reading in which quoted scalars go on over lines that are indented less than YAML asks. libyaml, and so Kubernetes,
 * takes them. Undefined when the text has other errors too.
 */
function readJoined(first: Attempt, text: string, original: string): Attempt | undefined {
  let reading = first;
  let joined = text;
  for (let count = 0; count < MOST_JOINED; count++) {
    const error = reading.errors[0];
    if (!error) return reading;
    if (error.code !== 'MISSING_CHAR') return undefined;
    const start = quoteBefore(reading, error);
    const mended = start === undefined ? undefined : joinQuoted(joined, start);
    if (mended === undefined) return undefined;
    joined = mended;
    reading = attempt(joined, original);
  }
  return undefined;
}

function quoteBefore(reading: Attempt, error: ReadError): number | undefined {
  return reading.quotes.findLast((start) => start < error.range.start);
}

/** The text with the line breaks within the quoted scalar at `start` turned into blanks; undefined when it never ends. */
function joinQuoted(text: string, start: number): string | undefined {
  const quote = text.charAt(start);
  let end = start + 1;
  for (; end < text.length; end++) {
    const character = text.charAt(end);
    if (character === '\\' && quote === '"') end++;
    else if (character === quote) {
      if (quote === "'" && text.charAt(end + 1) === "'") end++;
      else break;
    }
  }
  if (end >= text.length) return undefined;
  const inside = text.slice(start, end);
  if (!/[\r\n]/u.test(inside) || /^(?:---|\.\.\.)/mu.test(inside)) return undefined;
  return text.slice(0, start) + inside.replace(/[\r\n]/gu, ' ') + text.slice(end);
}

/** Turns the library's nodes into ours: resolved aliases, ranges without comments, no objects keyed by what a file says. */
class Reading {
  readonly errors: ReadError[] = [];
  readonly duplicates: { range: TextRange; key: string }[] = [];
  readonly shared = new Set<string>();
  readonly quotes: number[] = [];
  values = 0;
  /** Values with every alias written out, and how many of these come out of aliases. */
  expanded = 0;
  aliased = 0;
  readonly #sizes = new Map<ValueNode, number>();
  readonly #original: string;
  readonly #hasActions: boolean;
  readonly #anchors = new Map<string, ValueNode>();

  constructor(original: string) {
    this.#original = original;
    this.#hasActions = original.includes('{{');
  }

  read(node: LibraryNode, depth: number): Node {
    const range = rangeOf(node);
    if (depth > DEEPEST) {
      this.errors.push({ code: 'TOO_DEEP', message: `Values are nested more than ${DEEPEST} levels deep here.`, range: { start: range.start, end: range.start + 1 } });
      return { kind: 'scalar', value: null, style: 'empty', isTemplated: false, range };
    }
    this.values++;
    const before = this.expanded++;
    if (isAlias(node)) {
      const target = this.#anchors.get(node.source);
      if (target) {
        this.shared.add(node.source);
        const size = this.#sizes.get(target) ?? 0;
        this.expanded += size;
        this.aliased += size;
      } else this.errors.push({ code: 'BAD_ALIAS', message: `There is no anchor \`&${node.source}\` before this alias.`, range });
      return { kind: 'alias', name: node.source, target, range };
    }
    const value = isMap(node) ? this.#map(node, range, depth) : isSeq(node) ? this.#seq(node, range, depth) : this.#scalar(node as LibraryScalar, range);
    if (value.anchor !== undefined) {
      this.#anchors.set(value.anchor, value);
      this.#sizes.set(value, this.expanded - before);
    }
    return value;
  }

  #map(node: YAMLMap, range: TextRange, depth: number): MapNode {
    const pairs: Pair[] = [];
    const seen = new Set<string>();
    for (const pair of node.items) {
      const key = pair.key as LibraryNode | null;
      if (!isScalar(key)) continue; // A missing or compound key is an error of its own already.
      const keyRange = rangeOf(key);
      const keyStyle = styleOf(key, keyRange);
      const name = this.#templated(keyRange) ? this.#original.slice(keyRange.start, keyRange.end) : String(key.value ?? '');
      if (seen.has(name) && name !== '<<') this.duplicates.push({ range: keyRange, key: name });
      seen.add(name);
      const value = pair.value as LibraryNode | null;
      pairs.push({
        key: name,
        keyRange,
        keyStyle,
        value: value ? this.read(value, depth + 1) : { kind: 'scalar', value: null, style: 'empty', isTemplated: false, range: { start: keyRange.end, end: keyRange.end } },
      });
    }
    return { kind: 'map', flow: node.flow === true, pairs, range, ...anchorOf(node) };
  }

  #seq(node: YAMLSeq, range: TextRange, depth: number): SeqNode {
    const items = node.items.map((item) => this.read(item as LibraryNode, depth + 1));
    return { kind: 'seq', flow: node.flow === true, items, range, ...anchorOf(node) };
  }

  #scalar(node: LibraryScalar, range: TextRange): ScalarNode {
    const style = styleOf(node, range);
    if (style === 'single-quoted' || style === 'double-quoted') this.quotes.push(range.start);
    const value = this.#templated(range) ? unquoted(this.#original.slice(range.start, range.end), style) : scalarValue(node);
    const isTemplated = typeof value === 'string' && isTemplateText(value);
    return { kind: 'scalar', value, style, range, isTemplated, ...anchorOf(node) };
  }

  #templated(range: TextRange): boolean {
    return this.#hasActions && this.#original.slice(range.start, range.end + 1).includes('{{');
  }
}

/** `{{ … }}` of Helm, Jinja and their like, and the `${…}` that envsubst, Flux and Kustomize variables fill in. */
export function isTemplateText(text: string): boolean {
  return text.includes('{{') || /\$\{[A-Za-z_]/u.test(text);
}

function anchorOf(node: { anchor?: string | undefined }): { anchor?: string } {
  return node.anchor === undefined ? {} : { anchor: node.anchor };
}

function rangeOf(node: { range?: readonly [number, number, number] | null | undefined }): TextRange {
  return { start: node.range?.[0] ?? 0, end: node.range?.[1] ?? 0 };
}

function styleOf(node: LibraryScalar, range: TextRange): ScalarStyle {
  switch (node.type) {
    case 'QUOTE_DOUBLE':
      return 'double-quoted';
    case 'QUOTE_SINGLE':
      return 'single-quoted';
    case 'BLOCK_LITERAL':
      return 'literal';
    case 'BLOCK_FOLDED':
      return 'folded';
    default:
      return range.start === range.end ? 'empty' : 'plain';
  }
}

function scalarValue(node: LibraryScalar): Scalar {
  const { value } = node;
  if (value === null || typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value;
  return typeof value === 'bigint' ? Number(value) : (node.source ?? null);
}

function unquoted(text: string, style: ScalarStyle): string {
  return style === 'single-quoted' || style === 'double-quoted' ? text.slice(1, -1) : text;
}

/**
 * The text with every `{{ … }}` replaced by as many harmless characters: blanks where actions stand alone on their
 * lines, letters where they are (part of) values. Takes time in proportion to the text, whatever it holds.
 */
function maskActions(text: string): { text: string; structural: boolean } {
  const parts: string[] = [];
  let structural = false;
  let written = 0;
  for (let line = lineOfActions(text, 0); line; line = lineOfActions(text, line.end)) {
    for (const [index, { start, end }] of line.actions.entries()) {
      const isAlone = index < line.alone;
      structural ||= isAlone;
      const action = text.slice(start, end);
      parts.push(text.slice(written, start), isAlone ? blank(action) : 'x'.repeat(action.length));
      written = end;
    }
  }
  parts.push(text.slice(written));
  return { text: parts.join(''), structural };
}

/** The next actions that share a line, an action that spans lines joining them; the first `alone` have nothing beside them. */
function lineOfActions(text: string, from: number): { actions: TextRange[]; alone: number; end: number } | undefined {
  let start = text.indexOf('{{', from);
  if (start < 0) return undefined;
  const actions: TextRange[] = [];
  let gapStart = Math.max(from, text.lastIndexOf('\n', start) + 1);
  let alone: number | undefined;
  let lineEnd = endOfLine(text, start);
  for (;;) {
    const gap = text.slice(gapStart, start).trimStart();
    // A comment may stand behind actions; what it holds is of no matter.
    if (gap !== '') alone ??= gap.startsWith('#') ? actions.length : 0;
    const close = text.indexOf('}}', start + 2);
    if (close < 0) return actions.length === 0 ? undefined : { actions, alone: alone ?? 0, end: text.length };
    actions.push({ start, end: close + 2 });
    gapStart = close + 2;
    if (gapStart > lineEnd) lineEnd = endOfLine(text, gapStart);
    const open = text.slice(gapStart, lineEnd).indexOf('{{');
    if (open < 0) {
      const tail = text.slice(gapStart, lineEnd).trim();
      return { actions, alone: alone ?? (tail === '' || tail.startsWith('#') ? actions.length : 0), end: lineEnd };
    }
    start = gapStart + open;
  }
}

function endOfLine(text: string, from: number): number {
  const next = text.indexOf('\n', from);
  return next < 0 ? text.length : next;
}

function collectComments(token: CST.Token | CST.SourceToken, text: string, into: Comment[]): void {
  switch (token.type) {
    case 'comment': {
      const lineStart = text.lastIndexOf('\n', token.offset - 1) + 1;
      into.push({
        range: { start: token.offset, end: token.offset + token.source.length },
        text: token.source,
        ownLine: text.slice(lineStart, token.offset).trim() === '',
      });
      return;
    }
    case 'document':
      for (const part of token.start) collectComments(part, text, into);
      if (token.value) collectComments(token.value, text, into);
      for (const part of token.end ?? []) collectComments(part, text, into);
      return;
    case 'doc-end':
    case 'alias':
    case 'scalar':
    case 'single-quoted-scalar':
    case 'double-quoted-scalar':
      for (const part of token.end ?? []) collectComments(part, text, into);
      return;
    case 'block-scalar':
      for (const part of token.props) collectComments(part, text, into);
      return;
    case 'block-map':
    case 'block-seq':
    case 'flow-collection':
      if (token.type === 'flow-collection') collectComments(token.start, text, into);
      for (const item of token.items) {
        for (const part of item.start) collectComments(part, text, into);
        if (item.key) collectComments(item.key, text, into);
        for (const part of item.sep ?? []) collectComments(part, text, into);
        if (item.value) collectComments(item.value, text, into);
      }
      if (token.type === 'flow-collection') for (const part of token.end) collectComments(part, text, into);
      return;
    default:
  }
}

/** The library's message as a sentence of ours. */
function sentence(code: string, message: string): string {
  switch (code) {
    case 'MULTILINE_IMPLICIT_KEY':
      return 'This is no complete `key: value`: a colon is missing, or the lines below are indented wrongly.';
    case 'BLOCK_AS_IMPLICIT_KEY':
      return 'A mapping cannot start here: quote the value if it holds `: `, or put the keys on lines of their own.';
    case 'TAB_AS_INDENT':
      return 'YAML does not allow tabs as indentation.';
    case 'MISSING_CHAR':
      return /^Missing closing ["']quote/u.test(message) ? 'A quote is opened and never closed.' : whole(message);
    default:
      return whole(message);
  }
}

function whole(message: string): string {
  return /[.!?]$/u.test(message) ? message : `${message}.`;
}
