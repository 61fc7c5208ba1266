import { conventionalOrder, type DocumentContext } from '../kubernetes/index.js';
import { applyEdits, difference, type TextEdit } from '../text/index.js';
import { YamlDocument, YamlEditor } from '../yaml/index.js';
import { keyOf } from './document-findings.js';
import type { Finding } from './finding.js';
import { lintDocument } from './lint.js';
import type { Plan } from './plan.js';

/** A document and how it is judged. */
export interface Judged {
  readonly document: YamlDocument;
  readonly plan: Plan;
  readonly context: DocumentContext;
}

/** A repaired document. */
export interface Repair {
  /** In the document's own offsets. */
  readonly edits: readonly TextEdit[];
  readonly text: string;
  /** The repaired text as it was read to be judged. */
  readonly document: YamlDocument;
  /** How many findings the document had that it no longer has. */
  readonly fixed: number;
}

/** After so many passes whatever is left stays; real manifests need two. */
const MOST_PASSES = 10;

/**
 * The edits of one finding's fix; undefined when it has none or the fix does not hold: the result must parse as well as
 * before, the finding must be gone, and nothing may be found that was not there.
 */
export function repair(judged: Judged, finding: Finding): Repair | undefined {
  if (!finding.fix) return undefined;
  const edits = new YamlEditor(judged.document, conventionalOrder).edit(finding.fix.operations);
  if (!edits || edits.length === 0) return undefined;
  const text = applyEdits(judged.document.text, edits);
  return check(judged, text, edits, finding);
}

/**
 * Applies the fixes of all findings that `wanted` picks, in passes, until none is left: those that touch each other wait
 * for the next pass, and what only appears after a fix is repaired too. Undefined when nothing changes.
 */
export function repairAll(judged: Judged, wanted: (finding: Finding) => boolean): Repair | undefined {
  const { plan, context } = judged;
  let { document } = judged;
  let edits: readonly TextEdit[] = [];
  let passes = 0;
  for (; passes < MOST_PASSES; passes++) {
    const pass = onePass({ document, plan, context }, wanted);
    if (!pass) break;
    edits = pass.edits;
    ({ document } = pass);
  }
  if (document === judged.document) return undefined;
  const whole = difference(judged.document.text, document.text);
  if (!whole) return undefined;
  const fixed = lintDocument(judged.document, plan, context).count - lintDocument(document, plan, context).count;
  return { edits: passes === 1 ? edits : [whole], text: document.text, document, fixed };
}

function onePass(judged: Judged, wanted: (finding: Finding) => boolean): Repair | undefined {
  const findings = lintDocument(judged.document, judged.plan, judged.context).findings.filter((finding) => finding.fix && !finding.suppressed && wanted(finding));
  if (findings.length === 0) return undefined;
  const together = repairTogether(judged, findings);
  if (together) return together;
  // Together they do harm: those that hold alone are put together one after the other, as long as that holds.
  let best: Repair | undefined;
  const taken: Finding[] = [];
  for (const finding of findings.filter((one) => repair(judged, one))) {
    const more = repairTogether(judged, [...taken, finding]);
    if (!more || more.fixed <= (best?.fixed ?? 0)) continue;
    best = more;
    taken.push(finding);
  }
  return best;
}

/** One edition of several fixes; undefined unless something is better and nothing worse. */
function repairTogether(judged: Judged, findings: readonly Finding[]): Repair | undefined {
  const editor = new YamlEditor(judged.document, conventionalOrder);
  const { edits } = editor.editAll(findings.map((finding) => finding.fix?.operations ?? []));
  if (edits.length === 0) return undefined;
  const result = check(judged, applyEdits(judged.document.text, edits), edits, undefined);
  return result && result.fixed > 0 ? result : undefined;
}

/** Whether an edited document is better than it was, and in no way worse. */
function check(judged: Judged, text: string, edits: readonly TextEdit[], finding: Finding | undefined): Repair | undefined {
  const edited = new YamlDocument(text);
  if (edited.problems.length > judged.document.problems.length) return undefined;
  const before = lintDocument(judged.document, judged.plan, judged.context);
  const after = lintDocument(edited, judged.plan, judged.context);
  for (const [key, times] of after.tally) if (times > (before.tally.get(key) ?? 0)) return undefined;
  if (finding && (after.tally.get(keyOf(finding)) ?? 0) >= (before.tally.get(keyOf(finding)) ?? 0)) return undefined;
  return { edits, text, document: edited, fixed: before.count - after.count };
}
