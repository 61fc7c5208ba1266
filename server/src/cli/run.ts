import { existsSync } from 'node:fs';
import { nearest } from '../config/nearest.js';
import { readArguments } from './arguments.js';
import { UsageError, type Arguments } from './command.js';
import { COMMANDS, commandHelp, programHelp, type CommandName } from './commands.js';
import { write } from './terminal.js';

/** How a run ends. */
export const EXIT = { clean: 0, findings: 1, usage: 2, unreadable: 3, interrupted: 130 } as const;

/** Runs the program with the arguments that stand behind its name; resolves with the exit code. */
export async function run(argv: readonly string[]): Promise<number> {
  try {
    return await dispatch(argv);
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    await write(process.stderr, `oakum: ${error.message}\n`);
    return EXIT.usage;
  }
}

async function dispatch(argv: readonly string[]): Promise<number> {
  const [first, ...rest] = argv;
  if (first === undefined) {
    await write(process.stderr, programHelp());
    return EXIT.usage;
  }
  if (first === '--version' || first === '-V') return say(`${process.env['OAKUM_VERSION'] ?? '0.0.0'}\n`);
  if (first === '--help' || first === '-h') return say(programHelp());
  if (first === 'help') return say(rest[0] === undefined ? programHelp() : commandHelp(COMMANDS[commandOf(rest[0])]));
  const name = commandOf(first);
  const spec = COMMANDS[name];
  const options = readArguments(spec, rest);
  if (options.has('help')) return say(commandHelp(spec));
  return perform(name, options);
}

function commandOf(name: string): CommandName {
  const names = Object.keys(COMMANDS) as CommandName[];
  const known = names.find((one) => one === name);
  if (known !== undefined) return known;
  if (name.startsWith('-')) throw new UsageError(`There is no option ${name} before a command. \`oakum --help\` lists the commands.`);
  if (name === '-' || existsSync(name)) throw new UsageError(`"${name}" is no command. Did you mean \`oakum scan ${name}\`?`);
  const meant = nearest(name, names);
  throw new UsageError(`There is no command "${name}".${meant === undefined ? '' : ` Did you mean ${meant}?`} There are ${names.join(', ')}.`);
}

/** Loads a command when it is called and not before: help and version load nothing. */
async function perform(name: CommandName, options: Arguments): Promise<number> {
  switch (name) {
    case 'scan':
      return (await import('./scan.js')).scanCommand(options);
    case 'rules':
      return (await import('./rules.js')).rulesCommand(options);
    case 'explain':
      return (await import('./explain.js')).explainCommand(options);
    case 'init':
      return (await import('./init.js')).initCommand();
    case 'lsp':
      return (await import('./lsp.js')).lspCommand(options);
  }
}

async function say(text: string): Promise<number> {
  await write(process.stdout, text);
  return EXIT.clean;
}
