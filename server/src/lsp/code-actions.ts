import { CodeAction, CodeActionKind, type CancellationToken, type CodeActionParams, type Diagnostic, type WorkspaceEdit } from 'vscode-languageserver';
import type { Finding } from '../engine/index.js';
import { touches, type TextEdit } from '../text/index.js';
import { fromRange, toDiagnostic, toPosition } from './convert.js';
import { disableRule } from './disable-rule.js';
import { workspaceEdit } from './edits.js';
import { CLIENT_COMMANDS, SERVER_COMMANDS, type SuppressParams } from './protocol.js';
import { harden, isAbout, isRead, placedFindings, repairFile, repairOne, targetsAt, type PlacedFinding, type ReadJudgement, type Target } from './repairs.js';
import type { JudgedFile, Session } from './session.js';
import { isFirstLine, REASON_PLACEHOLDER, suppress, type SuppressionScope } from './suppress.js';

/** The source action that repairs all that can safely be repaired, on save for instance. */
export const FIX_ALL_KIND = `${CodeActionKind.SourceFixAll}.oakum`;

/** The kinds that the server announces. */
export const ACTION_KINDS = [CodeActionKind.QuickFix, CodeActionKind.RefactorRewrite, FIX_ALL_KIND];

/** Milliseconds after which no more single fixes are tried; someone waits for the menu. */
const FIX_BUDGET = 200;
/** Milliseconds after which nothing more is tried. */
const BUDGET = 300;
/** Of so many findings at once the menu offers what is not a fix. */
const MOST_DETAILED = 6;

/** What stands in an action whose edit is made only when it is picked. */
type Later =
  | { readonly uri: string; readonly do: 'fix-rule'; readonly rule: string }
  | { readonly uri: string; readonly do: 'fix-file' }
  | { readonly uri: string; readonly do: 'harden'; readonly target: Pick<Target, 'kind' | 'path' | 'resource'>; readonly offset: number; readonly version: number | null };

/** Answers `textDocument/codeAction`: what can be done about the findings in the range, the fix first. */
export async function codeActions(session: Session, params: CodeActionParams, token: CancellationToken): Promise<CodeAction[]> {
  if (!session.client.codeActionLiterals) return [];
  const file = await session.judge(params.textDocument.uri);
  if (!file || !isRead(file.judgement) || token.isCancellationRequested) return [];
  const { only } = params.context;
  const wants = (kind: string): boolean => !only || only.some((one) => one === '' || kind === one || kind.startsWith(`${one}.`));
  const actions: CodeAction[] = [];
  const menu = new Menu(session, file, file.judgement, params);
  if (only && wants(FIX_ALL_KIND)) actions.push(...menu.safeFixes());
  if (wants(CodeActionKind.QuickFix)) actions.push(...menu.fixes());
  if (wants(CodeActionKind.RefactorRewrite)) actions.push(...menu.hardenings());
  if (wants(CodeActionKind.QuickFix) && !token.isCancellationRequested) actions.push(...menu.suppressions(), ...(await menu.disablings()), ...menu.pages());
  return actions;
}

/** Answers `codeAction/resolve`: makes the edit of an action that was offered without one. */
export async function resolveCodeAction(session: Session, action: CodeAction): Promise<CodeAction> {
  const later = action.data as Later | undefined;
  if (!later || action.edit) return action;
  const file = await session.judge(later.uri);
  if (!file || !isRead(file.judgement)) return action;
  const edit = editOf(session, file, file.judgement, later);
  return edit ? { ...action, edit } : action;
}

function editOf(session: Session, file: JudgedFile, judgement: ReadJudgement, later: Later): WorkspaceEdit | undefined {
  // Where a target stands was said of one version; in another, something else may stand there.
  if (later.do === 'harden' && later.version !== file.version) return undefined;
  const made = make(judgement, later);
  return made && workspaceEdit([{ ...file, edits: made.edits }], session.client);
}

function make(judgement: ReadJudgement, later: Later): { readonly edits: readonly TextEdit[] } | undefined {
  switch (later.do) {
    case 'fix-rule':
      return repairFile(judgement, (finding) => finding.rule === later.rule);
    case 'fix-file':
      return repairFile(judgement, () => true);
    case 'harden': {
      const at = judgement.source.documentAt(later.offset);
      return at && harden(judgement, { ...later.target, title: '', at });
    }
  }
}

/** The actions for one range of one file. */
class Menu {
  readonly #session: Session;
  readonly #file: JudgedFile;
  readonly #judgement: ReadJudgement;
  readonly #all: readonly PlacedFinding[];
  readonly #here: readonly PlacedFinding[];
  readonly #range: { readonly start: number; readonly end: number };
  readonly #context: readonly Diagnostic[];
  readonly #started = performance.now();
  /** Findings of this range whose fix was tried and holds. */
  readonly #fixable = new Map<PlacedFinding, readonly TextEdit[]>();

  constructor(session: Session, file: JudgedFile, judgement: ReadJudgement, params: CodeActionParams) {
    this.#session = session;
    this.#file = file;
    this.#judgement = judgement;
    this.#range = fromRange(params.range, file.lines);
    this.#context = params.context.diagnostics;
    this.#all = placedFindings(judgement);
    this.#here = this.#all.filter(({ finding }) => touches(finding.range, this.#range));
  }

  /** Each finding's fix, then the fixes of many findings. */
  fixes(): CodeAction[] {
    for (const placed of this.#here) {
      if (this.#isOver(FIX_BUDGET)) break;
      const edits = repairOne(this.#judgement, placed);
      if (edits) this.#fixable.set(placed, edits);
    }
    const isOnly = this.#fixable.size === 1;
    const actions = [...this.#fixable].map(([placed, edits]) => this.#action(placed.finding.fix?.title ?? '', CodeActionKind.QuickFix, [placed.finding], {
      edit: this.#edit(edits),
      ...(isOnly && this.#session.client.preferredActions ? { isPreferred: true } : {}),
    }));
    for (const rule of new Set([...this.#fixable.keys()].map(({ finding }) => finding.rule))) {
      const same = this.#all.filter(({ finding }) => finding.rule === rule && finding.fix);
      if (same.length > 1) actions.push(...this.#later(`Fix all ${rule} in this file`, CodeActionKind.QuickFix, this.#of(rule), { uri: this.#file.uri, do: 'fix-rule', rule }));
    }
    const fixableInFile = this.#all.filter(({ finding }) => finding.fix).length;
    if (this.#fixable.size > 0 && fixableInFile > 1) {
      actions.push(...this.#later('Fix all in this file', CodeActionKind.QuickFix, [...this.#fixable.keys()].map(({ finding }) => finding), { uri: this.#file.uri, do: 'fix-file' }));
    }
    return actions;
  }

  /** Everything in the file that is safe to repair unseen. */
  safeFixes(): CodeAction[] {
    const made = repairFile(this.#judgement, (finding) => finding.fix?.tier === 'safe');
    return made ? [{ title: 'Fix all that is safe to fix', kind: FIX_ALL_KIND, edit: this.#edit(made.edits) }] : [];
  }

  /** Hardening of the container and of the pod at the place. */
  hardenings(): CodeAction[] {
    return targetsAt(this.#judgement, this.#range).flatMap((target) => {
      const inside = this.#all.filter((placed) => placed.at === target.at && isAbout(placed.finding, target));
      const first = inside.find((placed) => this.#fixable.has(placed)) ?? inside.find((placed) => !this.#isOver(BUDGET) && repairOne(this.#judgement, placed) !== undefined);
      if (!first) return [];
      const here = inside.filter((placed) => this.#here.includes(placed)).map(({ finding }) => finding);
      const { kind, path, resource } = target;
      return this.#later(`Harden ${target.title}`, CodeActionKind.RefactorRewrite, here, { uri: this.#file.uri, do: 'harden', target: { kind, path, resource }, offset: target.at.offset, version: this.#file.version });
    });
  }

  /** Comments (annotations in JSON) that silence a finding. */
  suppressions(): CodeAction[] {
    const scopes: readonly SuppressionScope[] = ['line', 'resource'];
    return scopes.flatMap((scope) =>
      this.#detailed().flatMap((placed) => {
        const { finding } = placed;
        if (!finding.resource || this.#isOver(BUDGET)) return [];
        if (scope === 'line' && isFirstLine(this.#judgement, placed)) return [];
        const edits = suppress(this.#judgement, placed, scope, REASON_PLACEHOLDER);
        if (!edits) return [];
        const { kind, name } = finding.resource;
        const place = scope === 'line' ? 'here' : `for ${kind}${name === undefined ? '' : ` ${name}`}`;
        return [this.#suppression(`Ignore ${finding.rule} ${place}`, finding, scope, edits)];
      }),
    );
  }

  /** Switching rules off in the configuration. */
  async disablings(): Promise<CodeAction[]> {
    const actions: CodeAction[] = [];
    for (const rule of this.#rules()) {
      const made = await disableRule(this.#session, this.#file, rule);
      if (made) actions.push(this.#action(`Switch ${rule} off in ${made.path.slice(made.path.lastIndexOf('/') + 1)}`, CodeActionKind.QuickFix, this.#of(rule), { edit: made.edit }));
    }
    return actions;
  }

  /** The rules' pages. */
  pages(): CodeAction[] {
    const { commands, showsDocuments } = this.#session.client;
    const command = commands ? CLIENT_COMMANDS.explainRule : showsDocuments && this.#session.host.pages !== undefined ? SERVER_COMMANDS.openDocumentation : undefined;
    if (command === undefined) return [];
    return this.#rules().map((rule) => {
      const title = `Explain ${rule}`;
      return this.#action(title, CodeActionKind.QuickFix, this.#of(rule), { command: { title, command, arguments: [rule] } });
    });
  }

  #suppression(title: string, finding: Finding, scope: SuppressionScope, edits: readonly TextEdit[]): CodeAction {
    if (!this.#session.client.commands) return this.#action(title, CodeActionKind.QuickFix, [finding], { edit: this.#edit(edits) });
    const params: Omit<SuppressParams, 'reason'> = { uri: this.#file.uri, rule: finding.rule, position: toPosition(finding.range.start, this.#file.lines), scope };
    return this.#action(`${title}…`, CodeActionKind.QuickFix, [finding], { command: { title, command: CLIENT_COMMANDS.suppress, arguments: [params] } });
  }

  /** An action whose edit is made when it is picked, or now for clients that cannot ask then. */
  #later(title: string, kind: string, findings: readonly Finding[], later: Later): CodeAction[] {
    if (this.#session.client.resolvesEdits) return [this.#action(title, kind, findings, { data: later })];
    const edit = editOf(this.#session, this.#file, this.#judgement, later);
    return edit ? [this.#action(title, kind, findings, { edit })] : [];
  }

  #action(title: string, kind: string, findings: readonly Finding[], rest: Partial<CodeAction>): CodeAction {
    const diagnostics = findings.flatMap((finding) => this.#diagnosticOf(finding) ?? []);
    return { title, kind, ...(diagnostics.length > 0 ? { diagnostics } : {}), ...rest };
  }

  /** The client's own diagnostic of a finding, so that it knows the action belongs to it. */
  #diagnosticOf(finding: Finding): Diagnostic | undefined {
    const own = toDiagnostic(finding, this.#file, this.#session.client, undefined);
    return this.#context.find(({ code, message, range }) => code === own.code && message === own.message && range.start.line === own.range.start.line && range.start.character === own.range.start.character);
  }

  #isOver(budget: number): boolean {
    return performance.now() - this.#started > budget;
  }

  #detailed(): readonly PlacedFinding[] {
    const seen = new Set<string>();
    return this.#here.filter(({ finding }) => {
      const key = `${finding.rule} ${String(finding.range.start)}`;
      return seen.size < MOST_DETAILED && !seen.has(key) && seen.add(key);
    });
  }

  #rules(): string[] {
    return [...new Set(this.#detailed().map(({ finding }) => finding.rule))];
  }

  #of(rule: string): Finding[] {
    return this.#here.map(({ finding }) => finding).filter((finding) => finding.rule === rule);
  }

  #edit(edits: readonly TextEdit[]): WorkspaceEdit {
    return workspaceEdit([{ ...this.#file, edits }], this.#session.client);
  }
}
