import { fill, type Complaint, type Place, type Report, type Rule } from '../kit/index.js';
import { podsOf, resourcesOf, type Container, type DocumentContext, type Pod, type Resource } from '../kubernetes/index.js';
import { shift, type TextRange } from '../text/index.js';
import { Field, type Source, type YamlDocument } from '../yaml/index.js';
import type { Finding } from './finding.js';
import type { ActiveRule, Plan } from './plan.js';
import { applySuppressions, fileSuppressions, type FileSuppression } from './suppressions.js';

/** What was found in one document; all ranges count from the document's start. */
export interface DocumentFindings {
  readonly resources: readonly Resource[];
  readonly findings: readonly Finding[];
}

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
  if (!mayHoldManifest(document.text)) return { resources: [], findings: [] };
  const resources = resourcesOf(document, context);
  if (resources.length === 0 && !looksLikeManifest(document.text)) return { resources: [], findings: [] };
  const found: Finding[] = [];
  const { visitors } = plan;
  for (const problem of document.problems) {
    const place: Place = { field: Field.root(document), range: problem.range };
    const inside = resources.length === 1 ? resources[0] : undefined;
    const standing: Standing = { document, ...(inside ? { resource: inside } : {}) };
    for (const active of visitors.problem) run(active, plan, standing, found, (report) => active.rule.visit.problem?.({ kind: problem.kind, message: problem.message, place }, report, active.context));
  }
  for (const resource of resources) {
    const standing: Standing = { document, resource };
    for (const active of visitors.resource) run(active, plan, standing, found, (report) => active.rule.visit.resource?.(resource, report, active.context));
    for (const pod of podsOf(resource, plan.settings.podTemplates)) {
      const inPod: Standing = { document, resource, pod };
      for (const active of visitors.pod) run(active, plan, inPod, found, (report) => active.rule.visit.pod?.(pod, report, active.context));
      for (const container of pod.containers) {
        const inContainer: Standing = { document, resource, pod, container };
        for (const active of visitors.container) run(active, plan, inContainer, found, (report) => active.rule.visit.container?.(container, report, active.context));
      }
      for (const volume of pod.volumes) {
        for (const active of visitors.volume) run(active, plan, inPod, found, (report) => active.rule.visit.volume?.(volume, report, active.context));
      }
    }
  }
  const once = distinct(found);
  const findings = plan.settings.honourSuppressions
    ? applySuppressions(document, resources, once, plan, (active, suppression, into) => {
        run(active, plan, { document }, into, (report) => active.rule.visit.suppression?.(suppression, report, active.context));
      })
    : once;
  return { resources, findings: findings.sort((a, b) => a.range.start - b.range.start || a.range.end - b.range.end) };
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

/** Lets one rule look at one thing; if it throws, only its own findings there are lost. */
function run(active: ActiveRule, plan: Plan, standing: Standing, into: Finding[], visit: (report: Report<Messages>) => void): void {
  const own: Finding[] = [];
  try {
    visit((place, complaint) => {
      const finding = findingOf(active, standing, place, complaint);
      if (finding) own.push(finding);
    });
  } catch (error) {
    plan.onError(active.rule.id, standing.container ? `${standing.resource?.title ?? ''}, container ${standing.container.name}` : (standing.resource?.title ?? 'a document'), error);
    return;
  }
  into.push(...own);
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
