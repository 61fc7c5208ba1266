/** Where messages for people go: the client's output channel. */
export interface Channel {
  error(message: string): void;
  warn(message: string): void;
  info(message: string): void;
}

/** Messages that are remembered so as not to be repeated. */
const MOST_REMEMBERED = 1000;

/** Tells of what went wrong, each thing once. */
export class Log {
  readonly #channel: Channel;
  readonly #told = new Set<string>();

  constructor(channel: Channel) {
    this.#channel = channel;
  }

  /** An error of Oakum's own: with its stack, so that it can be reported. */
  failure(what: string, error: unknown): void {
    this.#once(`${what}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}${causeOf(error)}`, (message) => {
      this.#channel.error(message);
    });
  }

  /** Something outside of Oakum that a person may want to know, such as a file that cannot be read. */
  warning(message: string): void {
    this.#once(message, (text) => {
      this.#channel.warn(text);
    });
  }

  info(message: string): void {
    this.#channel.info(message);
  }

  #once(message: string, tell: (message: string) => void): void {
    if (this.#told.has(message)) return;
    if (this.#told.size >= MOST_REMEMBERED) this.#told.clear();
    this.#told.add(message);
    tell(message);
  }
}

function causeOf(error: unknown): string {
  return error instanceof Error && error.cause !== undefined ? `\ncaused by ${error.cause instanceof Error ? (error.cause.stack ?? error.cause.message) : String(error.cause)}` : '';
}
