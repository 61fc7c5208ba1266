import type { Example, Rule } from '../kit/index.js';
import { FRAMEWORK_TITLES } from './frameworks.js';

/** What a rule's documentation says, as Markdown, for viewers that show it beside a finding. */
export function helpMarkdown(rule: Rule): string {
  const parts = [`# ${rule.id}`, rule.docs.summary, rule.docs.why];
  if (rule.docs.unless !== undefined) parts.push(`Ignore it when ${rule.docs.unless}`);
  const bad = rule.examples.find((example): example is Extract<Example, { bad: string }> => 'bad' in example);
  if (bad) {
    parts.push('## Example', fenced(bad.bad));
    if (bad.fixed !== undefined) parts.push('Repaired:', fenced(bad.fixed));
  }
  const controls = controlLines(rule);
  if (controls.length > 0) parts.push('## Frameworks', controls.map((line) => `- ${line}`).join('\n'));
  return `${parts.join('\n\n')}\n`;
}

/** The same without markup and examples. */
export function helpText(rule: Rule): string {
  const { summary, why, unless } = rule.docs;
  return [summary, why, ...(unless === undefined ? [] : [`Ignore it when ${unless}`])].join('\n\n').replaceAll('`', '');
}

/** The rule's controls, one line for each framework. */
export function controlLines(rule: Rule): string[] {
  const groups = new Map<string, string[]>();
  for (const { framework, id, title } of rule.frameworks) {
    const name = FRAMEWORK_TITLES[framework];
    groups.set(name, [...(groups.get(name) ?? []), id === title ? id : `${id} (${title})`]);
  }
  return [...groups].map(([name, controls]) => `${name}: ${controls.join(', ')}`);
}

function fenced(text: string): string {
  return `\`\`\`yaml\n${text}${text.endsWith('\n') ? '' : '\n'}\`\`\``;
}
