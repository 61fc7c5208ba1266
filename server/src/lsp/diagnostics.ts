import { DiagnosticSeverity, DocumentDiagnosticReportKind, LSPErrorCodes, ResponseError, type CancellationToken, type Diagnostic, type DocumentDiagnosticParams, type DocumentDiagnosticReport } from 'vscode-languageserver';
import { SOURCE, toDiagnostic, toRange } from './convert.js';
import type { JudgedFile, Session, ShownFile } from './session.js';

/** The code of diagnostics in configuration files. */
const CONFIGURATION = 'configuration';

/** What is shown of a judged file: everything that nobody has silenced. */
export function diagnosticsOf(session: Session, file: ShownFile): Diagnostic[] {
  const found = (file.judgement?.findings ?? []).filter((finding) => !finding.suppressed).map((finding) => toDiagnostic(finding, file, session.client, session.pageOf(finding.rule)));
  const configuration = file.configurationProblems.map((problem) => ({
    range: toRange(problem.range, file.lines),
    severity: problem.severity === 'error' ? DiagnosticSeverity.Error : DiagnosticSeverity.Warning,
    code: CONFIGURATION,
    source: SOURCE,
    message: problem.message,
  }));
  return [...configuration, ...found];
}

/** Answers `textDocument/diagnostic`. What was answered last is remembered, so that what is the same is not sent again. */
export class DiagnosticPull {
  readonly #session: Session;
  readonly #onJudged: (file: JudgedFile, diagnostics: readonly Diagnostic[]) => void;
  readonly #last = new Map<string, { readonly id: string; readonly text: string }>();
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
    const items = file ? diagnosticsOf(this.#session, file) : [];
    if (file) this.#onJudged(file, items);
    const text = JSON.stringify(items);
    const last = this.#last.get(uri);
    if (last?.text === text) {
      if (last.id === params.previousResultId) return { kind: DocumentDiagnosticReportKind.Unchanged, resultId: last.id };
      return { kind: DocumentDiagnosticReportKind.Full, resultId: last.id, items };
    }
    const id = String(++this.#count);
    this.#last.set(uri, { id, text });
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
