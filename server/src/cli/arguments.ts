import { parseArgs } from 'node:util';
import { nearest } from '../config/nearest.js';
import { UsageError, type Arguments, type CommandSpec } from './command.js';

/**
 * Reads a command's arguments.
 *
 * @throws UsageError that says what is wrong and, where that can be guessed, what was meant.
 */
export function readArguments(spec: CommandSpec, argv: readonly string[]): Arguments {
  const options = Object.fromEntries(
    Object.entries(spec.options).map(([name, { short, value }]) => [name, { type: value === undefined ? ('boolean' as const) : ('string' as const), ...(short === undefined ? {} : { short }) }]),
  );
  const { tokens } = parseArgs({ args: [...argv], options, strict: false, allowPositionals: true, tokens: true });
  const values = new Map<string, string | true>();
  const operands: string[] = [];
  for (const token of tokens) {
    if (token.kind === 'positional') operands.push(token.value);
    if (token.kind !== 'option') continue;
    const { name, rawName, value, inlineValue } = token;
    const option = Object.hasOwn(spec.options, name) ? spec.options[name] : undefined;
    if (!option) {
      const meant = rawName.startsWith('--') ? nearest(name, Object.keys(spec.options)) : undefined;
      throw new UsageError(`\`oakum ${spec.name}\` has no option ${rawName}.${meant === undefined ? '' : ` Did you mean --${meant}?`}`);
    }
    if (option.value === undefined) {
      if (value !== undefined) throw new UsageError(`--${name} takes no value.`);
      values.set(name, true);
      continue;
    }
    if (value === undefined || (!inlineValue && value.startsWith('-') && value !== '-')) throw new UsageError(`--${name} needs a value: --${name} ${option.value}.`);
    if (option.choices && !option.choices.includes(value)) {
      const meant = nearest(value, option.choices);
      throw new UsageError(`--${name} cannot be "${value}".${meant === undefined ? '' : ` Did you mean ${meant}?`} It is one of ${option.choices.join(', ')}.`);
    }
    values.set(name, value);
  }
  if (!values.has('help')) {
    if (operands.length < spec.least) throw new UsageError(`\`oakum ${spec.name}\` needs ${spec.operands}.`);
    const extra = operands[spec.most];
    if (extra !== undefined) throw new UsageError(`\`oakum ${spec.name}\` takes ${spec.most === 0 ? 'no arguments' : 'only one argument'}, but "${extra}" was given${spec.most === 0 ? '' : ' too'}.`);
  }
  return {
    operands,
    has: (name) => values.has(name),
    get: (name) => {
      const value = values.get(name);
      return typeof value === 'string' ? value : undefined;
    },
  };
}
