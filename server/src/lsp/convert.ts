import { DiagnosticSeverity, DiagnosticTag, Position, Range, TextEdit as ProtocolEdit, type Diagnostic, type Position as ProtocolPosition } from 'vscode-languageserver';
import type { Finding } from '../engine/index.js';
import type { Severity } from '../kit/index.js';
import type { LineIndex, TextEdit, TextRange } from '../text/index.js';
import type { ClientTraits } from './traits.js';

/** Who the diagnostics are from. */
export const SOURCE = 'oakum';

const SEVERITY: Readonly<Record<Severity, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  information: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
};

const TAG: Readonly<Record<'unnecessary' | 'deprecated', DiagnosticTag>> = {
  unnecessary: DiagnosticTag.Unnecessary,
  deprecated: DiagnosticTag.Deprecated,
};

/** What a diagnostic carries for those who act on it. */
export interface DiagnosticData {
  readonly rule: string;
  readonly messageId: string;
  readonly fixable: boolean;
}

/** A range of a text as the protocol counts it. */
export function toRange(range: TextRange, lines: LineIndex): Range {
  return Range.create(toPosition(range.start, lines), toPosition(range.end, lines));
}

/** An offset of a text as the protocol counts it. */
export function toPosition(offset: number, lines: LineIndex): ProtocolPosition {
  const { line, character } = lines.position(offset);
  return Position.create(line, character);
}

/** A protocol's range as offsets of a text. */
export function fromRange(range: Range, lines: LineIndex): TextRange {
  return { start: lines.offset(range.start), end: lines.offset(range.end) };
}

/** Edits as the protocol has them; all ranges refer to the text before any of them. */
export function toEdits(edits: readonly TextEdit[], lines: LineIndex): ProtocolEdit[] {
  return edits.map((edit) => ProtocolEdit.replace(toRange(edit.range, lines), edit.newText));
}

/** A finding as a diagnostic of the file at `uri`. */
export function toDiagnostic(finding: Finding, file: { readonly uri: string; readonly lines: LineIndex }, client: ClientTraits, page: string | undefined): Diagnostic {
  const { uri, lines } = file;
  const data: DiagnosticData = { rule: finding.rule, messageId: finding.messageId, fixable: finding.fix !== undefined };
  return {
    range: toRange(finding.range, lines),
    severity: SEVERITY[finding.severity],
    code: finding.rule,
    ...(client.codeDescription && page !== undefined ? { codeDescription: { href: page } } : {}),
    source: SOURCE,
    message: finding.message,
    ...(client.tags && finding.tag ? { tags: [TAG[finding.tag]] } : {}),
    ...(client.relatedInformation && finding.related.length > 0
      ? { relatedInformation: finding.related.map((related) => ({ location: { uri, range: toRange(related.range, lines) }, message: related.message })) }
      : {}),
    ...(client.diagnosticData ? { data } : {}),
  };
}
