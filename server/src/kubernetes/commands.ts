import type { TextRange } from '../text/index.js';
import type { Field } from '../yaml/index.js';
import type { Container } from './pod.js';

/** A program's name where a container's command calls it. */
export interface Invocation {
  /** The entry of `command` or `args`. */
  readonly field: Field<string>;
  /** The word in the entry, counted from the start of its value. */
  readonly range: TextRange;
}

/** Programs and words of the shell that run the command which stands behind them. */
const WRAPPERS = new Set([
  '!', 'ash', 'bash', 'busybox', 'catatonit', 'command', 'dash', 'do', 'dumb-init', 'elif', 'else', 'env', 'exec', 'go-runner', 'hyperkube', 'if', 'ksh', 'nice', 'nohup',
  'setsid', 'sh', 'stdbuf', 'sudo', 'then', 'time', 'timeout', 'tini', 'until', 'while', 'xargs', 'zsh',
]);

/** Longer scripts are not read to their end. */
const LONGEST_SCRIPT = 1_000_000;

/** The first place where `command` and `args` call one of `programs`, by name or by path; shell scripts in them are looked through. */
export function invocationOf(container: Container, programs: readonly string[]): Invocation | undefined {
  // Without a command the image's own program stands first, and official images run what the arguments say.
  for (const field of [...container.at('command').items(), ...container.at('args').items()]) {
    const text = field.string;
    if (text === undefined || field.isTemplated) return undefined;
    const isScript = /[\s;&|]/u.test(text.trim());
    const range = isScript ? calledIn(text, programs) : isProgram(text, programs) ? { start: 0, end: text.length } : undefined;
    if (range) return { field: field as Field<string>, range };
    if (isScript || !leadsOn(text)) return undefined;
  }
  return undefined;
}

/** The word of a shell script that calls one of the programs. */
function calledIn(script: string, programs: readonly string[]): TextRange | undefined {
  for (const command of script.slice(0, LONGEST_SCRIPT).matchAll(/[^;&|(){}`\n]+/gu)) {
    for (const word of command[0].matchAll(/[^\s"']+/gu)) {
      const start = command.index + word.index;
      if (isProgram(word[0], programs)) return { start, end: start + word[0].length };
      if (!leadsOn(word[0])) break;
    }
  }
  return undefined;
}

/** Whether the word behind this one can still be the program: options, numbers, assignments and programs that start others. */
function leadsOn(word: string): boolean {
  return /^(?:-|\d+[smhd]?$|[A-Za-z_]\w*=)/u.test(word) || /entrypoint[\w.-]*$/u.test(word) || WRAPPERS.has(baseOf(word));
}

function isProgram(word: string, programs: readonly string[]): boolean {
  // The path in an option or an assignment is no program that is called.
  return !/^(?:-|[A-Za-z_]\w*=)/u.test(word) && programs.includes(baseOf(word));
}

function baseOf(word: string): string {
  return word.slice(word.lastIndexOf('/') + 1);
}
