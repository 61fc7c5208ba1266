import type { TextRange } from '../text/index.js';
import type { Field, Operation } from '../yaml/index.js';

/** A word of a command line: an entry of `command` or `args`, or a part of one that is a script. */
export interface Word {
  readonly field: Field<unknown>;
  /** Counted from the start of the entry's value; undefined where the whole entry is the word. */
  readonly range: TextRange | undefined;
  /** Without the quotes of a shell. */
  readonly text: string;
}

/** A flag of a command line. */
export interface WrittenFlag {
  /** With hyphens for underscores, as Kubernetes' programs read it. */
  readonly name: string;
  /** `true` where a flag stands alone. */
  readonly value: string;
  /** Where the value stands, or the flag where it has none. */
  readonly field: Field<unknown>;
  readonly range: TextRange | undefined;
  /** The words of the flag: one, or two where the value is a word of its own. */
  readonly words: readonly Word[];
  /** The value is filled in when the manifest is made or the container starts. */
  readonly isUnknown: boolean;
}

/** The flags behind a program's name, and whether words in between stand for more of them. */
export interface CommandLine {
  readonly flags: readonly WrittenFlag[];
  /** A variable or a template can stand for any flags. */
  readonly isOpen: boolean;
}

const VARIABLE = /\$(?:[A-Za-z_@*{(]|$)|\{\{/u;

/** The words of a script from a place on, until the command ends. */
export function wordsOf(field: Field<unknown>, script: string, from: number): Word[] {
  const words: Word[] = [];
  const token = /(?<gap>(?:[^\S\r\n]|\\\r?\n)+)|(?<word>(?:[^\s"'\\;&|<>()`]|\$\([^)]*\)|\\[^\r\n]|"(?:[^"\\]|\\[^])*"|'[^']*')+)/uy;
  token.lastIndex = from;
  for (let match = token.exec(script); match; match = token.exec(script)) {
    const raw = match.groups?.['word'];
    if (raw === undefined) continue;
    words.push({ field, range: { start: match.index, end: match.index + raw.length }, text: raw.replace(/["']/gu, '') });
  }
  return words;
}

/** Reads flags as Go's programs do: `--flag=value`, `--flag value`, and `--flag` alone for `true`. */
export function readFlags(words: readonly Word[], isBoolean: (name: string) => boolean): CommandLine {
  const flags: WrittenFlag[] = [];
  let isOpen = false;
  for (let at = 0; at < words.length; at++) {
    const word = words[at];
    if (word === undefined) break;
    const match = /^--?(?<name>[A-Za-z][\w.-]*)(?<rest>=(?<value>[^]*))?$/u.exec(word.text);
    const name = match?.groups?.['name']?.replace(/_/gu, '-');
    if (name === undefined) {
      isOpen ||= VARIABLE.test(word.text) || word.field.isTemplated;
      continue;
    }
    const value = match?.groups?.['value'];
    if (value !== undefined) {
      flags.push({ name, value, field: word.field, range: valueRange(word), words: [word], isUnknown: VARIABLE.test(value) });
      continue;
    }
    const next = words[at + 1];
    if (next === undefined || next.text.startsWith('-') || isBoolean(name)) {
      flags.push({ name, value: isBoolean(name) ? 'true' : '', field: word.field, range: word.range, words: [word], isUnknown: false });
      continue;
    }
    at++;
    flags.push({ name, value: next.text, field: next.field, range: next.range, words: [word, next], isUnknown: VARIABLE.test(next.text) || next.field.isTemplated });
  }
  return { flags, isOpen };
}

/** The part of a word behind its `=`. */
function valueRange(word: Word): TextRange {
  const start = word.range?.start ?? 0;
  const end = word.range?.end ?? String(word.field.value ?? '').length;
  const text = String(word.field.value ?? '').slice(start, end);
  return { start: start + text.indexOf('=') + 1, end };
}

/** Gives a flag another value. */
export function rewrite(flag: WrittenFlag, value: string): Operation {
  const [first, second] = flag.words;
  if (second?.range === undefined && second) return { kind: 'set', field: second.field, value };
  if (second === undefined && first && !first.text.includes('=')) {
    const text = `${first.text}=${value}`;
    return first.range ? { kind: 'replace', field: first.field, range: first.range, text } : { kind: 'set', field: first.field, value: text };
  }
  return { kind: 'replace', field: flag.field, range: flag.range ?? { start: 0, end: 0 }, text: value };
}

/** Takes a flag away, with the blank before it where it stands in a script. */
export function erase(flag: WrittenFlag): Operation[] {
  return flag.words.map(({ field, range }): Operation => {
    if (range === undefined) return { kind: 'remove', field };
    const text = String(field.value ?? '');
    const start = text[range.start - 1] === ' ' ? range.start - 1 : range.start;
    return { kind: 'replace', field, range: { start, end: range.end }, text: '' };
  });
}
