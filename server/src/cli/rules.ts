import { publishRule } from '../report/index.js';
import { catalogue } from '../rules/index.js';
import type { Arguments } from './command.js';
import { EXIT } from './run.js';
import { paintFor, write } from './terminal.js';

/** `oakum rules`: every rule by area, for people or as JSON. */
export async function rulesCommand(options: Arguments): Promise<number> {
  await write(process.stdout, options.get('format') === 'json' ? `${JSON.stringify(catalogue.map(publishRule), undefined, 2)}\n` : listing());
  return EXIT.clean;
}

function listing(): string {
  const paint = paintFor(process.stdout);
  const width = Math.max(...catalogue.map(({ rule }) => rule.id.length));
  const out: string[] = [];
  let before: string | undefined;
  for (const { area, rule } of catalogue) {
    if (area !== before) out.push(...(before === undefined ? [] : ['']), paint('file', area));
    before = area;
    out.push(`  ${paint('strong', rule.id.padEnd(width))}  ${paint(rule.severity, rule.severity.padEnd('information'.length))}  ${rule.profile.padEnd('restricted'.length)}  ${rule.docs.summary}`);
  }
  out.push('', `${catalogue.length} rules. More on one: \`oakum explain RULE\``);
  return out.map((line) => `${line}\n`).join('');
}
