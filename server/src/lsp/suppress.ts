import { ANNOTATION, lint, lintDocument, type Finding } from '../engine/index.js';
import { conventionalOrder, type Resource } from '../kubernetes/index.js';
import { applyEdits, shift, type TextEdit } from '../text/index.js';
import { Source, YamlEditor, type YamlDocument } from '../yaml/index.js';
import { judgedOf, type PlacedFinding, type ReadJudgement } from './repairs.js';

/** How much a suppression silences: what stands on the finding's line, or the whole object. */
export type SuppressionScope = 'line' | 'resource';

/** Stands for a reason where nobody can be asked. */
export const REASON_PLACEHOLDER = 'reason';

/**
 * The edits, in the file's offsets, that silence a finding and give a reason; undefined when the text has no room for them.
 * Each way is tried on the text, and taken only if the finding is silenced by it and nothing else changes.
 */
export function suppress(judgement: ReadJudgement, placed: PlacedFinding, scope: SuppressionScope, reason: string): readonly TextEdit[] | undefined {
  const said = oneLine(reason);
  for (const edits of scope === 'line' ? forLine(placed, said) : forResource(judgement, placed, said)) {
    const inFile = edits.map((edit) => ({ ...edit, range: shift(edit.range, placed.at.offset) }));
    if (silences(judgement, placed.finding, inFile)) return inFile;
  }
  return undefined;
}

/** Whether a comment on the finding's line would speak of its whole object, so that both scopes are one. */
export function isFirstLine(judgement: ReadJudgement, { local, at }: PlacedFinding): boolean {
  const resource = resourceOf(judgement, { local, at });
  if (!resource?.root.written) return false;
  const { lines } = at.document;
  const line = lines.lineAt(local.range.start);
  const name = resource.metadata.at('name');
  return line === lines.lineAt(resource.root.written.range.start) || (name.isSet && line === lines.lineAt(name.range.start));
}

function forLine({ local, at }: PlacedFinding, reason: string): TextEdit[][] {
  if (isJson(at.document)) return [];
  const line = at.document.lines.lineAt(local.range.start);
  return [[above(at.document, line, local.rule, reason)], [behind(at.document, line, local.rule, reason)]];
}

function forResource(judgement: ReadJudgement, placed: PlacedFinding, reason: string): TextEdit[][] {
  const { document } = placed.at;
  const resource = resourceOf(judgement, placed);
  if (!resource?.root.written) return [];
  const ways: TextEdit[][] = [];
  if (!isJson(document)) {
    const { lines } = document;
    const name = resource.metadata.at('name');
    ways.push([above(document, lines.lineAt(resource.root.written.range.start), placed.local.rule, reason)]);
    if (name.isSet) ways.push([above(document, lines.lineAt(name.range.start), placed.local.rule, reason)]);
  }
  const annotation = resource.metadata.at('annotations').at(ANNOTATION);
  const said = `${placed.local.rule}: ${reason.replaceAll(';', ',')}`;
  const before = annotation.string?.replace(/[;\s]+$/u, '');
  const edits = new YamlEditor(document, conventionalOrder).edit([{ kind: 'set', field: annotation, value: before === undefined || before === '' ? said : `${before}; ${said}` }]);
  if (edits) ways.push([...edits]);
  return ways;
}

/** A comment on a line of its own, indented like the line that it speaks of. */
function above(document: YamlDocument, line: number, rule: string, reason: string): TextEdit {
  const start = document.lines.startOf(line);
  const text = document.lines.textOf(line);
  const mark = text.startsWith('\ufeff') ? 1 : 0;
  const indent = /^[ \t]*/u.exec(text.slice(mark))?.[0] ?? '';
  const eol = document.text.includes('\r\n') ? '\r\n' : '\n';
  return { range: { start: start + mark, end: start + mark }, newText: `${indent}# oakum-ignore ${rule}: ${reason}${eol}` };
}

/** A comment at the end of the line. */
function behind(document: YamlDocument, line: number, rule: string, reason: string): TextEdit {
  const end = document.lines.endOf(line);
  return { range: { start: end, end }, newText: ` # oakum-ignore ${rule}: ${reason}` };
}

function silences(judgement: ReadJudgement, finding: Finding, edits: readonly TextEdit[]): boolean {
  const edited = Source.read(applyEdits(judgement.source.text, edits), judgement.source);
  const problems = (source: Source): number => source.documents.reduce((sum, { document }) => sum + document.problems.length, 0);
  if (problems(edited) > problems(judgement.source)) return false;
  const open = (findings: readonly Finding[], mine: boolean): number => findings.filter((one) => !one.suppressed && (one.rule === finding.rule && one.message === finding.message) === mine).length;
  const before = judgement.findings;
  const after = lint(edited, judgement.plan, judgement.context);
  return open(after, true) < open(before, true) && open(after, false) <= open(before, false);
}

function resourceOf(judgement: ReadJudgement, { local, at }: Pick<PlacedFinding, 'local' | 'at'>): Resource | undefined {
  const { document, plan, context } = judgedOf(judgement, at);
  return lintDocument(document, plan, context).resources.find(({ root }) => root.path.every((key, index) => local.path[index] === key));
}

/** JSON has no comments. */
function isJson(document: YamlDocument): boolean {
  return /^\s*\{/u.test(document.text);
}

function oneLine(reason: string): string {
  const text = reason.replace(/\s+/gu, ' ').trim();
  return text === '' ? REASON_PLACEHOLDER : text;
}
