import { describe, expect, it } from 'vitest';
import { frameOf } from '../../server/src/report/frame.js';
import { printable, widthOf } from '../../server/src/report/width.js';
import { LineIndex } from '../../server/src/text/index.js';

/** The frame of what stands between `«` and `»`. */
function frame(marked: string, width = 80): { text: string; marks: string; lineNumber: number } {
  const start = marked.indexOf('«');
  const end = marked.indexOf('»') - 1;
  const lines = new LineIndex(marked.replace('«', '').replace('»', ''));
  const at = (offset: number): { line: number; column: number } => {
    const { line, character } = lines.position(offset);
    return { line: line + 1, column: character + 1 };
  };
  return frameOf(lines, { start: at(start), end: at(end) }, width);
}

describe('code frame', () => {
  it('puts carets below the range', () => {
    expect(frame('a: 1\n  image: «nginx»\nb: 2')).toEqual({ lineNumber: 2, text: '  image: nginx', marks: '         ^^^^^' });
  });

  it('shows one caret for an empty range, also behind the end of the line', () => {
    expect(frame('key:«»').marks).toBe('    ^');
    expect(frame('«»key:').marks).toBe('^');
  });

  it('marks the first line of a range that goes on', () => {
    expect(frame('script: «|\n  two\n» three')).toEqual({ lineNumber: 1, text: 'script: |', marks: '        ^' });
  });

  it('expands tabs in both lines', () => {
    expect(frame('{\t"a": «true»}')).toEqual({ lineNumber: 1, text: '{  "a": true}', marks: '        ^^^^' });
  });

  it('counts wide characters as two columns and combining ones as none', () => {
    expect(frame('# 日本 «x»')).toMatchObject({ marks: '       ^' });
    expect(frame('«日本»: x')).toMatchObject({ marks: '^^^^' });
    expect(frame('e\u0301 «x»')).toMatchObject({ marks: '  ^' });
    expect(frame('🚢 «x»')).toMatchObject({ marks: '   ^' });
  });

  it('does not show a byte order mark', () => {
    const lines = new LineIndex('\ufeffkind: Pod');
    expect(frameOf(lines, { start: { line: 1, column: 1 }, end: { line: 1, column: 5 } }, 80)).toEqual({ lineNumber: 1, text: 'kind: Pod', marks: '^^^^' });
  });

  it.each([
    ['at the start', `«key»: ${'x'.repeat(500)}`],
    ['in the middle', `${'x'.repeat(500)}«key»${'y'.repeat(500)}`],
    ['at the end', `${'x'.repeat(500)}«key»`],
  ])('cuts long lines around a range %s', (_, text) => {
    const { text: shown, marks } = frame(text, 60);
    expect(widthOf(shown)).toBeLessThanOrEqual(60);
    expect(shown).toContain('…');
    expect(shown.slice(marks.indexOf('^'), marks.lastIndexOf('^') + 1)).toBe('key');
  });

  it('cuts a range that is itself too long', () => {
    const { text, marks } = frame(`key: «${'x'.repeat(500)}»`, 60);
    expect(widthOf(text)).toBeLessThanOrEqual(60);
    expect(marks.trimStart()).toMatch(/^\^+$/u);
  });
});

describe('printable', () => {
  it('takes the power from control characters', () => {
    expect(printable('a\u001b[31mred\u0007\r\n\u007f')).toBe('a␛[31mred␇␍␊␡');
    expect(printable('\u009b31m')).toBe('�31m');
  });

  it('takes the power from characters that turn the direction of writing', () => {
    expect(printable('a\u202eb\u2066c\u2069')).toBe('a�b�c�');
  });

  it('leaves words of all languages alone', () => {
    const text = '日本 é 🚢 العربية\t|';
    expect(printable(text)).toBe(text);
  });
});
