/** One document's part of a file: its text starts at `offset` and reaches to the next document's. */
export interface Slice {
  readonly offset: number;
  readonly text: string;
}

/**
 * Cuts a file at its document markers. `---` at the start of a line starts a document (YAML allows it in no scalar),
 * the line after `...` another one. Directives (`%YAML`) belong to the document after them. The slices together are the text.
 */
export function splitDocuments(text: string): Slice[] {
  const starts: number[] = [0];
  let from = 0;
  if (text.charCodeAt(0) === 0xfeff) from = 1;
  let line = from;
  let directives = text.charCodeAt(line) === 37; // %
  let ended = false;
  for (;;) {
    const code = text.charCodeAt(line);
    if (code === 45 && isMarker(text, line, '---')) {
      if (!directives && line > from && starts[starts.length - 1] !== line) starts.push(line);
      directives = false;
      ended = false;
    } else if (ended) {
      if (starts[starts.length - 1] !== line && line < text.length) starts.push(line);
      ended = false;
      directives = code === 37;
    } else if (code === 46 && isMarker(text, line, '...')) ended = true;
    const next = text.indexOf('\n', line);
    if (next < 0) break;
    line = next + 1;
  }
  return starts.map((offset, index) => ({ offset, text: text.slice(offset, starts[index + 1] ?? text.length) }));
}

function isMarker(text: string, at: number, marker: string): boolean {
  if (!text.startsWith(marker, at)) return false;
  const after = text.charCodeAt(at + 3);
  return Number.isNaN(after) || after === 10 || after === 13 || after === 32 || after === 9;
}
