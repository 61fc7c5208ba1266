import type { TextRange } from '../text/index.js';
import type { Field } from '../yaml/index.js';
import type { Place } from './rule.js';

/**
 * A part of a string's value, for messages that point at it. `range` counts from the start of the value; where the value is
 * not written as it reads (escapes, block scalars, aliases), the whole field is the place.
 */
export function within(field: Field<unknown>, range: TextRange): Place {
  const { written } = field;
  if (field.through || written?.kind !== 'scalar' || typeof written.value !== 'string') return field;
  const quoted = written.style === 'single-quoted' || written.style === 'double-quoted' ? 1 : 0;
  const start = written.range.start + quoted;
  if (field.document.text.slice(start, start + written.value.length) !== written.value) return field;
  return { field, range: { start: start + range.start, end: start + range.end } };
}

/** The part of a place that stands on its first line. */
export function firstLineOf(place: Place): Place {
  const { start, end } = place.range;
  const field = 'field' in place ? place.field : place;
  const length = field.document.text.slice(start, end).search(/[\r\n]/u);
  return length < 0 ? place : { field, range: { start, end: start + length } };
}
