import { MarkupKind, type Hover, type HoverParams } from 'vscode-languageserver';
import type { Finding } from '../engine/index.js';
import { factOf, type Container, type FieldFact, type Inheritable, type Pod } from '../kubernetes/index.js';
import { shift, touches, type TextRange } from '../text/index.js';
import type { Field, Node, SourceDocument } from '../yaml/index.js';
import { toRange } from './convert.js';
import { fieldAt, podPlace } from './place-at.js';
import { isRead, judgedOf, type ReadJudgement } from './repairs.js';
import type { RuleFields } from './rule-fields.js';
import type { JudgedFile, Session } from './session.js';

/** How much of a value is shown. */
const LONGEST_VALUE = 80;
/** Rules that are named at one field. */
const MOST_RULES = 8;

/** Answers `textDocument/hover`: what a field does, what is in force there and by whose word, and what is found there. */
export async function hover(session: Session, rules: RuleFields, { textDocument, position }: HoverParams): Promise<Hover | null> {
  if (!isRead((await session.judge(textDocument.uri))?.judgement)) return null;
  await rules.learn();
  // It may have been edited meanwhile; where it was not, this costs nothing.
  const file = await session.judge(textDocument.uri);
  if (!file || !isRead(file.judgement) || !file.verdict.editor.hover) return null;
  const offset = file.lines.offset(position);
  const at = file.judgement.source.documentAt(offset);
  if (!at) return null;
  const text = new Words(session, file, file.judgement, at, rules);
  const place = fieldAt(at.document, offset - at.offset);
  const field = place && text.field(place.field);
  const here = file.judgement.findings.filter((finding) => touches(finding.range, { start: offset, end: offset }));
  const parts = [...(field === undefined ? [] : [field]), ...text.findings(here)];
  if (parts.length === 0) return null;
  const value = parts.join('\n\n---\n\n');
  const range: TextRange | undefined = place ? shift(place.range, at.offset) : here[0]?.range;
  const isMarkdown = session.client.markdown;
  return {
    contents: { kind: isMarkdown ? MarkupKind.Markdown : MarkupKind.PlainText, value: isMarkdown ? value : plain(value) },
    ...(range ? { range: toRange(range, file.lines) } : {}),
  };
}

/** Puts into words what is known of places of one document. */
class Words {
  readonly #session: Session;
  readonly #file: JudgedFile;
  readonly #judgement: ReadJudgement;
  readonly #at: SourceDocument;
  readonly #rules: RuleFields;

  constructor(session: Session, file: JudgedFile, judgement: ReadJudgement, at: SourceDocument, rules: RuleFields) {
    this.#session = session;
    this.#file = file;
    this.#judgement = judgement;
    this.#at = at;
    this.#rules = rules;
  }

  /** What a field does and what is in force; undefined for fields that have no part in security. */
  field(field: Field<unknown>): string | undefined {
    const place = podPlace(judgedOf(this.#judgement, this.#at), field.path);
    if (!place) return undefined;
    const { pod, container, keys } = place;
    const fact = factOf(container ? 'container' : 'pod', keys);
    if (!fact) return undefined;
    const looking = this.#lookingAt(fact);
    return [
      `**${fact.path}** · ${container ? `container ${code(container.name)}` : 'pod'}`,
      fact.summary,
      ...(fact.inherited === undefined ? [this.#own(fact, ancestor(field, keys.length - fact.path.split('.').length))] : container ? [this.#inForce(fact, fact.inherited, container)] : this.#forContainers(fact, fact.inherited, pod)),
      ...(looking === '' ? [] : [looking]),
    ].join('\n\n');
  }

  /** What was found at the place, with what is not in the message. */
  findings(findings: readonly Finding[]): string[] {
    const seen = new Set<string>();
    return findings.flatMap((finding) => {
      const rule = this.#judgement.plan.known.get(finding.rule);
      if (!rule || seen.has(rule.id)) return [];
      seen.add(rule.id);
      const silenced = finding.suppressed ? ` (silenced by ${finding.suppressed.by}${finding.suppressed.reason === undefined ? '' : `: ${escape(finding.suppressed.reason)}`})` : '';
      const unless = rule.docs.unless === undefined ? '' : `\n\nIgnore it when ${rule.docs.unless.replace(/\.$/u, '')}.`;
      return [`${this.#link(rule.id)}${silenced}: ${rule.docs.summary}\n\n${rule.docs.why}${unless}`];
    });
  }

  /** Of a field that only one place can set. */
  #own(fact: FieldFact, field: Field<unknown>): string {
    if (field.isTemplated) return 'In force: not known before the template is filled in.';
    if (field.isSet) return `In force: ${code(brief(field))}, set ${this.#where(field)}.`;
    return fact.fallback === undefined ? 'Not set.' : `Not set, so in force: ${fact.fallback}.`;
  }

  /** Of a field that the container or its pod can set. */
  #inForce(fact: FieldFact, key: Inheritable, container: Container): string {
    const { field, origin, pod } = container.effective(key);
    if (field.isTemplated) return 'In force: not known before the template is filled in.';
    switch (origin) {
      case 'container': {
        const over = pod.isSet ? `, over ${code(brief(pod))} of the pod (${this.#where(pod)})` : '';
        return `In force: ${code(brief(field))}, set by the container ${this.#where(field)}${over}.`;
      }
      case 'pod':
        return `In force: ${code(brief(field))}, set by the pod ${this.#where(field)}.`;
      case 'default':
        return fact.fallback === undefined ? 'Set by neither the container nor its pod.' : `Set by neither the container nor its pod, so in force: ${fact.fallback}.`;
    }
  }

  /** What the pod's word is worth in each of its containers. */
  #forContainers(fact: FieldFact, key: Inheritable, pod: Pod): string[] {
    const lines = pod.containers.map((container) => {
      const { field, origin } = container.effective(key);
      const value = field.isTemplated ? 'not known yet' : origin === 'default' ? (fact.fallback ?? 'not set') : code(brief(field));
      const source = origin === 'container' ? `its own word, ${this.#where(field)}` : origin === 'pod' ? 'from the pod' : 'nobody sets it';
      return `- ${code(container.name)}: ${value} (${source})`;
    });
    return lines.length === 0 ? [] : [`In force in the containers:\n\n${lines.join('\n')}`];
  }

  #lookingAt(fact: FieldFact): string {
    const { active } = this.#judgement.plan;
    const all = this.#rules.lookingAt(fact).sort((a, b) => Number(active.has(b)) - Number(active.has(a)));
    const shown = all.slice(0, MOST_RULES).map((rule) => (active.has(rule) ? this.#link(rule) : `${this.#link(rule)} (off)`));
    if (shown.length === 0) return '';
    return `Rules: ${shown.join(', ')}${all.length > MOST_RULES ? ` and ${String(all.length - MOST_RULES)} more` : ''}`;
  }

  #link(rule: string): string {
    const page = this.#session.pageOf(rule);
    return page === undefined ? code(rule) : `[${rule}](${page})`;
  }

  #where(field: Field<unknown>): string {
    const { line } = this.#file.lines.position(this.#at.offset + field.range.start);
    return `in line ${String(line + 1)}`;
  }
}

/** The field `levels` keys above. Indices of lists are no levels of their own. */
function ancestor(field: Field<unknown>, levels: number): Field<unknown> {
  let at = field;
  for (let left = levels; left > 0 && at.parent; at = at.parent) if (typeof at.key === 'string') left--;
  return typeof at.key === 'number' && at.parent ? at.parent : at;
}

/** A value on one line. */
function brief(field: Field<unknown>): string {
  const text = flow(field.node, 0);
  return text.length > LONGEST_VALUE ? `${text.slice(0, LONGEST_VALUE - 1)}…` : text;
}

function flow(node: Node | undefined, depth: number): string {
  if (!node || depth > 3) return '…';
  switch (node.kind) {
    case 'scalar':
      return String(node.value);
    case 'alias':
      return `*${node.name}`;
    case 'map':
      return `{${node.pairs.slice(0, 8).map((pair) => `${pair.key}: ${flow(pair.value, depth + 1)}`).join(', ')}}`;
    case 'seq':
      return `[${node.items.slice(0, 8).map((item) => flow(item, depth + 1)).join(', ')}]`;
  }
}

function code(text: string): string {
  const longest = Math.max(0, ...(text.match(/`+/gu) ?? []).map((run) => run.length));
  const fence = '`'.repeat(longest + 1);
  const gap = text.startsWith('`') || text.endsWith('`') ? ' ' : '';
  return `${fence}${gap}${text.replace(/\s+/gu, ' ')}${gap}${fence}`;
}

/** What comes out of the manifest is text, whatever Markdown would make of it. */
function escape(text: string): string {
  return text.replace(/[\\`*_{}[\]()#+\-.!<>|&]/gu, '\\$&');
}

/** Markdown as it reads without an interpreter. */
function plain(markdown: string): string {
  return markdown.replace(/\[([^\]]*)\]\([^)]*\)/gu, '$1').replace(/\*\*|`+/gu, '').replace(/\\(?=[^\w\s])/gu, '').replaceAll('\n\n---\n\n', '\n\n');
}
