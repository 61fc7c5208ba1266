import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

const FOLDER = 'docs/rules';

/** How areas and frameworks are called in prose. */
const FRAMEWORKS = {
  pss: 'Pod Security Standards',
  cis: 'CIS Kubernetes Benchmark',
  nsa: 'NSA/CISA Kubernetes Hardening Guide',
  mitre: 'MITRE ATT&CK',
  'nist-800-53': 'NIST SP 800-53',
  'nist-800-190': 'NIST SP 800-190',
  'pci-dss': 'PCI DSS',
  soc2: 'SOC 2',
  hipaa: 'HIPAA Security Rule',
  gdpr: 'GDPR',
  'iso-27001': 'ISO/IEC 27001',
};

/** A day on which no example's suppression is over. */
const TODAY = '2026-06-15';

const cell = (text) => text.replaceAll('|', '\\|').replaceAll('\n', ' ');
const heading = (title) => `### ${title.charAt(0).toUpperCase()}${title.slice(1)}`;
const sentence = (text) => (/[.!?]$/.test(text) ? text : `${text}.`);

function table(head, rows) {
  return [`| ${head.join(' | ')} |`, `|${head.map(() => ' --- |').join('')}`, ...rows.map((row) => `| ${row.map(cell).join(' | ')} |`)].join('\n');
}

function fence(language, text) {
  const longest = Math.max(2, ...[...text.matchAll(/`+/g)].map(([run]) => run.length));
  const marks = '`'.repeat(longest + 1);
  return `${marks}${language}\n${text.replace(/\n?$/, '\n')}${marks}`;
}

const language = (text) => (text.trimStart().startsWith('{') ? 'json' : 'yaml');

/** Runs the rule on an example, as the tests do. */
function judge(program, rule, example, text) {
  const { compile, lint, DEFAULT_SETTINGS, Source } = program;
  const settings = {
    ...DEFAULT_SETTINGS,
    profile: 'all',
    ...(example.options ? { rules: { [rule.id]: { options: example.options } } } : {}),
    ...(example.kubernetesVersion ? { kubernetesVersion: example.kubernetesVersion } : {}),
    ...(example.trustedRegistries ? { trustedRegistries: example.trustedRegistries } : {}),
  };
  // Whether a suppression is known and used depends on the other rules.
  const rules = rule.visit.suppression ? program.catalogue.map((entry) => entry.rule) : [rule];
  const plan = compile(rules, settings, {
    today: TODAY,
    onError: (id, place, error) => {
      throw new Error(`${id} threw at ${place}`, { cause: error });
    },
  });
  return lint(Source.read(text), plan, { isPartial: false }).filter((finding) => finding.rule === rule.id && !finding.suppressed);
}

/** The settings that an example is judged with, where they are not the usual ones. */
function circumstances(rule, example) {
  const lines = [
    ...(example.kubernetesVersion ? [`kubernetesVersion: '${example.kubernetesVersion}'`] : []),
    ...(example.trustedRegistries ? [`trustedRegistries: ${JSON.stringify(example.trustedRegistries)}`] : []),
    ...(example.options ? ['rules:', `  ${rule.id}:`, `    options: ${JSON.stringify(example.options)}`] : []),
  ];
  return lines.length === 0 ? [] : ['With this in `.oakum.yaml`:', fence('yaml', lines.join('\n'))];
}

function badExample(program, rule, example, isOnly) {
  const findings = judge(program, rule, example, example.bad);
  const lines = new program.LineIndex(example.bad);
  const place = (range) => {
    const { line, character } = lines.position(range.start);
    return `${line + 1}:${character + 1}`;
  };
  if (findings.length === 0) throw new Error(`${rule.id}: nothing is found in an example of what is found.`);
  const found = findings.flatMap((finding) => [
    `${place(finding.range)}  ${finding.severity}  ${finding.message}`,
    ...finding.related.map((related) => `  ${place(related.range)}  ${related.message}`),
  ]);
  const [first] = findings;
  const tier = first?.fix?.tier === 'safe' ? 'a safe fix, which can be applied on save' : 'a suggestion, for a person to take';
  return [
    ...(example.title || !isOnly ? [heading(example.title ?? 'Another example')] : []),
    ...circumstances(rule, example),
    fence(language(example.bad), example.bad),
    'What is found:',
    fence('text', found.join('\n')),
    ...(example.fixed === undefined || !first?.fix ? [] : [`After “${first.fix.title}” (${tier}):`, fence(language(example.fixed), example.fixed)]),
  ];
}

function goodExample(rule, example) {
  return [...(example.title ? [heading(example.title)] : []), ...circumstances(rule, example), fence(language(example.good), example.good)];
}

function tiers(program, rule) {
  const found = new Set(rule.examples.flatMap((example) => ('bad' in example ? judge(program, rule, example, example.bad).flatMap((finding) => (finding.fix ? [finding.fix.tier] : [])) : [])));
  return found.size === 0 ? 'none' : [...found].sort().join(', ');
}

function optionRows(options) {
  return Object.entries(options).map(([name, option]) => {
    const type = option.enum ? option.enum.map((value) => `\`${value}\``).join(', ') : { 'string-list': 'list of texts', integer: 'whole number', boolean: '`true`, `false`', string: 'text' }[option.type];
    const initial = JSON.stringify(option.default);
    return [`\`${name}\``, type, `\`${initial}\``, option.description];
  });
}

/** A rule's page. */
function page(program, { area, rule }) {
  const bad = rule.examples.filter((example) => 'bad' in example);
  const good = rule.examples.filter((example) => 'good' in example);
  const options = rule.options && Object.keys(rule.options).length > 0 ? rule.options : undefined;
  const frameworks = Object.keys(FRAMEWORKS).flatMap((framework) => rule.frameworks.filter((control) => control.framework === framework));
  const unknown = rule.frameworks.find((control) => !(control.framework in FRAMEWORKS));
  if (unknown) throw new Error(`${rule.id}: the framework ${unknown.framework} has no name in tools/generate/documentation.mjs`);
  return `${[
    '<!-- Generated by tools/generate.mjs from the rule itself; do not edit. -->',
    `# ${rule.id}`,
    rule.docs.summary,
    table(['Severity', 'Profile', 'Area', 'Fix', 'Since'], [[rule.severity, `\`${rule.profile}\``, area, tiers(program, rule), rule.since]]),
    '## Why',
    rule.docs.why,
    '## What is found',
    ...bad.flatMap((example, index) => badExample(program, rule, example, index === 0)),
    ...(good.length > 0 ? ['## What is not found', ...good.flatMap((example) => goodExample(rule, example))] : []),
    '## When to ignore it',
    rule.docs.unless ? sentence(`Ignore it when ${rule.docs.unless}`) : 'There is no good reason known.',
    ...(rule.visit.suppression
      ? ['Say so for the whole file:', fence('yaml', `# oakum-ignore-file ${rule.id}: the reason`)]
      : ['Say so in the manifest, on the line or above it, on the first line of the object or of the container:', fence('yaml', `# oakum-ignore ${rule.id}: the reason`)]),
    'or in `.oakum.yaml`:',
    fence('yaml', `rules:\n  ${rule.id}: off`),
    ...(options ? ['## Options', table(['Option', 'Values', 'Default', 'Meaning'], optionRows(options)), fence('yaml', `rules:\n  ${rule.id}:\n    options:\n${Object.entries(options).map(([name, option]) => `      ${name}: ${JSON.stringify(option.default)}`).join('\n')}`)] : []),
    ...(rule.aliases.length > 0
      ? ['## The same check in other tools', table(['Tool', 'Check', 'Verdict'], rule.aliases.map(({ tool, id, relation, difference }) => [tool, `\`${id}\``, relation === 'same' ? 'the same' : `near: ${difference}`]))]
      : []),
    ...(frameworks.length > 0 ? ['## Controls', 'Findings of this rule are evidence for:', table(['Framework', 'Control', 'Title'], frameworks.map(({ framework, id, title }) => [FRAMEWORKS[framework], id, title]))] : []),
  ].join('\n\n')}\n`;
}

function overview(program, base, entries = program.catalogue) {
  return table(
    ['Rule', 'What it finds', 'Severity', 'Profile', 'Fix'],
    entries.map(({ rule }) => [`[${rule.id}](${base}${rule.id}.md)`, rule.docs.summary, rule.severity, `\`${rule.profile}\``, tiers(program, rule)]),
  );
}

const areaName = (area) => area[0].toUpperCase() + area.slice(1).replaceAll('-', ' ');

/** The areas in order, each with its rules. */
function areasOf(program) {
  const areas = [...new Set(program.catalogue.map(({ area }) => area))];
  return areas.map((area) => ({ area, entries: program.catalogue.filter((entry) => entry.area === area) }));
}

function index(program) {
  return `${[
    '<!-- Generated by tools/generate.mjs from the rules; do not edit. -->',
    '# Rules',
    'Each profile holds the rules of those before it: `baseline`, `restricted` (the default), `strict`, `all`. A fix is safe when it cannot change what a working program sees.',
    ...areasOf(program).flatMap(({ area, entries }) => [`## ${areaName(area)}`, overview(program, '', entries)]),
  ].join('\n\n')}\n`;
}

/** The pages of all rules and their index, by path. */
export function documentation(program) {
  return {
    [`${FOLDER}/README.md`]: index(program),
    ...Object.fromEntries(program.catalogue.map((entry) => [`${FOLDER}/${entry.rule.id}.md`, page(program, entry)])),
  };
}

const START = '<!-- rules -->';
const END = '<!-- /rules -->';

/** The README with the table of rules between its markers. */
export function readme(program, text = `# Oakum\n\n## Rules\n\n${START}\n${END}\n`) {
  const start = text.indexOf(START);
  const end = text.indexOf(END, start);
  if (start < 0 || end < 0) throw new Error(`README.md has no ${START} … ${END}`);
  const folded = areasOf(program).map(({ area, entries }) => `<details>\n<summary>${areaName(area)}: ${entries.length} rules</summary>\n\n${overview(program, `${FOLDER}/`, entries)}\n\n</details>`);
  return `${text.slice(0, start + START.length)}\n\n${program.catalogue.length} rules in ${folded.length} areas.\n\n${folded.join('\n\n')}\n\n${text.slice(end)}`;
}

/** Pages of rules that are gone. */
export function stalePages(root, files) {
  const folder = join(root, FOLDER);
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => name.endsWith('.md'))
    .map((name) => `${FOLDER}/${name}`)
    .filter((path) => !(path in files));
}
