import type { TextEdit, TextRange } from '../text/index.js';
import type { YamlDocument } from './document.js';
import type { Field } from './field.js';
import { entriesOf, resolve, type MapNode, type Node, type SeqNode, type ValueNode } from './node.js';
import type { Operation, Plain } from './operation.js';
import { isList, isRecord, writeEntries, writeFlow, writeItem, writeItems, writePair, writeScalar, type Style } from './write.js';

/** In which order people write the keys of a mapping; keys that are not named stand anywhere. */
export type KeyOrder = (parent: Field<unknown>) => readonly string[] | undefined;

/** What came of several groups of operations: the edits of those that fit together, and which do not. */
export interface Edition {
  /** In the document's own offsets; edits at one place are in the order in which they are to be applied. */
  readonly edits: readonly TextEdit[];
  /** Indices of the groups that wait for another pass, because they touch what an earlier group touches. */
  readonly postponed: readonly number[];
  /** Indices of the groups that cannot be done here, and why. */
  readonly refused: readonly { readonly group: number; readonly reason: string }[];
}

/** An operation that the text does not allow. */
class Refusal extends Error {}

/**
 * Turns operations on fields into the smallest text edits, in the file's own style. Everything outside the edits stays as
 * it is, to the byte; comments are kept. What an anchor shares with others is never changed.
 */
export class YamlEditor {
  readonly #document: YamlDocument;
  readonly #order: KeyOrder;
  readonly #style: Style;

  constructor(document: YamlDocument, order: KeyOrder = () => undefined) {
    this.#document = document;
    this.#order = order;
    this.#style = styleOf(document);
  }

  /** The edits of one group of operations that belong together; undefined when they cannot be done. */
  edit(operations: readonly Operation[]): readonly TextEdit[] | undefined {
    const { edits, postponed, refused } = this.editAll([operations]);
    return postponed.length > 0 || refused.length > 0 ? undefined : edits;
  }

  /** The edits of as many groups as go together. A group is done whole or not at all. */
  editAll(groups: readonly (readonly Operation[])[]): Edition {
    const postponed: number[] = [];
    const refused: { group: number; reason: string }[] = [];
    let work = new Work(this.#document);
    let edits: readonly TextEdit[] = [];
    // What fits together is found by halves, so that many groups with few that do not fit cost few attempts.
    const take = (first: number, end: number): void => {
      if (first >= end) return;
      const together = this.#try(work, groups.slice(first, end).flat());
      if (!('reason' in together)) {
        ({ work, edits } = together);
        return;
      }
      if (end - first > 1) {
        const middle = (first + end) >>> 1;
        take(first, middle);
        take(middle, end);
        return;
      }
      const alone = this.#try(new Work(this.#document), groups[first] ?? []);
      if ('reason' in alone) refused.push({ group: first, reason: alone.reason });
      else postponed.push(first);
    };
    take(0, groups.length);
    return { edits, postponed, refused };
  }

  /** The work with more operations, and its edits; or why that cannot be. */
  #try(work: Work, operations: readonly Operation[]): { work: Work; edits: readonly TextEdit[] } | { reason: string } {
    const more = work.copy();
    try {
      for (const operation of operations) more.add(operation);
      return { work: more, edits: this.#make(more) };
    } catch (error) {
      if (error instanceof Refusal) return { reason: error.message };
      throw error;
    }
  }

  /** The edits of all work, in order. */
  #make(work: Work): TextEdit[] {
    const edits: (TextEdit & { depth: number })[] = [];
    const add = (depth: number, start: number, end: number, newText: string): void => {
      edits.push({ depth, range: { start, end }, newText });
    };
    for (const { field, value } of work.replacements.values()) this.#replaceValue(field, value, add);
    for (const { field, range, text } of work.parts) this.#replacePart(field, range, text, add);
    for (const [place, { field, entries }] of work.insertions) this.#insert(field, entries, work.removals.get(place)?.keys, add);
    for (const { field, items } of work.appended.values()) this.#append(field, items, add);
    for (const { field, keys } of work.removals.values()) this.#remove(field, keys, add);
    for (const value of work.created) this.#create(value, add);
    for (const range of work.comments) this.#removeComment(range, add);
    // Of insertions at one place, the deeper one belongs to what stands before the place and comes first.
    edits.sort((a, b) => a.range.start - b.range.start || a.range.end - b.range.end || b.depth - a.depth);
    for (const [index, edit] of edits.entries()) {
      const before = edits[index - 1];
      if (!before) continue;
      const meets = before.range.end === edit.range.start && before.range.start !== before.range.end && edit.range.start === edit.range.end;
      if (meets || before.range.end > edit.range.start) throw new Refusal('Two changes touch the same text.');
    }
    return edits.map(({ range, newText }) => ({ range, newText }));
  }

  #replaceValue(field: Field<unknown>, value: Plain, add: AddEdit): void {
    const { written } = field;
    const depth = field.path.length;
    const style = this.#style;
    if (!written) throw new Refusal('There is nothing to replace.');
    if (written.kind === 'scalar' && written.style === 'empty') {
      this.#fillEmpty(field, value, add);
      return;
    }
    const inFlow = style.isJson || this.#isInFlow(field);
    const isBlock = !inFlow && ((isRecord(value) && Object.keys(value).length > 0) || (isList(value) && value.length > 0));
    const wasScalar = written.kind === 'scalar';
    if (!isBlock || (written.kind === 'seq' && written.flow)) {
      const text = typeof value === 'string' && written.kind === 'scalar' ? requote(value, written.style, style) : writeFlow(value, style);
      if (!wasScalar && !isFlow(written) && written.kind !== 'alias') {
        // A block goes away; its value stands behind the key.
        const { keyRange } = field;
        if (!keyRange) throw new Refusal('A block without a key is not replaced.');
        const colon = this.#colonAfter(keyRange.end);
        this.#refuseComments({ start: colon, end: written.range.end });
        add(depth, colon, trimmedEnd(this.#document.text, written.range), ` ${text}`);
        return;
      }
      add(depth, written.range.start, trimmedEnd(this.#document.text, written.range), text);
      return;
    }
    if (wasScalar || isFlow(written)) {
      if (field.keyRange === undefined) {
        add(depth, written.range.start, written.range.end, writeFlow(value, style));
        return;
      }
      this.#becomeBlock(field, written.range, value, add);
      return;
    }
    this.#refuseComments(written.range);
    const column = this.#column(written.range.start);
    const text = isList(value) ? writeItems(value, column, style).trimStart() : writeEntries(value as { [key: string]: Plain }, column, style);
    add(depth, written.range.start, trimmedEnd(this.#document.text, written.range), text);
  }

  /** `key:` gets a value. */
  #fillEmpty(field: Field<unknown>, value: Plain, add: AddEdit): void {
    const { keyRange } = field;
    if (!keyRange) {
      // An empty list item: `-`.
      const at = field.written?.range.start ?? 0;
      const space = this.#document.text.charAt(at - 1) === ' ' ? '' : ' ';
      add(field.path.length, at, at, space + writeFlow(value, this.#style));
      return;
    }
    const colon = this.#colonAfter(keyRange.end);
    this.#becomeBlock(field, { start: colon, end: colon }, value, add);
  }

  /** Puts a value behind a key in place of `[old]`; mappings and lists go below, behind a comment that the key has. */
  #becomeBlock(field: Field<unknown>, old: TextRange, value: Plain, add: AddEdit): void {
    const depth = field.path.length;
    const style = this.#style;
    const { keyRange } = field;
    if (!keyRange) throw new Refusal('A value without a key cannot become a block.');
    const isBlock = (isRecord(value) && Object.keys(value).length > 0) || (isList(value) && value.length > 0);
    if (!isBlock || style.isJson || this.#isInFlow(field)) {
      const text = writeFlow(value, style);
      add(depth, old.start, old.end, old.start === old.end ? ` ${text}` : text);
      return;
    }
    const column = this.#column(keyRange.start);
    const text = isList(value)
      ? writeItems(value, column + style.listStep, style)
      : ' '.repeat(column + style.step) + writeEntries(value as { [key: string]: Plain }, column + style.step, style);
    const lineEnd = this.#lineEnd(old.end);
    if (this.#document.text.slice(old.end, lineEnd).trim() === '') {
      const start = old.start - (this.#document.text.slice(0, old.start).length - this.#document.text.slice(0, old.start).trimEnd().length);
      add(depth, old.start === old.end ? old.start : start, lineEnd, style.eol + text);
      return;
    }
    if (old.start !== old.end) add(depth, old.start - 1, old.end, '');
    add(depth, lineEnd, lineEnd, style.eol + text);
  }

  #replacePart(field: Field<unknown>, range: TextRange, text: string, add: AddEdit): void {
    const { written } = field;
    if (written?.kind !== 'scalar' || typeof written.value !== 'string') throw new Refusal('Only parts of strings are replaced.');
    const quoted = written.style === 'single-quoted' || written.style === 'double-quoted' ? 1 : 0;
    const start = written.range.start + quoted;
    const asWritten = this.#document.text.slice(start, start + written.value.length) === written.value;
    const result = written.value.slice(0, range.start) + text + written.value.slice(range.end);
    const fits = quoted === 1 ? !/["'\\\r\n]/u.test(text) : writeScalar(result, this.#style) === result;
    if (asWritten && fits) add(field.path.length, start + range.start, start + range.end, text);
    else if (written.style === 'literal' || written.style === 'folded') throw new Refusal('A part of a block scalar is not replaced.');
    else add(field.path.length, written.range.start, written.range.end, writeScalar(result, this.#style));
  }

  /** New keys in a mapping that is there, is empty, or is null. */
  #insert(field: Field<unknown>, entries: { readonly [key: string]: Plain }, gone: ReadonlySet<string | number> | undefined, add: AddEdit): void {
    const { written } = field;
    const map = resolve(written);
    const depth = field.path.length + 1;
    const style = this.#style;
    if (map === undefined || map.kind === 'scalar') {
      if (written?.kind === 'scalar' && written.style !== 'empty') this.#replaceValue(field, entries, add);
      else this.#fillEmpty(field, entries, add);
      return;
    }
    if (map.kind !== 'map') throw new Refusal('A list has no keys.');
    if (map.flow) {
      if (map.pairs.length === 0 && !style.isJson && field.keyRange && !this.#isInFlow(field)) {
        this.#refuseComments(map.range);
        this.#becomeBlock(field, map.range, entries, add);
        return;
      }
      this.#insertFlow(map, map.pairs.map((pair) => ({ start: pair.keyRange.start, end: Math.max(pair.keyRange.end, pair.value.range.end) })), this.#flowEntries(entries, map), depth, add);
      return;
    }
    const first = map.pairs[0];
    if (!first) throw new Refusal('An empty block has no place.');
    const column = this.#column(first.keyRange.start);
    for (const [key, value] of Object.entries(entries)) {
      const text = writePair(key, value, column, style);
      if (!gone?.has(first.key) && this.#comesFirst(field, map, key)) {
        add(depth, first.keyRange.start, first.keyRange.start, text + style.eol + ' '.repeat(column));
        continue;
      }
      const after = this.#predecessor(field, map, key, (other) => other in entries || gone?.has(other) === true);
      this.#insertLines(this.#valueEnd(after.value, after.keyRange), ' '.repeat(column) + text, depth, add);
    }
  }

  /** Whether people write a new key before all that are there. A comment above the first key would lose it, so then it does not. */
  #comesFirst(field: Field<unknown>, map: MapNode, key: string): boolean {
    const order = this.#order(field);
    const place = order?.indexOf(key) ?? -1;
    const first = map.pairs[0];
    if (!order || place < 0 || !first || !map.pairs.every((pair) => order.indexOf(pair.key) > place)) return false;
    const { text, comments } = this.#document;
    const between = { start: text.lastIndexOf('\n', text.lastIndexOf('\n', first.keyRange.start - 1) - 1) + 1, end: first.keyRange.start };
    return !comments.some((comment) => comment.ownLine && comment.range.start >= between.start && comment.range.end <= between.end);
  }

  /** Puts whole lines behind the line on which `end` stands (or at `end`, when that is the start of a line already). */
  #insertLines(end: number, lines: string, depth: number, add: AddEdit): void {
    const { text } = this.#document;
    const { eol } = this.#style;
    if (end > 0 && /[\r\n]/u.test(text.charAt(end - 1))) {
      add(depth, end, end, lines + eol);
      return;
    }
    const lineEnd = this.#lineEnd(end);
    add(depth, lineEnd, lineEnd, eol + lines);
  }

  /** The pair that a new key goes behind: the last that people write before it, else the last of all. Those that `isMoving` names are no hold. */
  #predecessor(field: Field<unknown>, map: MapNode, key: string, isMoving: (key: string) => boolean): MapNode['pairs'][number] {
    const order = this.#order(field);
    const place = order?.indexOf(key) ?? -1;
    const staying = map.pairs.filter((pair) => !isMoving(pair.key));
    if (order && place >= 0) {
      const before = staying.findLast((pair) => {
        const index = order.indexOf(pair.key);
        return index >= 0 && index < place;
      });
      if (before) return before;
    }
    const last = staying.at(-1);
    if (!last) throw new Refusal('Nothing stays that the new key could stand behind.');
    return last;
  }

  #flowEntries(entries: { readonly [key: string]: Plain }, map: MapNode): string[] {
    const style = this.#style;
    const quoted = style.isJson || map.pairs.some((pair) => pair.keyStyle === 'double-quoted');
    return Object.entries(entries).map(([key, value]) => `${quoted ? JSON.stringify(key) : writeScalar(key, style)}: ${writeFlow(value, { isJson: quoted })}`);
  }

  /** New members behind the last of a collection in braces or brackets. */
  #insertFlow(node: MapNode | SeqNode, members: readonly TextRange[], texts: readonly string[], depth: number, add: AddEdit): void {
    const { text } = this.#document;
    const last = members.at(-1);
    if (!last) {
      const inside = text.slice(node.range.start + 1, node.range.end - 1);
      if (inside.trim() !== '') throw new Refusal('Comments stand in the empty collection.');
      add(depth, node.range.start + 1, node.range.end - 1, texts.join(', '));
      return;
    }
    const lastLine = text.lastIndexOf('\n', last.start - 1);
    const before = text.slice(lastLine + 1, last.start);
    const separator = lastLine > node.range.start && before.trim() === '' ? `,${this.#style.eol}${before}` : ', ';
    const tail = text.slice(last.end, node.range.end - 1);
    const hasComma = tail.trimStart().startsWith(',');
    const at = hasComma ? last.end + tail.indexOf(',') : last.end;
    add(depth, at, at, texts.map((member) => separator + member).join(''));
  }

  #append(field: Field<unknown>, items: readonly Plain[], add: AddEdit): void {
    const { written } = field;
    const depth = field.path.length + 1;
    const style = this.#style;
    if (written?.kind !== 'seq') {
      if (written?.kind === 'scalar' && written.style !== 'empty') this.#replaceValue(field, items, add);
      else this.#fillEmpty(field, items, add);
      return;
    }
    if (written.flow) {
      const isQuoted = style.isJson || written.items.some((item) => item.kind === 'scalar' && item.style === 'double-quoted');
      this.#insertFlow(written, written.items.map((item) => item.range), items.map((item) => writeFlow(item, { isJson: isQuoted })), depth, add);
      return;
    }
    const last = written.items.at(-1);
    if (!last) throw new Refusal('An empty block has no place.');
    const column = this.#column(written.range.start);
    this.#insertLines(this.#valueEnd(last, { start: last.range.start, end: last.range.start }), ' '.repeat(column) + items.map((item) => writeItem(item, column, style)).join(style.eol + ' '.repeat(column)), depth, add);
  }

  #remove(field: Field<unknown>, keys: ReadonlySet<string | number>, add: AddEdit): void {
    const { written } = field;
    if (written?.kind === 'map') this.#removePairs(field, written, keys, add);
    else if (written?.kind === 'seq') this.#removeItems(field, written, keys, add);
    else throw new Refusal('There is nothing to remove from.');
  }

  #removePairs(field: Field<unknown>, map: MapNode, keys: ReadonlySet<string | number>, add: AddEdit): void {
    const depth = field.path.length + 1;
    if (map.pairs.every((pair) => keys.has(pair.key))) {
      this.#empty(field, map, '{}', add);
      return;
    }
    if (map.flow) {
      this.#removeMembers(map.pairs.map((pair) => ({ range: { start: pair.keyRange.start, end: Math.max(pair.keyRange.end, pair.value.range.end) }, gone: keys.has(pair.key) })), depth, add);
      return;
    }
    const { text } = this.#document;
    for (const [index, pair] of map.pairs.entries()) {
      if (!keys.has(pair.key)) continue;
      const end = this.#valueEnd(pair.value, pair.keyRange);
      const lineStart = text.lastIndexOf('\n', pair.keyRange.start - 1) + 1;
      if (text.slice(lineStart, pair.keyRange.start).trim() === '') {
        this.#removeLines(lineStart, pair.keyRange.start, end, depth, add);
        continue;
      }
      // The key stands behind a dash, and its successor takes that place.
      const next = map.pairs[index + 1];
      if (!next || keys.has(next.key)) throw new Refusal('The first keys of a list item are not removed together.');
      this.#refuseComments({ start: pair.keyRange.start, end: next.keyRange.start });
      add(depth, pair.keyRange.start, next.keyRange.start, '');
    }
  }

  #removeItems(field: Field<unknown>, seq: SeqNode, keys: ReadonlySet<string | number>, add: AddEdit): void {
    const depth = field.path.length + 1;
    if (seq.items.every((_, index) => keys.has(index))) {
      this.#empty(field, seq, '[]', add);
      return;
    }
    if (seq.flow) {
      this.#removeMembers(seq.items.map((item, index) => ({ range: item.range, gone: keys.has(index) })), depth, add);
      return;
    }
    const { text } = this.#document;
    for (const [index, item] of seq.items.entries()) {
      if (!keys.has(index)) continue;
      const dash = text.lastIndexOf('-', item.range.start - 1);
      const lineStart = text.lastIndexOf('\n', dash - 1) + 1;
      if (text.slice(lineStart, dash).trim() !== '') throw new Refusal('A list within a list item is not changed.');
      this.#refuseComments({ start: dash, end: item.range.start });
      this.#removeLines(lineStart, dash, this.#valueEnd(item, item.range), depth, add);
    }
  }

  /** Takes whole lines away; a comment behind the last of them stays, on a line of its own. */
  #removeLines(lineStart: number, start: number, end: number, depth: number, add: AddEdit): void {
    const { text } = this.#document;
    this.#refuseComments({ start, end });
    if (end > start && /[\r\n]/u.test(text.charAt(end - 1))) {
      add(depth, lineStart, end, '');
      return;
    }
    const lineEnd = this.#lineEnd(end);
    const tail = text.slice(end, lineEnd);
    if (tail.trim() !== '') {
      add(depth, start, end + (tail.length - tail.trimStart().length), '');
      return;
    }
    const next = text.startsWith('\r\n', lineEnd) ? lineEnd + 2 : lineEnd < text.length ? lineEnd + 1 : lineEnd;
    if (next > lineEnd || lineStart === 0) add(depth, lineStart, next, '');
    else add(depth, lineStart - (text.slice(0, lineStart).endsWith('\r\n') ? 2 : 1), lineEnd, '');
  }

  #removeMembers(members: readonly { range: TextRange; gone: boolean }[], depth: number, add: AddEdit): void {
    const kept = members.findLastIndex((member) => !member.gone);
    for (const [index, member] of members.entries()) {
      if (!member.gone) continue;
      const next = members[index + 1];
      const before = members[index - 1];
      // Up to the next member, or, behind the last one that stays, from the end of the one before.
      const range = index < kept && next ? { start: member.range.start, end: next.range.start } : { start: before?.range.end ?? member.range.start, end: member.range.end };
      this.#refuseComments(range);
      add(depth, range.start, range.end, '');
    }
  }

  /** A collection that loses all it has. */
  #empty(field: Field<unknown>, node: MapNode | SeqNode, empty: string, add: AddEdit): void {
    const end = trimmedEnd(this.#document.text, node.range);
    this.#refuseComments({ start: node.range.start, end });
    if (node.flow || field.keyRange === undefined) {
      add(field.path.length, node.range.start, end, empty);
      return;
    }
    const colon = this.#colonAfter(field.keyRange.end);
    this.#refuseComments({ start: colon, end });
    add(field.path.length, colon, end, ` ${empty}`);
  }

  #removeComment(range: TextRange, add: AddEdit): void {
    const { text } = this.#document;
    const lineStart = text.lastIndexOf('\n', range.start - 1) + 1;
    const before = text.slice(lineStart, range.start);
    if (before.trim() !== '') {
      add(0, lineStart + before.trimEnd().length, range.end, '');
      return;
    }
    const lineEnd = this.#lineEnd(range.end);
    add(0, lineStart, text.startsWith('\r\n', lineEnd) ? lineEnd + 2 : Math.min(lineEnd + 1, text.length), '');
  }

  #create(value: Plain, add: AddEdit): void {
    const { text } = this.#document;
    const { eol } = this.#style;
    if (this.#style.isJson) throw new Refusal('A JSON file holds one document.');
    const body = text.replace(/(?:\r?\n)?\.\.\.\s*$/u, '');
    const end = body.trimEnd().length;
    if (!isRecord(value)) throw new Refusal('An object is a mapping.');
    const after = text.slice(end);
    add(0, end, end, `${eol}---${eol}${writeEntries(value, 0, this.#style)}${after === '' ? eol : ''}`);
  }

  #isInFlow(field: Field<unknown>): boolean {
    for (let above = field.parent; above; above = above.parent) {
      const { node } = above;
      if (node && node.kind !== 'scalar' && node.flow) return true;
    }
    return false;
  }

  /** Where a value's last character ends, on the line of its key when it is empty. */
  #valueEnd(value: Node, keyRange: TextRange): number {
    if (value.kind === 'scalar' && value.style === 'empty') return value.range.end > keyRange.end ? Math.max(this.#colonAfter(keyRange.end), keyRange.end) : this.#colonAfter(keyRange.end);
    if (value.kind === 'scalar' && (value.style === 'literal' || value.style === 'folded')) return value.range.end;
    return deepEnd(this.#document.text, value);
  }

  /** Just behind the colon of a key. */
  #colonAfter(keyEnd: number): number {
    const colon = this.#document.text.indexOf(':', keyEnd);
    return colon < 0 ? keyEnd : colon + 1;
  }

  #column(offset: number): number {
    return offset - (this.#document.text.lastIndexOf('\n', offset - 1) + 1);
  }

  #lineEnd(offset: number): number {
    const { text } = this.#document;
    let end = text.indexOf('\n', offset);
    if (end < 0) return text.length;
    if (text.charAt(end - 1) === '\r' && end - 1 >= offset) end--;
    return end;
  }

  #refuseComments(range: TextRange): void {
    if (this.#document.comments.some((comment) => comment.range.start >= range.start && comment.range.end <= range.end)) {
      throw new Refusal('A comment stands in the text that would go.');
    }
  }
}

type AddEdit = (depth: number, start: number, end: number, newText: string) => void;

/** Operations sorted by what they do to which part of the document, so that those that belong together become one edit. */
class Work {
  readonly replacements = new Map<Node, { field: Field<unknown>; value: Plain }>();
  readonly insertions = new Map<string, { field: Field<unknown>; entries: Record<string, Plain> }>();
  readonly appended = new Map<string, { field: Field<unknown>; items: Plain[] }>();
  readonly removals = new Map<string, { field: Field<unknown>; keys: Set<string | number> }>();
  readonly parts: { field: Field<unknown>; range: TextRange; text: string }[] = [];
  readonly created: Plain[] = [];
  readonly comments: TextRange[] = [];
  readonly #document: YamlDocument;

  constructor(document: YamlDocument) {
    this.#document = document;
  }

  copy(): Work {
    const copy = new Work(this.#document);
    for (const [node, entry] of this.replacements) copy.replacements.set(node, entry);
    for (const [path, { field, entries }] of this.insertions) copy.insertions.set(path, { field, entries: { ...entries } });
    for (const [path, { field, items }] of this.appended) copy.appended.set(path, { field, items: [...items] });
    for (const [path, { field, keys }] of this.removals) copy.removals.set(path, { field, keys: new Set(keys) });
    copy.parts.push(...this.parts);
    copy.created.push(...this.created);
    copy.comments.push(...this.comments);
    return copy;
  }

  add(operation: Operation): void {
    const { field } = operation;
    if (field.document !== this.#document) throw new Refusal('It belongs to another document.');
    switch (operation.kind) {
      case 'set':
        if (this.#isWritten(field)) {
          this.#guard(field);
          if (field.written) this.replacements.set(field.written, { field, value: operation.value });
        } else this.#insert(field, operation.value);
        return;
      case 'append': {
        if (!this.#isWritten(field)) {
          const merged = field.node?.kind === 'seq' ? plainOf(field.node, { left: LARGEST_COPY }) : [];
          this.#insert(field, isList(merged) ? [...merged, operation.value] : [operation.value]);
          return;
        }
        this.#guard(field);
        const { node } = field;
        if (node?.kind === 'map' || (node?.kind === 'scalar' && node.value !== null)) throw new Refusal('There is no list here.');
        const key = pathKey(field);
        const known = this.appended.get(key);
        if (known) {
          if (!known.items.some((item) => sameValue(item, operation.value))) known.items.push(operation.value);
        } else this.appended.set(key, { field, items: [operation.value] });
        return;
      }
      case 'replace':
        this.#guard(field);
        this.parts.push({ field, range: operation.range, text: operation.text });
        return;
      case 'remove':
        this.#remove(field, operation.pruneTo);
        return;
      case 'removeComment':
        this.comments.push(operation.range);
        return;
      case 'createResource':
        this.created.push(operation.value);
    }
  }

  /** Whether the object itself writes the field; `key:` without a value counts, a merged key does not. */
  #isWritten(field: Field<unknown>): boolean {
    return field.written !== undefined && !(field.through && field.parent?.through === undefined && field.parent?.written?.kind !== 'alias');
  }

  #insert(field: Field<unknown>, value: Plain): void {
    let at: Field<unknown> = field;
    let entries: Plain = value;
    // Up to what is there; an item of a list that is not there cannot be made.
    while (at.parent && !this.#isWritten(at)) {
      if (typeof at.key !== 'string') throw new Refusal('There is no such list item.');
      // A key of the object's own takes the place of a merged one, so it has to say the rest of that too.
      const merged = at === field ? undefined : resolve(at.written);
      if (merged && isRecord(entries)) entries = over(plainOf(merged, { left: LARGEST_COPY }), entries);
      entries = { [at.key]: entries };
      at = at.parent;
    }
    this.#guard(at);
    const { node } = at;
    if (node === undefined || node.kind === 'seq' || (node.kind === 'scalar' && node.value !== null)) throw new Refusal('There is no mapping here.');
    const key = pathKey(at);
    const known = this.insertions.get(key);
    if (!isRecord(entries)) throw new Refusal('There is no mapping here.');
    if (known) known.entries = merge(known.entries, entries) as Record<string, Plain>;
    else this.insertions.set(key, { field: at, entries: { ...entries } });
  }

  #remove(field: Field<unknown>, pruneTo: Field<unknown> | undefined): void {
    this.#guard(field);
    const { parent } = field;
    if (!parent || field.key === undefined || !field.written) throw new Refusal('There is nothing to remove.');
    const key = pathKey(parent);
    const known = this.removals.get(key) ?? { field: parent, keys: new Set<string | number>() };
    known.keys.add(field.key);
    const { node } = parent;
    const all = node?.kind === 'map' ? node.pairs.map((pair) => pair.key) : node?.kind === 'seq' ? node.items.map((_, index) => index) : [];
    if (pruneTo && pathKey(pruneTo) !== key && all.every((name) => known.keys.has(name))) {
      this.removals.delete(key);
      this.#remove(parent, pruneTo);
      return;
    }
    this.removals.set(key, known);
  }

  /** Refuses what would change more than this object: values behind an alias, and values that an alias stands for. */
  #guard(field: Field<unknown>): void {
    for (let at: Field<unknown> | undefined = field; at; at = at.parent) {
      if (at.through || (at !== field && at.written?.kind === 'alias')) throw new Refusal('The value stands behind an alias.');
      if (at.written?.kind === 'alias' && at === field) throw new Refusal('The value stands behind an alias.');
      if (at.written?.anchor !== undefined && this.#document.sharedAnchors.has(at.written.anchor)) throw new Refusal('The value is shared by an anchor.');
    }
  }
}

/** So many values of a merged mapping are repeated beside a new one, no more. */
const LARGEST_COPY = 40;

/** What a node stands for, as data. Refuses what is too large to be repeated. */
function plainOf(node: ValueNode, budget: { left: number }): Plain {
  if (budget.left-- <= 0) throw new Refusal('A merge key brings in more than is to be repeated.');
  if (node.kind === 'scalar') {
    if (node.isTemplated) throw new Refusal('A template writes what a merge key brings in.');
    return node.value;
  }
  if (node.kind === 'seq') return node.items.map((item) => plainOf(valueOf(item), budget));
  return Object.fromEntries(entriesOf(node).map(({ pair }) => [pair.key, plainOf(valueOf(pair.value), budget)]));
}

function valueOf(node: Node): ValueNode {
  const value = resolve(node);
  if (!value) throw new Refusal('An alias stands for nothing.');
  return value;
}

/** A mapping with other values laid over it; those that are no mappings on both sides go in its place. */
function over(below: Plain, above: Plain): Plain {
  if (!isRecord(below) || !isRecord(above)) return above;
  const result = new Map(Object.entries(below));
  for (const [key, value] of Object.entries(above)) {
    const own = result.get(key);
    result.set(key, own === undefined ? value : over(own, value));
  }
  return Object.fromEntries(result);
}

function merge(a: Plain, b: Plain): Plain {
  if (isRecord(a) && isRecord(b)) {
    const result: Record<string, Plain> = { ...a };
    for (const [key, value] of Object.entries(b)) {
      const own = Object.hasOwn(result, key) ? result[key] : undefined;
      result[key] = own === undefined ? value : merge(own, value);
    }
    return result;
  }
  if (isList(a) && isList(b)) return [...a, ...b.filter((item) => !a.some((other) => sameValue(other, item)))];
  if (!sameValue(a, b)) throw new Refusal('Two changes give one field different values.');
  return a;
}

function sameValue(a: Plain, b: Plain): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

function pathKey(field: Field<unknown>): string {
  return JSON.stringify(field.path);
}

function isFlow(node: Node): boolean {
  return (node.kind === 'map' || node.kind === 'seq') && node.flow;
}

/** The end of a value without the line breaks that a block's range may reach over. */
function trimmedEnd(text: string, range: TextRange): number {
  let { end } = range;
  while (end > range.start && /\s/u.test(text.charAt(end - 1))) end--;
  return end;
}

/** The end of a value's last line of content. */
function deepEnd(text: string, node: Node): number {
  if (node.kind === 'map' && !node.flow) {
    const last = node.pairs.at(-1);
    if (last) {
      if (last.value.kind === 'scalar' && last.value.style === 'empty') return text.indexOf(':', last.keyRange.end) + 1;
      return deepEnd(text, last.value);
    }
  }
  if (node.kind === 'seq' && !node.flow) {
    const last = node.items.at(-1);
    if (last) return last.kind === 'scalar' && last.style === 'empty' ? node.range.end : deepEnd(text, last);
  }
  if (node.kind === 'scalar' && (node.style === 'literal' || node.style === 'folded')) return node.range.end;
  return trimmedEnd(text, node.range);
}

/** A new string in the quotes of the old one. */
function requote(value: string, old: string, style: Style): string {
  if (old === 'double-quoted') return JSON.stringify(value);
  if (old === 'single-quoted' && !/['\r\n]/u.test(value)) return `'${value}'`;
  return writeScalar(value, style);
}

function styleOf(document: YamlDocument): Style {
  const { text, root } = document;
  const found: { step?: number; listStep?: number } = {};
  const node = resolve(root);
  if (node) measure(node, text, found, 0);
  const lineBreak = text.indexOf('\n');
  return {
    eol: lineBreak > 0 && text.charAt(lineBreak - 1) === '\r' ? '\r\n' : '\n',
    step: found.step ?? 2,
    listStep: found.listStep ?? found.step ?? 2,
    isJson: node?.kind === 'map' && node.flow && node.pairs.every((pair) => pair.keyStyle === 'double-quoted'),
  };
}

/** Finds the first mapping within a mapping and the first list below a key, both in block style. */
function measure(node: ValueNode, text: string, found: { step?: number; listStep?: number }, depth: number): void {
  if (depth > 12 || (found.step !== undefined && found.listStep !== undefined)) return;
  if (node.kind === 'scalar' || node.flow) return;
  if (node.kind === 'seq') {
    for (const item of node.items) if (item.kind !== 'alias') measure(item, text, found, depth + 1);
    return;
  }
  for (const { keyRange, value } of node.pairs) {
    if (value.kind === 'alias' || value.kind === 'scalar' || value.flow) continue;
    const own = columnOf(text, keyRange.start);
    const below = columnOf(text, value.range.start) - own;
    if (value.kind === 'map' && below > 0) found.step ??= below;
    if (value.kind === 'seq' && below >= 0) found.listStep ??= below;
    measure(value, text, found, depth + 1);
  }
}

function columnOf(text: string, offset: number): number {
  return offset - (text.lastIndexOf('\n', offset - 1) + 1);
}
