import { nearest } from '../config/nearest.js';
import { controlLines, type Paint } from '../report/index.js';
import type { Example, Rule } from '../kit/index.js';
import { rules } from '../rules/index.js';
import { UsageError, type Arguments } from './command.js';
import { EXIT } from './run.js';
import { paintFor, widthFor, write } from './terminal.js';

/** The widest that prose is set, in columns. */
const MEASURE = 96;

/** `oakum explain RULE`: a rule's page, for the terminal. */
export async function explainCommand(options: Arguments): Promise<number> {
  const name = options.operands[0] ?? '';
  const paint = paintFor(process.stdout);
  const width = Math.min(MEASURE, widthFor(process.stdout));
  await write(process.stdout, rulesCalled(name).map((rule) => page(rule, paint, width)).join('\n'));
  return EXIT.clean;
}

/** The rule of that id; else those that correspond to another tool's check of that id. */
function rulesCalled(name: string): readonly Rule[] {
  const own = rules.find((rule) => rule.id === name.toLowerCase());
  if (own) return [own];
  const wanted = name.toLowerCase();
  const others = rules.filter((rule) => rule.aliases.some(({ id }) => id.toLowerCase() === wanted));
  if (others.length > 0) return others;
  const meant = nearest(name, rules.map((rule) => rule.id));
  throw new UsageError(`There is no rule "${name}".${meant === undefined ? '' : ` Did you mean ${meant}?`} \`oakum rules\` lists them.`);
}

function page(rule: Rule, paint: Paint, width: number): string {
  const { docs } = rule;
  const out = [
    `${paint('file', rule.id)}  ${paint(rule.severity, rule.severity)}  ${paint('faint', `profile ${rule.profile}, since ${rule.since}`)}`,
    '',
    ...prose(docs.summary, paint, width),
    '',
    ...prose(docs.why, paint, width),
  ];
  if (docs.unless !== undefined) out.push('', ...prose(`Ignore it when ${docs.unless}`, paint, width));
  const bad = rule.examples.find((example): example is Extract<Example, { bad: string }> => 'bad' in example);
  if (bad) out.push('', paint('strong', 'Found in'), ...yaml(bad.bad));
  if (bad?.fixed !== undefined) out.push('', paint('strong', 'Repaired'), ...repaired(bad.bad, bad.fixed, paint));
  const good = rule.examples.find((example): example is Extract<Example, { good: string }> => 'good' in example);
  if (good && bad?.fixed === undefined) out.push('', paint('strong', 'Not found in'), ...yaml(good.good));
  const options = Object.entries(rule.options ?? {});
  if (options.length > 0) out.push('', paint('strong', 'Options'), ...options.map(([name, { type, description, default: usual }]) => `  ${name} (${type}, default ${JSON.stringify(usual)}): ${description}`));
  const controls = controlLines(rule);
  if (controls.length > 0) out.push('', paint('strong', 'Frameworks'), ...controls.map((line) => `  ${line}`));
  if (rule.aliases.length > 0) {
    out.push('', paint('strong', 'Other tools'), ...rule.aliases.map(({ tool, id, relation, difference }) => `  ${tool} ${id}${relation === 'same' ? '' : paint('faint', ` (related: ${difference ?? ''})`)}`));
  }
  out.push('', paint('strong', 'Silence it'), `  # oakum-ignore ${rule.id}: why`);
  return out.map((line) => `${line}\n`).join('');
}

/** Markdown's prose, wrapped; what it quotes as code is set off. */
function prose(text: string, paint: Paint, width: number): string[] {
  const lines: string[] = [];
  for (const paragraph of text.split(/\n{2,}/u)) {
    if (lines.length > 0) lines.push('');
    let line = '';
    for (const word of paragraph.split(/\s+/u).filter((part) => part !== '')) {
      if (line !== '' && line.length + 1 + word.length > width) {
        lines.push(line);
        line = '';
      }
      line += line === '' ? word : ` ${word}`;
    }
    lines.push(line);
  }
  return lines.map((line) => line.replace(/`([^`]+)`/gu, (_, code: string) => paint('strong', code)).replace(/\*\*([^*]+)\*\*/gu, (_, bold: string) => paint('strong', bold)));
}

function yaml(text: string): string[] {
  return text.trimEnd().split('\n').map((line) => (line === '' ? '' : `  ${line}`));
}

/** The repaired text; lines that were not there before are marked. */
function repaired(before: string, after: string, paint: Paint): string[] {
  const old = new Map<string, number>();
  for (const line of before.split('\n')) old.set(line, (old.get(line) ?? 0) + 1);
  return after.trimEnd().split('\n').map((line) => {
    const left = old.get(line) ?? 0;
    old.set(line, left - 1);
    return left > 0 ? `  ${line}`.trimEnd() : paint('good', `+ ${line}`);
  });
}
