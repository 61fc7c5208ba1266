import type { WriteStream } from 'node:tty';
import { styleText } from 'node:util';
import type { Paint, Tone } from '../report/text.js';

type Format = Parameters<typeof styleText>[0];

const FORMATS: Readonly<Record<Tone, Format>> = {
  error: ['red', 'bold'],
  warning: ['yellow', 'bold'],
  information: ['blue', 'bold'],
  hint: ['cyan', 'bold'],
  strong: 'bold',
  faint: 'dim',
  good: 'green',
  file: ['bold', 'underline'],
};

/** Columns where nobody has told how many there are. */
const USUAL_WIDTH = 120;

type Stream = NodeJS.WriteStream | WriteStream;

/** Whether colours are wanted on a stream: `FORCE_COLOR` and `NO_COLOR` say so, else whether a terminal shows it. */
export function wantsColour(stream: Pick<Stream, 'isTTY'>, environment: Readonly<Record<string, string | undefined>>): boolean {
  const { FORCE_COLOR: force, NO_COLOR: no, TERM: term } = environment;
  if (force !== undefined) return force !== '0' && force !== 'false';
  if (no !== undefined && no !== '') return false;
  return stream.isTTY === true && term !== 'dumb';
}

/** How tones look on a stream. */
export function paintFor(stream: Stream): Paint {
  if (!wantsColour(stream, process.env)) return (_tone, text) => text;
  return (tone, text) => (text === '' ? '' : styleText(FORMATS[tone], text, { validateStream: false }));
}

/** How many columns a stream's terminal has. */
export function widthFor(stream: Stream): number {
  return stream.isTTY && stream.columns > 0 ? stream.columns : USUAL_WIDTH;
}

/** Writes a text and waits until the stream has taken it. */
export function write(stream: Stream, text: string | Uint8Array): Promise<void> {
  return new Promise((resolve) => {
    if (text.length === 0) resolve();
    else stream.write(text, () => resolve());
  });
}

/**
 * Lets the program go on to its end, and its exit code, when whoever reads its output has seen enough (`| head`). Output
 * that is lost for another reason (a full disk) ends it with `exitCode`, so that nobody takes half a report for a whole one.
 */
export function endWhenClosed(exitCode: number): void {
  for (const stream of [process.stdout, process.stderr]) {
    stream.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EPIPE') return;
      if (stream === process.stdout) process.stderr.write(`oakum: The output could not be written: ${error.message}\n`);
      process.exit(exitCode);
    });
  }
}

/** The line on standard error that tells how far a scan is; nothing where nobody would see it change. */
export class ProgressLine {
  readonly #stream: Stream;
  readonly #isShown: boolean;
  #last = 0;
  #isDirty = false;

  constructor(stream: Stream, isWanted: boolean) {
    this.#stream = stream;
    this.#isShown = isWanted && stream.isTTY;
  }

  /** Shows a text in place of the one before, ten times a second at most. */
  show(text: string): void {
    if (!this.#isShown) return;
    const now = Date.now();
    if (now - this.#last < 100) return;
    this.#last = now;
    this.#isDirty = true;
    this.#stream.write(`\r\u001b[2K${text.slice(0, widthFor(this.#stream) - 1)}`);
  }

  /** Takes the line away. */
  clear(): void {
    if (this.#isDirty) this.#stream.write('\r\u001b[2K');
    this.#isDirty = false;
  }
}
