import { fileSuppressions, lintDocument, repair, repairAll, type Finding, type Judged, type Repair } from '../engine/index.js';
import { podsOf, type Container, type Pod, type Resource } from '../kubernetes/index.js';
import { shift, type TextEdit, type TextRange } from '../text/index.js';
import type { Path, Source, SourceDocument } from '../yaml/index.js';
import type { Judgement } from '../workspace/index.js';

/** A judgement of a file that was read. */
export type ReadJudgement = Judgement & { readonly source: Source };

/** A finding in the file's offsets, with the document that it stands in and how it looks from there. */
export interface PlacedFinding {
  readonly finding: Finding;
  readonly local: Finding;
  readonly at: SourceDocument;
}

/** Narrows a judgement to one of a file that was read. */
export function isRead(judgement: Judgement | undefined): judgement is ReadJudgement {
  return judgement?.source !== undefined;
}

/** A document of a file, ready for repairs. */
export function judgedOf(judgement: ReadJudgement, at: SourceDocument): Judged {
  return { document: at.document, plan: judgement.plan, context: judgement.context };
}

/** The findings that nobody has silenced, each with its document. */
export function placedFindings(judgement: ReadJudgement): PlacedFinding[] {
  const placed: PlacedFinding[] = [];
  let next = 0;
  // The file's findings are those of its documents, in order.
  for (const at of judgement.source.documents) {
    for (const local of lintDocument(at.document, judgement.plan, judgement.context).findings) {
      const finding = judgement.findings[next++];
      if (finding && !finding.suppressed) placed.push({ finding, local, at });
    }
  }
  return placed;
}

/** The edits of a finding's fix in the file's offsets; undefined when the fix does not hold. */
export function repairOne(judgement: ReadJudgement, { local, at }: PlacedFinding): readonly TextEdit[] | undefined {
  const repaired = repair(judgedOf(judgement, at), local);
  return repaired && inFile(repaired, at);
}

/** The edits in the file's offsets that repair what `wanted` picks, and how many findings go. */
export function repairFile(judgement: ReadJudgement, wanted: (finding: Finding) => boolean): { readonly edits: readonly TextEdit[]; readonly fixed: number } | undefined {
  const silenced = silencedRules(judgement);
  const edits: TextEdit[] = [];
  let fixed = 0;
  for (const at of judgement.source.documents) {
    const repaired = repairAll(judgedOf(judgement, at), (finding) => !silenced.has(finding.rule) && wanted(finding));
    if (!repaired) continue;
    edits.push(...inFile(repaired, at));
    fixed += repaired.fixed;
  }
  return edits.length > 0 ? { edits, fixed } : undefined;
}

/** A pod or container that can be hardened as a whole. */
export interface Target {
  readonly kind: 'container' | 'pod';
  /** `container app`, `Deployment cart`. */
  readonly title: string;
  readonly at: SourceDocument;
  /** Which resource of the document. */
  readonly resource: number;
  /** Where it stands in the document. */
  readonly path: Path;
}

/** The container and the pod around a place of the file, the smaller first. */
export function targetsAt(judgement: ReadJudgement, range: TextRange): Target[] {
  const at = judgement.source.documentAt(range.start);
  if (!at) return [];
  const place = shift(range, -at.offset);
  const { resources } = lintDocument(at.document, judgement.plan, judgement.context);
  for (const [index, resource] of resources.entries()) {
    for (const pod of podsOf(resource, judgement.plan.settings.podTemplates)) {
      const target = podTarget(at, index, resource, pod);
      const inside = pod.containers.find(({ field }) => contains(wholeLines(at, field.fullRange), place));
      if (inside) return [containerTarget(at, index, inside), target];
      const around = pod.spec.parent?.written ? pod.spec.parent : pod.spec;
      if (contains(wholeLines(at, around.fullRange), place)) return [target];
    }
  }
  return [];
}

function containerTarget(at: SourceDocument, resource: number, { field, name }: Container): Target {
  return { kind: 'container', title: `container ${name}`, at, resource, path: field.path };
}

function podTarget(at: SourceDocument, index: number, resource: Resource, pod: Pod): Target {
  return { kind: 'pod', title: resource.kind === 'Pod' ? `pod ${resource.name ?? ''}`.trim() : `the pod of ${resource.title}`, at, resource: index, path: pod.spec.parent?.path ?? pod.spec.path };
}

/** Whether a finding is about the target or something in it. */
export function isAbout(finding: Finding, target: Pick<Target, 'path'>): boolean {
  return target.path.every((key, index) => finding.path[index] === key);
}

/** Everything that is asked of a pod or container, in one edit. */
export function harden(judgement: ReadJudgement, target: Target): { readonly edits: readonly TextEdit[]; readonly fixed: number } | undefined {
  const silenced = silencedRules(judgement);
  const repaired = repairAll(judgedOf(judgement, target.at), (finding) => !silenced.has(finding.rule) && isAbout(finding, target));
  return repaired && { edits: inFile(repaired, target.at), fixed: repaired.fixed };
}

function silencedRules(judgement: ReadJudgement): ReadonlySet<string> {
  return new Set(judgement.plan.settings.honourSuppressions ? fileSuppressions(judgement.source, judgement.plan).map(({ rule }) => rule) : []);
}

function inFile(repaired: Repair, at: SourceDocument): TextEdit[] {
  return repaired.edits.map((edit) => ({ ...edit, range: shift(edit.range, at.offset) }));
}

/** From the start of the first line of a range, so that the indentation before it counts too. */
function wholeLines({ document }: SourceDocument, range: TextRange): TextRange {
  const { lines } = document;
  return { start: lines.startOf(lines.lineAt(range.start)), end: Math.max(range.end, lines.endOf(lines.lineAt(Math.max(range.start, range.end - 1)))) };
}

function contains(outer: TextRange, inner: TextRange): boolean {
  return outer.start <= inner.start && inner.start <= outer.end;
}
