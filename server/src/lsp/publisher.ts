import type { Diagnostic } from 'vscode-languageserver';
import { diagnosticsOf } from './diagnostics.js';
import type { JudgedFile, Session, ShownFile } from './session.js';

/** Milliseconds without a change after which diagnostics are sent to clients that do not ask for them. */
const PAUSE = 40;
/** The same for clients that ask, where they have not done so. */
const LONG_PAUSE = 400;

/**
 * Sends diagnostics unasked: all of them to clients that never ask, else only those of files that the client does not ask
 * about, which are the ones that are not open. No file ever has both.
 */
export class Publisher {
  readonly #session: Session;
  /** By URI, a digest of what the client has been sent; files with nothing to show are not in it. */
  readonly #sent = new Map<string, number>();
  /** Open documents that the client asks about itself. */
  readonly #asked = new Set<string>();
  readonly #waiting = new Map<string, ReturnType<typeof setTimeout>>();
  readonly #onJudged: (file: JudgedFile, diagnostics: readonly Diagnostic[]) => void;

  constructor(session: Session, onJudged: (file: JudgedFile, diagnostics: readonly Diagnostic[]) => void) {
    this.#session = session;
    this.#onJudged = onJudged;
  }

  /** The client has asked about a document: from now on nothing is sent for it. */
  asked(uri: string): void {
    if (this.#asked.has(uri)) return;
    this.#asked.add(uri);
    // The answer goes first, so that the findings never leave the screen.
    void this.#session.host.breathe().then(() => {
      if (this.#asked.has(uri)) this.send(uri, []);
    });
  }

  /** The document is closed, so the client will not ask again. */
  closed(uri: string): void {
    this.#asked.delete(uri);
    const waiting = this.#waiting.get(uri);
    if (waiting !== undefined) clearTimeout(waiting);
    this.#waiting.delete(uri);
  }

  isAsked(uri: string): boolean {
    return this.#asked.has(uri);
  }

  /** An open document has changed: judges it when the typing pauses, unless the client asks. */
  changed(uri: string): void {
    if (this.#asked.has(uri)) return;
    const waiting = this.#waiting.get(uri);
    if (waiting !== undefined) clearTimeout(waiting);
    this.#waiting.set(
      uri,
      setTimeout(() => {
        this.#waiting.delete(uri);
        void this.#session.guard(`Judging ${uri}`, undefined, async () => {
          if (this.#asked.has(uri)) return;
          const file = await this.#session.judge(uri);
          if (!file) return;
          const diagnostics = diagnosticsOf(this.#session, file);
          if (!this.#asked.has(uri)) this.send(uri, diagnostics, file.version);
          this.#onJudged(file, diagnostics);
        });
      }, this.#session.client.pullsDiagnostics ? LONG_PAUSE : PAUSE),
    );
  }

  /** Sends what was found in a file. */
  publish(file: ShownFile): void {
    if (!this.#asked.has(file.uri)) this.send(file.uri, diagnosticsOf(this.#session, file), file.version);
  }

  /** Sends diagnostics, unless the client has them already. */
  send(uri: string, diagnostics: Diagnostic[], version: number | null = null): void {
    const now = diagnostics.length === 0 ? undefined : digest(JSON.stringify(diagnostics));
    if (this.#sent.get(uri) === now) return;
    if (now === undefined) this.#sent.delete(uri);
    else this.#sent.set(uri, now);
    this.#session.send('diagnostics', this.#session.connection.sendDiagnostics({ uri, diagnostics, ...(version === null ? {} : { version }) }));
  }

  /** No timer is left behind. */
  dispose(): void {
    for (const waiting of this.#waiting.values()) clearTimeout(waiting);
    this.#waiting.clear();
  }
}

/** A number of 53 bits that texts hardly ever have in common: a scan can send more than should be kept. */
function digest(text: string): number {
  let [one, other] = [0xdeadbeef, 0x41c6ce57];
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    one = Math.imul(one ^ code, 2654435761);
    other = Math.imul(other ^ code, 1597334677);
  }
  one = Math.imul(one ^ (one >>> 16), 2246822507) ^ Math.imul(other ^ (other >>> 13), 3266489909);
  other = Math.imul(other ^ (other >>> 16), 2246822507) ^ Math.imul(one ^ (one >>> 13), 3266489909);
  return 4294967296 * (2097151 & other) + (one >>> 0);
}
