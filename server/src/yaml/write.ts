import type { Plain } from './operation.js';

/** How a file writes YAML, so that what is added looks like what is there. */
export interface Style {
  /** `\n` or `\r\n`. */
  readonly eol: string;
  /** Columns by which a mapping within a mapping is indented. */
  readonly step: number;
  /** Columns by which a list is indented below its key; many files use none. */
  readonly listStep: number;
  /** Written as JSON: keys and strings in double quotes, braces everywhere. */
  readonly isJson: boolean;
}

/** Words and shapes that some YAML reader takes for something other than a string: booleans, numbers of all bases, times, dates. */
const NOT_A_STRING = /^(?:~|null|true|false|yes|no|on|off|y|n|<<|=|[-+]?(?:\.?\d[\d_]*(?:\.[\d_]*)?(?:e[-+]?\d+)?|0x[\da-f_]+|0o?[0-7_]+|0b[01_]+|\.inf)|\.nan|[-+]?\d+(?::[0-5]?\d)+(?:\.\d*)?|\d{4}-\d{1,2}-\d{1,2}.*)$/iu;
const PLAIN = /^(?:[A-Za-z0-9_./]|--?(?=[A-Za-z0-9]))[A-Za-z0-9_./:@+=-]*$/u;

/** A scalar as YAML or JSON, quoted only where it must be. */
export function writeScalar(value: string | number | boolean | null, style: Pick<Style, 'isJson'>): string {
  if (typeof value !== 'string') return JSON.stringify(value);
  if (!style.isJson && PLAIN.test(value) && !value.endsWith(':') && !NOT_A_STRING.test(value)) return value;
  return JSON.stringify(value);
}

/** A value on one line. */
export function writeFlow(value: Plain, style: Pick<Style, 'isJson'>): string {
  if (isList(value)) return `[${value.map((item) => writeFlow(item, style)).join(', ')}]`;
  if (isRecord(value)) {
    const entries = Object.entries(value).map(([key, item]) => `${writeScalar(key, style)}: ${writeFlow(item, style)}`);
    return entries.length === 0 ? '{}' : style.isJson ? `{ ${entries.join(', ')} }` : `{${entries.join(', ')}}`;
  }
  return writeScalar(value as string | number | boolean | null, style);
}

/** A key with its value as block lines, the first line without its indentation, all others at `column` or deeper. */
export function writePair(key: string, value: Plain, column: number, style: Style): string {
  const name = writeScalar(key, style);
  if (isList(value) && value.length > 0) return `${name}:${style.eol}${writeItems(value, column + style.listStep, style)}`;
  if (isRecord(value) && Object.keys(value).length > 0) {
    return `${name}:${style.eol}${' '.repeat(column + style.step)}${writeEntries(value, column + style.step, style)}`;
  }
  return `${name}: ${writeFlow(value, style)}`;
}

/** The entries of a mapping as block lines; the first line comes without its indentation. */
export function writeEntries(value: { readonly [key: string]: Plain }, column: number, style: Style): string {
  return Object.entries(value)
    .map(([key, item]) => writePair(key, item, column, style))
    .join(style.eol + ' '.repeat(column));
}

/** The items of a list as block lines, each with its indentation. */
export function writeItems(items: readonly Plain[], column: number, style: Style): string {
  return items.map((item) => ' '.repeat(column) + writeItem(item, column, style)).join(style.eol);
}

/** One item from its dash on; further lines are indented to fit a dash at `column`. */
export function writeItem(item: Plain, column: number, style: Style): string {
  if (isRecord(item) && Object.keys(item).length > 0) return `- ${writeEntries(item, column + 2, style)}`;
  return `- ${writeFlow(item, style)}`;
}

/** Whether a value is a list. */
export function isList(value: Plain): value is readonly Plain[] {
  return Array.isArray(value);
}

/** Whether a value is a mapping. */
export function isRecord(value: Plain): value is { readonly [key: string]: Plain } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
