import type { PublicFinding, PublicRange } from './finding.js';
import { openFindings, type FileCounts, type ReportedProblem, type ScanReport } from './report.js';

/** The version of {@link JsonReport}: raised when something in it changes its meaning or goes. New keys may come at any time. */
export const JSON_REPORT_VERSION = 1;

/** What `--format json` prints. */
export interface JsonReport {
  readonly version: typeof JSON_REPORT_VERSION;
  readonly tool: { readonly name: 'oakum'; readonly version: string };
  /** Silenced findings are left out. */
  readonly findings: readonly PublicFinding[];
  readonly files: FileCounts;
  /** How many findings are silenced. */
  readonly silenced: number;
  /** How many findings `--fix` repaired, in how many files. */
  readonly repaired: ScanReport['repaired'];
  readonly problems: readonly { readonly file: string; readonly message: string; readonly kind: ReportedProblem['kind']; readonly range?: PublicRange }[];
}

/** The report for programs. */
export function jsonReport(report: ScanReport): string {
  const findings = report.files.flatMap((file) => openFindings(file).map(({ finding }) => finding));
  const value: JsonReport = {
    version: JSON_REPORT_VERSION,
    tool: { name: 'oakum', version: report.version },
    findings,
    files: report.counts,
    silenced: report.files.reduce((sum, file) => sum + file.findings.length, 0) - findings.length,
    repaired: report.repaired,
    problems: report.problems,
  };
  return `${JSON.stringify(value, undefined, 2)}\n`;
}
