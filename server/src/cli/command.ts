/** An option of a command. */
export interface OptionSpec {
  /** The letter that stands for it. */
  readonly short?: string;
  /** What its value is called in the help; undefined for a switch. */
  readonly value?: string;
  readonly help: string;
  /** Every value that there is, where they can be told. */
  readonly choices?: readonly string[];
}

/** A command as its arguments are read and its help is written. */
export interface CommandSpec {
  readonly name: string;
  /** What stands behind the options, `[paths…]`. */
  readonly operands: string;
  /** How many of them there may be. */
  readonly most: number;
  readonly least: number;
  /** One sentence. */
  readonly summary: string;
  /** By name, without the hyphens. */
  readonly options: Readonly<Record<string, OptionSpec>>;
  /** More for its help page. */
  readonly notes: readonly string[];
}

/** What was said on the command line, known to be right as far as the command's specification tells. */
export interface Arguments {
  readonly operands: readonly string[];
  /** Whether a switch was given. */
  has(name: string): boolean;
  /** The value of an option; undefined when it was not given. */
  get(name: string): string | undefined;
}

/** A mistake of whoever calls the program; it ends with exit code 2. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}
