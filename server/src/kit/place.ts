import type { TextRange } from '../text/index.js';
import type { Field } from '../yaml/index.js';
import type { Place } from './rule.js';

/**
 * A part of a string's value, for messages that point at it. `range` counts from the start of the value; where the value is
 * not written as it reads (escapes, folded text, aliases), the whole field is the place.
 */
export function within(field: Field<unknown>, range: TextRange): Place {
  const { written } = field;
  if (field.through || written?.kind !== 'scalar' || typeof written.value !== 'string') return field;
  if (written.style === 'literal') return withinBlock(field, written.range, written.value, range) ?? field;
  const quoted = written.style === 'single-quoted' || written.style === 'double-quoted' ? 1 : 0;
  const start = written.range.start + quoted;
  if (field.document.text.slice(start, start + written.value.length) !== written.value) return field;
  return { field, range: { start: start + range.start, end: start + range.end } };
}

/** A part of one line of a literal block scalar (`|`). */
function withinBlock(field: Field<unknown>, block: TextRange, value: string, range: TextRange): Place | undefined {
  const before = value.slice(0, range.start).split('\n');
  const line = value.split('\n', before.length)[before.length - 1] ?? '';
  const column = before[before.length - 1]?.length ?? 0;
  const lines = field.document.text.slice(block.start, block.end).split('\n');
  const written = lines[before.length];
  if (written === undefined || !written.replace(/\r$/u, '').endsWith(line)) return undefined;
  const start = block.start + lines.slice(0, before.length).join('\n').length + 1 + written.replace(/\r$/u, '').length - line.length + column;
  return { field, range: { start, end: start + Math.min(range.end - range.start, line.length - column) } };
}

/** The part of a place that stands on its first line. */
export function firstLineOf(place: Place): Place {
  const { start, end } = place.range;
  const field = 'field' in place ? place.field : place;
  const length = field.document.text.slice(start, end).search(/[\r\n]/u);
  return length < 0 ? place : { field, range: { start, end: start + length } };
}

/** The key of an entry, for messages about its being there whatever its value is; the field's own place where it has no key. */
export function keyOf(field: Field<unknown>): Place {
  return field.keyRange && !field.through ? { field, range: field.keyRange } : field;
}
