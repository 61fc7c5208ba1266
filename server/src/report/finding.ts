import type { Finding } from '../engine/index.js';
import type { Control, FixTier, Severity } from '../kit/index.js';
import type { ResourceId } from '../kubernetes/index.js';
import type { LineIndex, TextRange } from '../text/index.js';
import type { Path } from '../yaml/index.js';

/** A place in a file as people count: lines and columns (UTF-16 code units) from 1. */
export interface PublicPosition {
  readonly line: number;
  readonly column: number;
}

/** From the first character to just behind the last. */
export interface PublicRange {
  readonly start: PublicPosition;
  readonly end: PublicPosition;
}

/** A finding as the library returns it and the JSON report prints it. This shape is public and versioned with the package. */
export interface PublicFinding {
  readonly rule: string;
  readonly severity: Severity;
  readonly message: string;
  readonly file: string;
  readonly range: PublicRange;
  /** Absent for findings about the file's text. */
  readonly resource?: ResourceId;
  readonly container?: string;
  /** The field, `spec.containers[0].image`. */
  readonly path: string;
  /** Whether the rule has a mechanical repair for this finding. */
  readonly fixable: boolean;
  readonly tier?: FixTier;
  readonly related: readonly { readonly message: string; readonly file: string; readonly range: PublicRange }[];
  readonly frameworks: readonly Control[];
  /** The rule's page, from the root of the package. */
  readonly documentation: string;
  /** Only on findings that are silenced, which are reported where that is asked for. */
  readonly suppressed?: { readonly by: 'comment' | 'annotation' | 'configuration'; readonly reason?: string };
}

/** Where a rule's page stands, from the root of the package. */
export function documentationOf(rule: string): string {
  return `docs/rules/${rule}.md`;
}

/** `spec.containers[0].securityContext`; keys that are no words are written in brackets and quotes. */
export function pathText(path: Path): string {
  return path
    .map((key, index) => {
      if (typeof key === 'number') return `[${key}]`;
      if (!/^[A-Za-z_][\w-]*$/u.test(key)) return `[${JSON.stringify(key)}]`;
      return index === 0 ? key : `.${key}`;
    })
    .join('');
}

/** The public form of a finding with ranges in its file's offsets. */
export function publish(finding: Finding, file: string, lines: LineIndex, frameworks: readonly Control[]): PublicFinding {
  return {
    rule: finding.rule,
    severity: finding.severity,
    message: finding.message,
    file,
    range: publicRange(finding.range, lines),
    ...(finding.resource ? { resource: finding.resource } : {}),
    ...(finding.container === undefined ? {} : { container: finding.container }),
    path: pathText(finding.path),
    fixable: finding.fix !== undefined,
    ...(finding.fix ? { tier: finding.fix.tier } : {}),
    related: finding.related.map((related) => ({ message: related.message, file, range: publicRange(related.range, lines) })),
    frameworks,
    documentation: documentationOf(finding.rule),
    ...(finding.suppressed ? { suppressed: finding.suppressed } : {}),
  };
}

/** A range of a file's offsets as people count. */
export function publicRange(range: TextRange, lines: LineIndex): PublicRange {
  return { start: publicPosition(range.start, lines), end: publicPosition(range.end, lines) };
}

function publicPosition(offset: number, lines: LineIndex): PublicPosition {
  const { line, character } = lines.position(offset);
  // A byte order mark is a part of the text that nobody sees, and no editor counts.
  const unseen = line === 0 && character > 0 && lines.textOf(0).charCodeAt(0) === 0xfeff ? 1 : 0;
  return { line: line + 1, column: character + 1 - unseen };
}
