import type { Finding } from '../engine/index.js';
import type { Rule, Severity } from '../kit/index.js';
import type { LineIndex, TextEdit } from '../text/index.js';
import type { Source } from '../yaml/index.js';
import { fingerprintsOf } from './fingerprint.js';
import { publicRange, publish, type PublicFinding, type PublicRange } from './finding.js';

/** A repair that holds: applied alone, it makes the finding go and brings no other. */
export interface ReportedRepair {
  /** What it does, as an imperative without full stop. */
  readonly title: string;
  readonly edits: readonly { readonly range: PublicRange; readonly text: string }[];
}

/** A finding with what the formats say of it beyond its public shape. */
export interface ReportedFinding {
  readonly finding: PublicFinding;
  /** Stays the same when lines, list items and other objects are moved around it. */
  readonly fingerprint: string;
  /** What the finding's fix does; undefined where there is none. */
  readonly fixTitle: string | undefined;
  /** Only where edits were asked for. */
  readonly repair: ReportedRepair | undefined;
}

/** A file in which something was found. */
export interface ReportedFile {
  /** With forward slashes, as it was asked for. */
  readonly path: string;
  readonly lines: LineIndex;
  /** IANA's name of the encoding in which the file is stored. */
  readonly encoding: string;
  /** In order, silenced ones included. */
  readonly findings: readonly ReportedFinding[];
}

/** Something that kept a file from being judged. */
export interface ReportedProblem {
  readonly file: string;
  /** A whole sentence. */
  readonly message: string;
  /** `configuration` stands in a configuration file, `internal` is a fault of Oakum. */
  readonly kind: 'unreadable' | 'configuration' | 'internal';
  /** Where in the file, if it is about a place. */
  readonly range?: PublicRange;
}

/** A rule with the area that it belongs to. */
export interface ReportedRule {
  readonly area: string;
  readonly rule: Rule;
}

/** How many files a scan has seen. */
export interface FileCounts {
  /** Files that were read. */
  readonly scanned: number;
  /** Of these, files that hold Kubernetes objects. */
  readonly manifests: number;
  /** Templates of Helm charts, which are left alone. */
  readonly helmTemplates: number;
  /** Files that the configuration excludes. */
  readonly excluded: number;
}

/** Everything that a scan has to tell; each format is a function of it. */
export interface ScanReport {
  /** Oakum's version. */
  readonly version: string;
  /** By path; only files with findings. */
  readonly files: readonly ReportedFile[];
  readonly problems: readonly ReportedProblem[];
  readonly counts: FileCounts;
  /** How many findings were repaired before what is left was reported. */
  readonly repaired: { readonly findings: number; readonly files: number };
  /** Every rule that there is, by area and id. */
  readonly rules: readonly ReportedRule[];
  readonly exitCode: number;
}

/** The findings of a file that nobody has silenced. */
export function openFindings(file: ReportedFile): readonly ReportedFinding[] {
  return file.findings.filter(({ finding }) => !finding.suppressed);
}

/** How many findings there are of each severity, silenced ones left out. */
export function countBySeverity(report: ScanReport): Readonly<Record<Severity, number>> {
  const counts = { error: 0, warning: 0, information: 0, hint: 0 };
  for (const file of report.files) for (const { finding } of openFindings(file)) counts[finding.severity]++;
  return counts;
}

/** What {@link reportFile} needs to know. */
export interface FileToReport {
  readonly path: string;
  readonly source: Source;
  readonly encoding: string;
  readonly findings: readonly Finding[];
  readonly rules: ReadonlyMap<string, Rule>;
  /** The verified edits of a finding's fix, in the file's offsets; left out where edits are not reported. */
  readonly editsOf?: (finding: Finding) => readonly TextEdit[] | undefined;
}

/** The reported form of a judged file. */
export function reportFile({ path, source, encoding, findings, rules, editsOf }: FileToReport): ReportedFile {
  const { lines } = source;
  const fingerprints = fingerprintsOf(source, findings);
  return {
    path,
    lines,
    encoding,
    findings: findings.map((finding, index) => {
      const edits = finding.fix ? editsOf?.(finding) : undefined;
      return {
        finding: publish(finding, path, lines, rules.get(finding.rule)?.frameworks ?? []),
        fingerprint: fingerprints[index] ?? '',
        fixTitle: finding.fix?.title,
        repair: finding.fix && edits ? { title: finding.fix.title, edits: edits.map(({ range, newText }) => ({ range: publicRange(range, lines), text: newText })) } : undefined,
      };
    }),
  };
}
