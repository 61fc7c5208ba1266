import type { Severity } from '../kit/index.js';
import type { PublicFinding } from './finding.js';
import { PROBLEM_TITLES, titleOf } from './text.js';
import { openFindings, type ScanReport } from './report.js';

const COMMANDS: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', information: 'notice', hint: 'notice' };

/** Workflow commands, which GitHub Actions shows as annotations on the lines of a pull request. */
export function githubReport(report: ScanReport): string {
  const out: string[] = [];
  for (const file of report.files) {
    for (const { finding } of openFindings(file)) {
      const { start, end } = finding.range;
      out.push(
        command(COMMANDS[finding.severity], {
          file: file.path,
          line: start.line,
          endLine: end.line,
          col: start.column,
          // GitHub takes columns only within one line.
          ...(end.line === start.line ? { endColumn: end.column } : {}),
          title: `oakum: ${finding.rule}`,
        }, subject(finding)),
      );
    }
  }
  for (const { file, message, kind, range } of report.problems) {
    out.push(command('error', { file, ...(range ? { line: range.start.line, col: range.start.column } : {}), title: `oakum: ${PROBLEM_TITLES[kind]}` }, message));
  }
  return out.map((line) => `${line}\n`).join('');
}

/** The message with the object that it is about, unless it names it itself. */
function subject({ resource, message }: PublicFinding): string {
  const title = resource && titleOf(resource);
  return title === undefined || message.startsWith(title) ? message : `${title}: ${message}`;
}

function command(name: string, properties: Readonly<Record<string, string | number>>, message: string): string {
  const pairs = Object.entries(properties).map(([key, value]) => `${key}=${escapeProperty(String(value))}`);
  return `::${name} ${pairs.join(',')}::${escapeData(message)}`;
}

function escapeData(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
