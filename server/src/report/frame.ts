import type { LineIndex } from '../text/index.js';
import type { PublicRange } from './finding.js';
import { printable, widthOf } from './width.js';

/** Columns that a tab takes. */
const TAB = 2;
/** What stands in for text that is cut off. */
const CUT = '…';

/** A line of a file as it is shown, and what marks the range below it. */
export interface Frame {
  readonly lineNumber: number;
  readonly text: string;
  /** Blanks and carets; as wide as the text above them. */
  readonly marks: string;
}

interface Cell {
  readonly shown: string;
  readonly columns: number;
  readonly isMarked: boolean;
}

/** The first line of a range with carets below it, cut to `width` columns around the carets. */
export function frameOf(lines: LineIndex, range: PublicRange, width: number): Frame {
  const line = range.start.line - 1;
  const raw = lines.textOf(line);
  const text = raw.charCodeAt(0) === 0xfeff ? raw.slice(1) : raw;
  const start = range.start.column - 1;
  const end = range.end.line === range.start.line ? Math.max(range.end.column - 1, start + 1) : Math.max(text.trimEnd().length, start + 1);
  const cells = cellsOf(text, start, end);
  const { first, last } = windowOf(cells, width);
  const before = first > 0 ? [{ shown: CUT, columns: 1, isMarked: false }] : [];
  const after = last < cells.length ? [{ shown: CUT, columns: 1, isMarked: false }] : [];
  const shown = [...before, ...cells.slice(first, last), ...after];
  return {
    lineNumber: range.start.line,
    text: shown.map((cell) => cell.shown).join('').trimEnd(),
    marks: shown.map((cell) => (cell.isMarked ? '^' : ' ').repeat(cell.columns)).join('').trimEnd(),
  };
}

/** The characters of a line; a place behind its end gets a blank of its own, so that a caret can stand there. */
function cellsOf(text: string, start: number, end: number): Cell[] {
  const cells: Cell[] = [];
  let offset = 0;
  for (const character of text) {
    const isMarked = offset >= start && offset < end;
    const shown = character === '\t' ? ' '.repeat(TAB) : printable(character);
    cells.push({ shown, columns: widthOf(shown), isMarked });
    offset += character.length;
  }
  if (start >= text.length) cells.push({ shown: ' ', columns: 1, isMarked: true });
  return cells;
}

/** Which cells fit: from the line's start where the marks are in sight then, else with some room before them. */
function windowOf(cells: readonly Cell[], width: number): { first: number; last: number } {
  const total = cells.reduce((sum, cell) => sum + cell.columns, 0);
  if (total <= width) return { first: 0, last: cells.length };
  const room = Math.max(8, width - 2);
  const firstMarked = Math.max(0, cells.findIndex((cell) => cell.isMarked));
  const lastMarked = cells.findLastIndex((cell) => cell.isMarked);
  const upTo = cells.slice(0, lastMarked + 1).reduce((sum, cell) => sum + cell.columns, 0);
  let first = 0;
  if (upTo > room) {
    const marked = cells.slice(firstMarked, lastMarked + 1).reduce((sum, cell) => sum + cell.columns, 0);
    let lead = Math.max(0, Math.min(Math.floor(room / 3), room - marked));
    first = firstMarked;
    while (first > 0 && lead >= (cells[first - 1]?.columns ?? 1)) lead -= cells[--first]?.columns ?? 1;
  }
  let last = first;
  for (let used = 0; last < cells.length; last++) {
    used += cells[last]?.columns ?? 1;
    if (used > room) break;
  }
  return { first, last };
}
