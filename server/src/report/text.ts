import { SEVERITIES, type Severity } from '../kit/index.js';
import type { ResourceId } from '../kubernetes/index.js';
import { frameOf } from './frame.js';
import type { PublicRange } from './finding.js';
import { countBySeverity, openFindings, type ReportedFile, type ReportedFinding, type ReportedProblem, type ScanReport } from './report.js';
import { printable } from './width.js';

/** How a piece of text is meant; the rim decides what that looks like, if like anything. */
export type Tone = Severity | 'strong' | 'faint' | 'good' | 'file';

/** Dresses a text in a tone; without colours it gives the text back. */
export type Paint = (tone: Tone, text: string) => string;

/** No colours. */
export const plain: Paint = (_tone, text) => text;

/** How a report for people is to look. */
export interface TextOptions {
  readonly paint: Paint;
  /** Columns of the terminal. */
  readonly width: number;
  /** Leaves the summary out. */
  readonly quiet: boolean;
}

/** The report for people: by file, by object, each finding with the line that it is about. */
export function textReport(report: ScanReport, { paint, width, quiet }: TextOptions): string {
  const out: string[] = [];
  for (const file of report.files) {
    const findings = openFindings(file);
    if (findings.length === 0) continue;
    out.push(paint('file', printable(file.path)));
    let before: string | undefined;
    for (const reported of findings) {
      const title = titleOf(reported.finding.resource);
      if (title !== before) out.push(`  ${paint('strong', printable(title))}`);
      before = title;
      out.push(...findingLines(file, reported, paint, width), '');
    }
  }
  for (const { file, message, kind, range } of report.problems) {
    const at = range ? `:${range.start.line}:${range.start.column}` : '';
    out.push(`${paint('error', PROBLEM_TITLES[kind])}  ${paint('file', printable(file) + at)}`, `  ${printable(message)}`, '');
  }
  if (!quiet) out.push(...summaryLines(report, paint));
  return out.map((line) => `${line}\n`).join('');
}

/** What a problem means for its file, in a word or two. */
export const PROBLEM_TITLES: Readonly<Record<ReportedProblem['kind'], string>> = { unreadable: 'not scanned', configuration: 'wrong configuration', internal: 'not scanned in full' };

/** The object's name as people say it; findings about a file's text have none. */
export function titleOf(resource: ResourceId | undefined): string {
  if (!resource) return 'The file itself';
  const { kind, namespace, name } = resource;
  if (name === undefined) return kind;
  return `${kind} ${namespace === undefined ? name : `${namespace}/${name}`}`;
}

function findingLines(file: ReportedFile, { finding, fixTitle }: ReportedFinding, paint: Paint, width: number): string[] {
  const { start } = finding.range;
  const numbers = [finding.range, ...finding.related.map((related) => related.range)].map((range) => String(range.start.line).length);
  const gutter = Math.max(...numbers);
  const margin = ' '.repeat(4);
  const lines = [
    `${margin}${paint(finding.severity, finding.severity)}  ${printable(finding.message)}`,
    `${margin}${paint('faint', `${printable(file.path)}:${start.line}:${start.column}`)}  ${paint('strong', finding.rule)}${fixTitle === undefined ? '' : `  ${paint('good', `fixable${finding.tier === 'safe' ? ', safe' : ''}: ${printable(fixTitle)}`)}`}`,
    ...frameLines(file, finding.range, gutter, paint, finding.severity, width),
  ];
  for (const related of finding.related) {
    lines.push(`${margin}${' '.repeat(gutter)} ${paint('faint', '=')} ${printable(related.message)}`, ...frameLines(file, related.range, gutter, paint, 'information', width));
  }
  return lines;
}

function frameLines(file: ReportedFile, range: PublicRange, gutter: number, paint: Paint, tone: Tone, width: number): string[] {
  const frame = frameOf(file.lines, range, Math.max(40, width - gutter - 8));
  const margin = ' '.repeat(4);
  return [
    `${margin}${paint('faint', `${String(frame.lineNumber).padStart(gutter)} │`)} ${frame.text}`,
    `${margin}${paint('faint', `${' '.repeat(gutter)} │`)} ${paint(tone, frame.marks)}`,
  ];
}

/** What it comes to, and what to do next. */
export function summaryLines(report: ScanReport, paint: Paint): string[] {
  const counts = countBySeverity(report);
  const open = report.files.flatMap((file) => openFindings(file));
  const silenced = report.files.reduce((sum, file) => sum + file.findings.length, 0) - open.length;
  const { scanned, manifests, helmTemplates, excluded } = report.counts;
  const out: string[] = [];
  if (report.repaired.findings > 0) out.push(paint('good', `Repaired ${count(report.repaired.findings, 'finding')} in ${count(report.repaired.files, 'file')}.`));
  if (open.length === 0) {
    out.push(manifests === 0 ? 'No Kubernetes manifests were found.' : paint('good', `No findings in ${count(manifests, 'manifest')}.`));
  } else {
    const parts = SEVERITIES.filter((severity) => counts[severity] > 0).map((severity) => paint(severity, severity === 'information' ? `${counts[severity]} information` : count(counts[severity], severity)));
    const files = report.files.filter((file) => openFindings(file).length > 0).length;
    out.push(`${paint('strong', count(open.length, 'finding'))} in ${files} of ${count(manifests, 'manifest')}: ${parts.join(', ')}`);
  }
  const others = [
    scanned > manifests + helmTemplates ? `${count(scanned - manifests - helmTemplates, 'file')} with no Kubernetes objects` : '',
    helmTemplates > 0 ? `${count(helmTemplates, 'Helm template')} left alone` : '',
    excluded > 0 ? `${count(excluded, 'file')} excluded by the configuration` : '',
    silenced > 0 ? `${count(silenced, 'finding')} silenced` : '',
  ].filter((part) => part !== '');
  if (others.length > 0) out.push(paint('faint', `Besides: ${others.join(', ')}.`));
  const fixable = open.filter(({ finding }) => finding.fixable).length;
  const safe = open.filter(({ finding }) => finding.fixable && finding.tier === 'safe').length;
  if (fixable > 0) {
    const how = [safe > 0 ? `${safe} safely by \`oakum scan --fix\`` : '', fixable > safe ? `${fixable - safe} by quick fixes in the editor` : ''].filter((part) => part !== '');
    out.push(`${count(fixable, 'finding')} can be repaired: ${how.join(', ')}.`);
  }
  const first = open[0];
  if (first) out.push(paint('faint', `More on a rule: \`oakum explain ${first.finding.rule}\``));
  return out;
}

/** `1 file`, `2 files`. */
export function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}
