import { PROFILES } from '../kit/rule.js';
import { FORMAT_NAMES } from '../report/format-names.js';
import type { CommandSpec } from './command.js';

/** The severities at which `--fail-on` can be set. */
export const FAIL_ON = ['error', 'warning', 'information', 'never'] as const;

const help = { short: 'h', help: 'print this help' };

/** Every command. Nothing here loads the engine, so that help is quick. */
export const COMMANDS = {
  scan: {
    name: 'scan',
    operands: '[paths…]',
    least: 0,
    most: Infinity,
    summary: 'Find (and repair) insecure settings in Kubernetes manifests.',
    options: {
      format: { short: 'f', value: 'FORMAT', choices: FORMAT_NAMES, help: `how to report: ${FORMAT_NAMES.join(', ')} (default: text)` },
      output: { short: 'o', value: 'FILE', help: 'write the report to a file instead of standard output' },
      profile: { value: 'PROFILE', choices: PROFILES, help: `how much to ask for: ${PROFILES.join(', ')} (default: restricted)` },
      'fail-on': { value: 'SEVERITY', choices: FAIL_ON, help: `exit with 1 from this severity: ${FAIL_ON.join(', ')} (default: warning)` },
      fix: { help: 'apply the repairs that are safe, then report what is left' },
      'kubernetes-version': { value: '1.NN', help: 'the version that the manifests are for (default: the newest)' },
      config: { value: 'FILE', help: 'use this configuration file for everything' },
      'no-config': { help: 'read no configuration file' },
      'no-suppressions': { help: 'report also what comments and annotations in the files silence' },
      'stdin-filename': { value: 'NAME', help: 'what to call standard input in reports and for the configuration' },
      quiet: { short: 'q', help: 'print findings only: no progress, no summary' },
      help,
    },
    notes: [
      'Paths are files, folders, or - for standard input; without any, the current folder is scanned.',
      'Folders are searched for *.yaml, *.yml and *.json; what .gitignore files exclude is left out.',
      'With --fix and -, the repaired text goes to standard output and the report to standard error.',
      '',
      'Exit codes:',
      '  0  nothing at or above --fail-on',
      '  1  findings at or above --fail-on',
      '  2  wrong usage or a wrong configuration',
      '  3  a file could not be read or parsed (the others are still reported)',
    ],
  },
  rules: {
    name: 'rules',
    operands: '',
    least: 0,
    most: 0,
    summary: 'List all rules.',
    options: { format: { short: 'f', value: 'FORMAT', choices: ['text', 'json'], help: 'text or json (default: text)' }, help },
    notes: [],
  },
  explain: {
    name: 'explain',
    operands: 'RULE',
    least: 1,
    most: 1,
    summary: "Explain a rule: what is wrong, why it matters, how it is repaired.",
    options: { help },
    notes: ["RULE is a rule's id, or the id of another tool's check (CKV_K8S_20) to see which rules correspond to it."],
  },
  init: {
    name: 'init',
    operands: '',
    least: 0,
    most: 0,
    summary: 'Write a commented .oakum.yaml into the current folder.',
    options: { help },
    notes: ['A configuration that is there already is never overwritten.'],
  },
  lsp: {
    name: 'lsp',
    operands: '',
    least: 0,
    most: 0,
    summary: 'Run the language server for an editor.',
    options: { stdio: { help: 'speak over standard input and output (required)' }, help },
    notes: [],
  },
} as const satisfies Readonly<Record<string, CommandSpec>>;

/** One of {@link COMMANDS}. */
export type CommandName = keyof typeof COMMANDS;

/** What the program says of itself. */
export const DESCRIPTION = 'Oakum finds and repairs insecure settings in Kubernetes manifests.';

/** The help of the whole program. */
export function programHelp(): string {
  const rows = Object.values(COMMANDS).map(({ name, operands, summary }) => [`${name} ${operands}`.trim(), summary] as const);
  return lines(
    DESCRIPTION,
    '',
    'Usage: oakum <command> [options]',
    '',
    'Commands:',
    ...table(rows),
    '',
    'Options:',
    ...table([
      ['-h, --help', 'print this help; after a command, the help of that command'],
      ['-V, --version', 'print the version'],
    ]),
  );
}

/** The help of one command. */
export function commandHelp({ name, operands, summary, options, notes }: CommandSpec): string {
  const rows = Object.entries(options).map(([long, { short, value, help: text }]) => [`${short === undefined ? '    ' : `-${short}, `}--${long}${value === undefined ? '' : ` ${value}`}`, text] as const);
  return lines(summary, '', `Usage: oakum ${`${name} [options] ${operands}`.trim()}`, '', 'Options:', ...table(rows), ...(notes.length > 0 ? ['', ...notes] : []));
}

function table(rows: readonly (readonly [string, string])[]): string[] {
  const width = Math.max(...rows.map(([left]) => left.length));
  return rows.map(([left, right]) => `  ${left.padEnd(width)}  ${right}`);
}

function lines(...all: readonly string[]): string {
  return all.map((line) => `${line}\n`).join('');
}
