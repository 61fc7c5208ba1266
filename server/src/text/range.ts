/** A half-open span of text, `[start, end)`, in UTF-16 code units counted from the start of that text. */
export interface TextRange {
  readonly start: number;
  readonly end: number;
}

/** The range moved by `offset` code units. */
export function shift(range: TextRange, offset: number): TextRange {
  return offset === 0 ? range : { start: range.start + offset, end: range.end + offset };
}

/** Whether `outer` holds all of `inner`. */
export function holds(outer: TextRange, inner: TextRange): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}

/** Whether two ranges share a code unit, or an empty one stands within or at the edge of the other. */
export function touches(a: TextRange, b: TextRange): boolean {
  return a.start <= b.end && b.start <= a.end;
}
