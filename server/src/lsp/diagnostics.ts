import { DiagnosticSeverity, DocumentDiagnosticReportKind, LSPErrorCodes, ResponseError, type CancellationToken, type Diagnostic, type DocumentDiagnosticParams, type DocumentDiagnosticReport } from 'vscode-languageserver';
import type { Finding } from '../engine/index.js';
import type { SourceDocument } from '../yaml/index.js';
import { SOURCE, toDiagnostic, toRange } from './convert.js';
import { isRead, placedFindings } from './repairs.js';
import type { JudgedFile, Session, ShownFile } from './session.js';

/** The code of diagnostics in configuration files. */
const CONFIGURATION = 'configuration';

/** Findings as they were last shown. Who holds a finding holds its diagnostic, and both go together. */
export type Converted = WeakMap<Finding, { readonly uri: string; readonly line: number; readonly diagnostic: Diagnostic }>;

/**
 * What is shown of a judged file: everything that nobody has silenced. Diagnostics of documents that are what they were, where
 * they were, are the same objects as before.
 */
export function diagnosticsOf(session: Session, file: ShownFile): Diagnostic[] {
  const configuration = file.configurationProblems.map((problem) => ({
    range: toRange(problem.range, file.lines),
    severity: problem.severity === 'error' ? DiagnosticSeverity.Error : DiagnosticSeverity.Warning,
    code: CONFIGURATION,
    source: SOURCE,
    message: problem.message,
  }));
  if (!isRead(file.judgement)) return configuration;
  let at: SourceDocument | undefined;
  let line = 0;
  const found = placedFindings(file.judgement).map((placed) => {
    // Documents start at the start of a line, so that their own line says where everything in them stands.
    if (placed.at !== at) [at, line] = [placed.at, file.lines.lineAt(placed.at.offset)];
    const known = session.converted.get(placed.local);
    if (known && known.line === line && known.uri === file.uri) return known.diagnostic;
    const diagnostic = toDiagnostic(placed.finding, file, session.client, session.pageOf(placed.finding.rule));
    session.converted.set(placed.local, { uri: file.uri, line, diagnostic });
    return diagnostic;
  });
  return [...configuration, ...found];
}

function isSame(one: readonly Diagnostic[], other: readonly Diagnostic[]): boolean {
  return one.length === other.length && one.every((diagnostic, index) => diagnostic === other[index] || JSON.stringify(diagnostic) === JSON.stringify(other[index]));
}

/** Answers `textDocument/diagnostic`. What was answered last is remembered, so that what is the same is not sent again. */
export class DiagnosticPull {
  readonly #session: Session;
  readonly #onJudged: (file: JudgedFile, diagnostics: readonly Diagnostic[]) => void;
  readonly #last = new Map<string, { readonly id: string; readonly items: readonly Diagnostic[] }>();
  #count = 0;

  constructor(session: Session, onJudged: (file: JudgedFile, diagnostics: readonly Diagnostic[]) => void) {
    this.#session = session;
    this.#onJudged = onJudged;
  }

  /** @throws ResponseError when the client has given up the request. */
  async answer(params: DocumentDiagnosticParams, token: CancellationToken): Promise<DocumentDiagnosticReport> {
    const { uri } = params.textDocument;
    // Whatever else has arrived goes first: if it is a change, the client cancels this request.
    await this.#session.host.breathe();
    refuseCancelled(token);
    const file = await this.#session.judge(uri);
    refuseCancelled(token);
    if (!file) return { kind: DocumentDiagnosticReportKind.Full, items: [] }; // Nobody will tell when to forget it.
    const items = diagnosticsOf(this.#session, file);
    this.#onJudged(file, items);
    const last = this.#last.get(uri);
    if (last && isSame(last.items, items)) {
      if (last.id === params.previousResultId) return { kind: DocumentDiagnosticReportKind.Unchanged, resultId: last.id };
      return { kind: DocumentDiagnosticReportKind.Full, resultId: last.id, items };
    }
    const id = String(++this.#count);
    this.#last.set(uri, { id, items });
    return { kind: DocumentDiagnosticReportKind.Full, resultId: id, items };
  }

  /** The document is closed. */
  forget(uri: string): void {
    this.#last.delete(uri);
  }
}

function refuseCancelled(token: CancellationToken): void {
  if (token.isCancellationRequested) throw new ResponseError(LSPErrorCodes.RequestCancelled, 'The client has cancelled the request.');
}
