import { existsSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { CONFIGURATION_NAMES } from '../config/index.js';
import { CONFIGURATION_TEMPLATE } from '../config/template.js';
import { UsageError } from './command.js';
import { EXIT } from './run.js';
import { write } from './terminal.js';

/** `oakum init`: a configuration to begin with, in the current folder. */
export async function initCommand(): Promise<number> {
  const there = CONFIGURATION_NAMES.find((name) => existsSync(name));
  if (there !== undefined) throw new UsageError(`There is a ${there} here already; it was left as it is.`);
  const [name] = CONFIGURATION_NAMES;
  try {
    await writeFile(name, CONFIGURATION_TEMPLATE, { flag: 'wx' });
  } catch (error) {
    throw new UsageError(`${name} could not be written: ${error instanceof Error ? error.message : String(error)}`);
  }
  await write(process.stdout, `Wrote ${name}. \`oakum scan\` reads it from now on.\n`);
  return EXIT.clean;
}
