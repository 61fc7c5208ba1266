import { SEVERITIES } from '../kit/index.js';
import { countBySeverity, openFindings, type ScanReport } from './report.js';
import { count, summaryLines, plain, PROBLEM_TITLES, titleOf } from './text.js';

/** Markdown for a comment on a pull request or the summary of a job. */
export function markdownReport(report: ScanReport): string {
  const counts = countBySeverity(report);
  const out = ['# Oakum', '', ...summaryLines(report, plain).filter((line) => !line.startsWith('More on')).flatMap((line) => [escaped(line).replaceAll('\\`', '`'), ''])];
  const present = SEVERITIES.filter((severity) => counts[severity] > 0);
  if (present.length > 0) out.push(`| ${present.join(' | ')} |`, `|${' ---: |'.repeat(present.length)}`, `| ${present.map((severity) => counts[severity]).join(' | ')} |`, '');
  for (const file of report.files) {
    const findings = openFindings(file);
    if (findings.length === 0) continue;
    out.push(`## ${escaped(file.path)} (${count(findings.length, 'finding')})`, '', '| Line | Severity | Rule | Object | Finding |', '| ---: | --- | --- | --- | --- |');
    for (const { finding } of findings) {
      out.push(`| ${finding.range.start.line} | ${finding.severity} | \`${finding.rule}\` | ${escaped(titleOf(finding.resource))} | ${escaped(finding.message)}${finding.fixable ? ' (fixable)' : ''} |`);
    }
    out.push('');
  }
  if (report.problems.length > 0) {
    out.push('## Problems', '', ...report.problems.map(({ file, message, kind }) => `- ${escaped(file)}, ${PROBLEM_TITLES[kind]}: ${escaped(message)}`), '');
  }
  return `${out.join('\n').trimEnd()}\n`;
}

/** Text as Markdown shows it, and nothing that it would obey: no markup, no HTML, no mention, no line break. */
function escaped(text: string): string {
  return text
    .replace(/[\r\n\t]+/gu, ' ')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replace(/[\\`*_[\]|~#!]/gu, '\\$&')
    .replace(/@(?=\w)/gu, '@\u200b');
}
