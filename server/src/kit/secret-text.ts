import type { TextRange } from '../text/index.js';
import { couldBeSecret, formIn, looksRandom, namesPassword, namesSecret, type SecretForm } from './secrets.js';

/** Longer texts are looked through up to here. */
const LONGEST_TEXT = 1_000_000;
/** Longer lines are data or generated code, in which no setting is written. */
const LONGEST_LINE = 2_000;
/** Endings of the names of programs; in them a word without quotes is a name, not a text. */
const PROGRAM = /\.(?:awk|c|cs|cjs|cpp|erb|go|groovy|h|hcl|java|jinja2?|j2|js|jsx|kt|lua|mjs|php|pl|proto|py|rb|rego|rs|scala|sql|star|tf|tmpl|tpl|ts|tsx)$/iu;
const SETTING = /^(?:export[ \t]+|[-+][ \t]+|set[ \t]+|ENV[ \t]+)?["']?(?<name>[A-Za-z_][\w.-]{0,100})["']?[ \t]{0,20}[:=][ \t]{0,20}(?<value>[^\s=].*)$/u;
const COMMENT = /^(?:[#;*%]|\/[/*]|--|<!--)/u;

/** A secret in a longer text, with the setting that it is the value of. */
export interface SecretInText extends SecretForm {
  /** The setting's name, where it was the name that told. */
  readonly name?: string;
}

/**
 * Whether the setting's value is a secret by the setting's name. Passwords are taken at their word; keys, tokens and
 * the like are often the names of such, so that only what looks random counts.
 */
export function isSecretSetting(name: string, value: string): boolean {
  if (!namesSecret(name) || !couldBeSecret(value) || value.toLowerCase() === name.toLowerCase()) return false;
  return namesPassword(name) || looksRandom(value);
}

/**
 * The secrets in a configuration file, a script or a program: by their form, and as the values of settings
 * (`password = …`, `"password": "…"`, `export DB_PASSWORD=…`). Takes time in proportion to the text.
 */
export function secretsInText(text: string, file = ''): SecretInText[] {
  const found: SecretInText[] = [];
  let start = 0;
  for (const line of text.slice(0, LONGEST_TEXT).split('\n')) {
    const form = formIn(line);
    if (form) found.push({ ...form, range: { start: start + form.range.start, end: start + form.range.end } });
    else if (line.length <= LONGEST_LINE) {
      const setting = settingIn(line, PROGRAM.test(file));
      if (setting) found.push({ ...setting, range: { start: start + setting.range.start, end: start + setting.range.end } });
    }
    start += line.length + 1;
  }
  return found;
}

function settingIn(line: string, isProgram: boolean): SecretInText | undefined {
  const trimmed = line.trimStart();
  if (COMMENT.test(trimmed)) return undefined;
  const { name, value } = SETTING.exec(trimmed.trimEnd())?.groups ?? {};
  if (name === undefined || value === undefined) return undefined;
  const literal = literalOf(value, isProgram);
  if (literal === undefined || !isSecretSetting(name, literal.text)) return undefined;
  const start = line.trimEnd().length - value.length + literal.start;
  return { what: `the value of ${name}`, name, range: { start, end: start + literal.text.length } };
}

/** The text that a value is: what stands in quotes, or a word without signs of a program or template. */
function literalOf(value: string, isProgram: boolean): { text: string; start: number } | undefined {
  const quote = /^[uUrRbB]?(["'])/u.exec(value);
  if (quote) {
    const start = quote[0].length;
    const end = value.indexOf(quote[1] ?? '"', start);
    // What stands behind it may end the setting; anything else is a program that goes on.
    if (end < 0 || !/^[,;}\])]*\s*(?:[#;].*|\/\/.*)?$/u.test(value.slice(end + 1))) return undefined;
    const text = value.slice(start, end);
    return /[\s$%{}<>]/u.test(text) ? undefined : { text, start };
  }
  if (isProgram) return undefined;
  const word = /^[^\s#;,]+/u.exec(value)?.[0] ?? '';
  if (!/^[ \t]*(?:[#;].*)?$/u.test(value.slice(word.length)) || /[$(){}[\]<>|&*"'`\\%]/u.test(word)) return undefined;
  return { text: word, start: 0 };
}

/** A secret among the words of a command line. */
export interface SecretArgument {
  /** The option (`--password`) or variable that it is given to; undefined where the form told. */
  readonly option?: string;
  readonly what: string;
  /** Which of the arguments it stands in. */
  readonly index: number;
  readonly range: TextRange;
}

const WORD = /[^\s"'`;|&()=]+(?:=(?:"[^"\n]*"|'[^'\n]*'|[^\s"'`;|&()]*))?|"[^"\n]*"|'[^'\n]*'/gu;

/** The secrets in a command line, the words of shell scripts included. */
export function secretArguments(args: readonly (string | undefined)[]): SecretArgument[] {
  const found: SecretArgument[] = [];
  let option: string | undefined;
  for (const [index, argument] of args.entries()) {
    if (argument === undefined) {
      option = undefined;
      continue;
    }
    const text = argument.slice(0, LONGEST_TEXT);
    const isScript = /\s/u.test(text.trim());
    const form = isScript ? undefined : formIn(text);
    if (form) found.push({ index, ...form });
    else if (isScript) {
      let before: string | undefined;
      for (const line of secretsInText(text).filter(({ name }) => name === undefined)) found.push({ index, what: line.what, range: line.range });
      for (const word of text.matchAll(WORD)) {
        const own = found.some((one) => one.index === index && one.range.start >= word.index && one.range.start < word.index + word[0].length);
        const secret = own ? undefined : secretOfWord(word[0], before);
        if (secret) found.push({ index, ...secret, range: { start: word.index + secret.range.start, end: word.index + secret.range.end } });
        before = word[0];
      }
    } else {
      const secret = secretOfWord(text, option);
      if (secret) found.push({ index, ...secret });
    }
    option = isScript ? undefined : text;
  }
  return found;
}

/** A word of the form `--password=…` or `PASSWORD=…`, or one that stands behind `--password`. */
function secretOfWord(word: string, before: string | undefined): Omit<SecretArgument, 'index'> | undefined {
  const { option, value } = /^(?<option>-{0,2}[A-Za-z][\w.-]{0,80})=(?<value>[^]+)$/u.exec(word)?.groups ?? {};
  if (option !== undefined && value !== undefined) return judge(option, value, word.length - value.length);
  if (before === undefined || !/^--?[A-Za-z][\w.-]{2,80}$/u.test(before) || word.startsWith('-')) return undefined;
  return judge(before, word, 0);
}

function judge(option: string, value: string, start: number): Omit<SecretArgument, 'index'> | undefined {
  const quoted = /^["']/u.test(value) ? 1 : 0;
  const text = value.slice(quoted, value.length - quoted);
  const name = option.replace(/^-+/u, '').replace(/^(?:D|X)(?=[a-z]+\.)/u, '');
  if (/[$`<>{}*]|^@/u.test(text) || !isSecretSetting(name, text)) return undefined;
  return { what: `the value of ${option}`, option, range: { start: start + quoted, end: start + quoted + text.length } };
}

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

/** What a text in base64 stands for, one character per byte; undefined where it is none. */
export function decodeBase64(text: string): string | undefined {
  const compact = text.replace(/\s+/gu, '').slice(0, LONGEST_TEXT);
  if (compact === '' || compact.length % 4 !== 0 || !/^[A-Za-z0-9+/]+={0,2}$/u.test(compact)) return undefined;
  const bytes: string[] = [];
  let bits = 0;
  let held = 0;
  for (const character of compact) {
    const value = ALPHABET.indexOf(character);
    if (value < 0) break;
    held = ((held << 6) | value) & 0xffff;
    bits += 6;
    if (bits < 8) continue;
    bits -= 8;
    bytes.push(String.fromCharCode((held >> bits) & 0xff));
  }
  return bytes.join('');
}
