import { fill, type Complaint, type OptionSpecs, type Place, type Report, type Rule, type Visitors } from '../kit/index.js';
import { podsOf, resourcesOf, type Container, type DocumentContext, type Pod, type Resource } from '../kubernetes/index.js';
import { shift, type TextRange } from '../text/index.js';
import { Field, type Source, type YamlDocument } from '../yaml/index.js';
import { DocumentFindings } from './document-findings.js';
import type { Finding } from './finding.js';
import type { ActiveRule, Plan } from './plan.js';
import { applySuppressions, fileSuppressions, type FileSuppression } from './suppressions.js';

type Messages = Readonly<Record<string, string>>;

/** Where in an object a visitor stands. */
interface Standing {
  readonly document: YamlDocument;
  readonly resource?: Resource;
  readonly pod?: Pod;
  readonly container?: Container;
}

/** Whether a text can hold a Kubernetes object at all; false costs a scan of the text, nothing is parsed. */
export function mayHoldManifest(text: string): boolean {
  // A schema has a mapping there (`apiVersion: {type: string}`); an object has a scalar.
  return /\bapiVersion["']?\s*:(?!\s*[{[])/u.test(text) && /\bkind["']?\s*:(?!\s*[{[])/u.test(text);
}

/** Finds what the plan's rules find in one document. Never throws for what a document holds. */
export function lintDocument(document: YamlDocument, plan: Plan, context: DocumentContext): DocumentFindings {
  const known = plan.cache.get(document)?.get(context.isPartial);
  if (known) return known;
  const made = lintAfresh(document, plan, context);
  const cached = plan.cache.get(document) ?? new Map<boolean, DocumentFindings>();
  cached.set(context.isPartial, made);
  plan.cache.set(document, cached);
  return made;
}

function lintAfresh(document: YamlDocument, plan: Plan, context: DocumentContext): DocumentFindings {
  if (!mayHoldManifest(document.text)) return new DocumentFindings([], []);
  const resources = resourcesOf(document, context);
  if (resources.length === 0 && !looksLikeManifest(document.text)) return new DocumentFindings([], []);
  const rounds = new Rounds(document, plan);
  for (const problem of document.problems) {
    const place: Place = { field: Field.root(document), range: problem.range };
    const inside = resources.length === 1 ? resources[0] : undefined;
    rounds.show('problem', { kind: problem.kind, message: problem.message, place }, inside ? { resource: inside } : {});
  }
  for (const resource of resources) {
    rounds.show('resource', resource, { resource });
    for (const pod of podsOf(resource, plan.settings.podTemplates)) {
      rounds.show('pod', pod, { resource, pod });
      for (const container of pod.containers) rounds.show('container', container, { resource, pod, container });
      for (const volume of pod.volumes) rounds.show('volume', volume, { resource, pod });
    }
  }
  const once = distinct(rounds.found);
  const findings = plan.settings.honourSuppressions ? suppressed(document, resources, once, plan) : once;
  return new DocumentFindings(resources, findings.sort((a, b) => a.range.start - b.range.start || a.range.end - b.range.end));
}

/** The findings with what is silenced marked, and what rules say of the suppressions themselves. */
function suppressed(document: YamlDocument, resources: readonly Resource[], found: readonly Finding[], plan: Plan): Finding[] {
  const { findings, suppressions } = applySuppressions(document, resources, found, plan);
  const rounds = new Rounds(document, plan);
  for (const suppression of suppressions) rounds.show('suppression', suppression, {});
  return [...findings, ...rounds.found];
}

/** Pods of one object can share a setting (Argo Workflows), which is one mistake. */
function distinct(findings: readonly Finding[]): Finding[] {
  const seen = new Set<string>();
  return findings.filter(({ rule, message, range, path, container }) => {
    const key = JSON.stringify([rule, message, range, path, container]);
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

/** A document with broken text in which no object can be found is still a manifest when it starts like one. */
function looksLikeManifest(text: string): boolean {
  return /^["']?apiVersion["']?\s*:/mu.test(text) && /^["']?kind["']?\s*:/mu.test(text);
}

/** What a visitor is shown. */
type Subject<V extends keyof Plan['visitors']> = Parameters<NonNullable<Visitors<Messages, OptionSpecs>[V]>>[0];

/** Shows the things of one document to the rules. Of a rule that throws, only what it says of the thing at hand is lost. */
class Rounds {
  readonly found: Finding[] = [];
  readonly #document: YamlDocument;
  readonly #plan: Plan;

  constructor(document: YamlDocument, plan: Plan) {
    this.#document = document;
    this.#plan = plan;
  }

  /** Shows one thing to all rules that look at such things. */
  show<V extends keyof Plan['visitors']>(visitor: V, subject: Subject<V>, standing: Omit<Standing, 'document'>): void {
    const rules = this.#plan.visitors[visitor];
    if (rules.length === 0) return;
    const { found } = this;
    const place: Standing = { document: this.#document, ...standing };
    let active: ActiveRule | undefined;
    // One function serves all rules: there are hundreds, and most have nothing to say.
    const report: Report<Messages> = (where, complaint) => {
      const finding = active && findingOf(active, place, where, complaint);
      if (finding) found.push(finding);
    };
    for (active of rules) {
      const before = found.length;
      const { visit } = active.rule;
      try {
        (visit[visitor] as ((subject: Subject<V>, report: Report<Messages>, context: ActiveRule['context']) => void) | undefined)?.(subject, report, active.context);
      } catch (error) {
        found.length = before;
        this.#plan.onError(active.rule.id, standing.container ? `${standing.resource?.title ?? ''}, container ${standing.container.name}` : (standing.resource?.title ?? 'a document'), error);
      }
    }
  }
}

function findingOf(active: ActiveRule, standing: Standing, place: Place, complaint: Complaint<Messages>): Finding | undefined {
  const field = fieldOf(place);
  const partial = standing.pod?.isPartial ?? standing.resource?.isPartial ?? false;
  if (partial && !field.isSet) return undefined; // It may be set where the rest of the object is.
  if (!field.isSet && field.isTemplated) return undefined;
  const { rule, severity } = active;
  const container = complaint.container ?? standing.container;
  return {
    rule: rule.id,
    messageId: complaint.message,
    message: fill(rule.messages[complaint.message] ?? '', complaint.data),
    severity,
    range: rangeOf(place, standing.document),
    ...(standing.resource ? { resource: standing.resource.id } : {}),
    ...(container ? { container: container.name } : {}),
    path: field.path,
    related: (complaint.related ?? []).map((related) => ({ message: related.message, range: rangeOf(related.place, standing.document) })),
    ...(complaint.fix ? { fix: complaint.fix } : {}),
    ...(rule.tag ? { tag: rule.tag } : {}),
  };
}

function fieldOf(place: Place): Field<unknown> {
  return place instanceof Field ? place : place.field;
}

/** The range of a place, within the document whatever the rule has said. */
function rangeOf(place: Place, document: YamlDocument): TextRange {
  const { start, end } = place.range;
  const last = document.text.length;
  const from = Math.max(0, Math.min(start, last));
  return { start: from, end: Math.max(from, Math.min(end, last)) };
}

/** Everything found in a file, in order, with ranges in the file's own offsets. */
export function lint(source: Source, plan: Plan, context: DocumentContext): Finding[] {
  if (!mayHoldManifest(source.text)) return [];
  const found: Finding[] = [];
  const silencers: FileSuppression[] = plan.settings.honourSuppressions ? fileSuppressions(source, plan) : [];
  for (const { offset, document } of source.documents) {
    for (const finding of lintDocument(document, plan, context).findings) {
      const silencer = finding.suppressed ? undefined : silencers.find((one) => one.rule === finding.rule);
      const located = offset === 0 ? finding : moved(finding, offset);
      found.push(silencer ? { ...located, suppressed: silencer.suppressed } : located);
    }
  }
  return found;
}

/** A finding of a document as a finding of the file in which the document starts at `offset`. */
export function moved(finding: Finding, offset: number): Finding {
  return {
    ...finding,
    range: shift(finding.range, offset),
    related: finding.related.map((related) => ({ ...related, range: shift(related.range, offset) })),
  };
}

/** The findings that nobody has silenced. */
export function unsuppressed(findings: readonly Finding[]): Finding[] {
  return findings.filter((finding) => !finding.suppressed);
}

/** The rules by id, for those who hold a finding. */
export function ruleOf(plan: Plan, finding: Finding): Rule | undefined {
  return plan.known.get(finding.rule);
}
