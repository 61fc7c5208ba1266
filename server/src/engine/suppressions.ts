import type { Suppression } from '../kit/index.js';
import { podsOf, type Resource } from '../kubernetes/index.js';
import { holds, type TextRange } from '../text/index.js';
import { Field, type Comment, type Source, type YamlDocument } from '../yaml/index.js';
import type { Finding, SuppressedBy } from './finding.js';
import type { Plan } from './plan.js';

/** A rule that is silenced in a whole file. */
export interface FileSuppression {
  readonly rule: string;
  readonly suppressed: SuppressedBy;
}

/** What a suppression says, before anybody has looked whether it holds. */
interface Statement {
  readonly rule: string;
  /** In the document. */
  readonly range: TextRange;
  readonly until: string | undefined;
  readonly reason: string | undefined;
  /** How many rules the same comment names. */
  readonly companions: number;
}

interface Scoped extends Statement {
  readonly by: 'comment' | 'annotation';
  /** What it silences: findings that start within, in the document. Undefined: handled for the whole file. */
  readonly scope: TextRange | undefined;
  readonly comment: Comment | undefined;
}

/** `# oakum-ignore rule-a, rule-b until 2027-01-31: reason` and `# oakum-ignore-file …`. */
const COMMENT = /^#+\s*oakum-ignore(?<file>-file)?(?=[\s:]|$)(?<rest>.*)$/u;
const UNTIL = /\buntil[:\s]\s*(?<date>\d{4}-\d{2}-\d{2})\b/u;

/** The annotation that silences rules for its object: `rule-a: reason; rule-b until 2027-01-31: reason`. */
export const ANNOTATION = 'oakum/ignore';

/** Takes apart what stands behind the keyword; `offset` is where that starts. */
function statements(text: string, offset: number): Statement[] {
  const until = UNTIL.exec(text);
  const date = until?.groups?.['date'];
  const bare = until ? text.slice(0, until.index) + ' '.repeat(until[0].length) + text.slice(until.index + until[0].length) : text;
  const colon = bare.search(/:(?:\s|$)/u);
  const head = colon < 0 ? bare : bare.slice(0, colon);
  const reason = colon < 0 ? undefined : bare.slice(colon + 1).trim() || undefined;
  const names = [...head.matchAll(/[^\s,]+/gu)];
  const common = { until: date, reason, companions: Math.max(1, names.length) };
  if (names.length === 0) return [{ rule: '', range: { start: offset, end: offset + Math.max(1, text.length) }, ...common }];
  return names.map((name) => ({ rule: name[0], range: { start: offset + name.index, end: offset + name.index + name[0].length }, ...common }));
}

function commentStatements(comment: Comment): { isFile: boolean; found: Statement[] } | undefined {
  const match = COMMENT.exec(comment.text);
  if (!match) return undefined;
  const rest = match.groups?.['rest'] ?? '';
  return { isFile: match.groups?.['file'] !== undefined, found: statements(rest, comment.range.start + comment.text.length - rest.length) };
}

/** What the file's `# oakum-ignore-file` comments and the configuration silence in all of its documents. */
export function fileSuppressions(source: Source, plan: Plan): FileSuppression[] {
  const found: FileSuppression[] = [];
  for (const { document } of source.documents) {
    for (const comment of document.comments) {
      const parsed = commentStatements(comment);
      if (!parsed?.isFile) continue;
      for (const { rule, until, reason } of parsed.found) {
        if (!isExpired(until, plan)) found.push({ rule, suppressed: { by: 'comment', ...(reason === undefined ? {} : { reason }) } });
      }
    }
  }
  for (const { rules, reason, until } of plan.settings.suppressions) {
    if (isExpired(until, plan)) continue;
    for (const rule of rules) found.push({ rule, suppressed: { by: 'configuration', reason } });
  }
  return found;
}

function isExpired(until: string | undefined, plan: Plan): boolean {
  return until !== undefined && until < plan.today;
}

/** Marks what comments and annotations of the document silence; the suppressions come back too, with what became of them. */
export function applySuppressions(
  document: YamlDocument,
  resources: readonly Resource[],
  findings: readonly Finding[],
  plan: Plan,
): { readonly findings: readonly Finding[]; readonly suppressions: readonly Suppression[] } {
  const scoped = [...fromComments(document, resources, plan), ...resources.flatMap((resource) => fromAnnotations(resource, plan))];
  if (scoped.length === 0) return { findings, suppressions: [] };
  const used = new Set<Scoped>();
  const marked = findings.map((finding) => {
    const silencer = scoped.find((one) => one.rule === finding.rule && one.scope !== undefined && !isExpired(one.until, plan) && holds(one.scope, { start: finding.range.start, end: finding.range.start }));
    if (!silencer) return finding;
    used.add(silencer);
    return { ...finding, suppressed: { by: silencer.by, ...(silencer.reason === undefined ? {} : { reason: silencer.reason }) } };
  });
  const root = Field.root(document);
  const suppressions = scoped.map((one): Suppression => ({
    by: one.by,
    rule: one.rule,
    isKnown: plan.known.has(one.rule),
    isActive: plan.active.has(one.rule),
    // What a file-wide comment silences stands in other documents too.
    isUsed: one.scope === undefined || used.has(one),
    isExpired: isExpired(one.until, plan),
    until: one.until,
    reason: one.reason,
    place: { field: root, range: one.range },
    removal: one.comment && one.companions === 1 ? { kind: 'removeComment', field: root, range: one.comment.range } : undefined,
  }));
  return { findings: marked, suppressions };
}

function fromComments(document: YamlDocument, resources: readonly Resource[], plan: Plan): Scoped[] {
  const found: Scoped[] = [];
  for (const comment of document.comments) {
    const parsed = commentStatements(comment);
    if (!parsed) continue;
    const scope = parsed.isFile ? undefined : scopeOf(document, comment, resources, plan);
    found.push(...parsed.found.map((statement) => ({ ...statement, by: 'comment' as const, scope, comment })));
  }
  return found;
}

/**
 * A comment speaks of its own line, or of the next line that is not a comment. On the first line of an object, or at its
 * name, it speaks of the whole object; on the first line of a container's list item, of the container.
 */
function scopeOf(document: YamlDocument, comment: Comment, resources: readonly Resource[], plan: Plan): TextRange {
  const { lines } = document;
  let line = lines.lineAt(comment.range.start);
  if (comment.ownLine) {
    do line++;
    while (line < lines.count && /^\s*(?:#|$)/u.test(lines.textOf(line)));
  }
  const own = { start: lines.startOf(line), end: lines.endOf(line) };
  for (const resource of resources) {
    const { written } = resource.root;
    if (!written) continue;
    const first = lines.lineAt(written.range.start);
    const name = resource.metadata.at('name');
    const isMarker = lines.textOf(line).startsWith('---') && first > line && resource.root.path.length === 0;
    if (line === first || isMarker || (name.isSet && lines.lineAt(name.range.start) === line)) return { start: Math.min(own.start, written.range.start), end: written.range.end };
    if (!holds(written.range, own)) continue;
    for (const pod of podsOf(resource, plan.settings.podTemplates)) {
      for (const { field } of pod.containers) {
        const range = field.written?.range;
        if (range && !field.through && lines.lineAt(range.start) === line) return range;
      }
    }
  }
  return own;
}

function fromAnnotations(resource: Resource, plan: Plan): Scoped[] {
  const found: Scoped[] = [];
  const read = (annotations: Field<unknown>, scope: TextRange | undefined): void => {
    const field = (annotations as Field<Readonly<Record<string, string>>>).at(ANNOTATION);
    const text = field.string;
    if (text === undefined || !scope) return;
    let offset = 0;
    for (const part of text.split(';')) {
      if (part.trim() !== '') {
        for (const statement of statements(part, offset)) found.push({ ...statement, range: field.range, by: 'annotation', scope, comment: undefined });
      }
      offset += part.length + 1;
    }
  };
  read(resource.metadata.at('annotations'), resource.root.written?.range);
  for (const pod of podsOf(resource, plan.settings.podTemplates)) {
    if (pod.metadata.path.length > resource.metadata.path.length) read(pod.metadata.at('annotations'), pod.metadata.parent?.written?.range);
  }
  return found;
}
