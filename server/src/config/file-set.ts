import { Glob } from './glob.js';
import { below, join } from './path.js';

interface Entry {
  /** `!` before the pattern: what it describes is taken out again. */
  readonly isException: boolean;
  /** Matched against the path below the folder of the configuration in use, not of the file that states the pattern. */
  readonly isFloating: boolean;
  readonly globs: readonly Glob[];
}

/**
 * The files that a list of globs means. A glob is relative to the folder of the file that states it; one that starts with
 * a double star or has no slash holds at every depth below the folder of the configuration in use. A glob whose last part
 * has no wildcard may name a folder: then everything in it is meant. Entries with `!` take back what those before gave.
 */
export class FileSet {
  readonly #entries: readonly Entry[];
  readonly #folder: string;

  private constructor(entries: readonly Entry[], folder: string) {
    this.#entries = entries;
    this.#folder = folder;
  }

  /** Compiles globs that the file in `folder` states; those that cannot be read mean no file. */
  static of(patterns: readonly string[], folder: string): FileSet {
    return new FileSet(patterns.map(entryOf), folder);
  }

  /** Whether a file, named by its path from the folder `root`, is meant. */
  has(root: string, path: string): boolean {
    const own = root === this.#folder ? path : below(this.#folder, join(root, path));
    let isMeant = this.#entries[0]?.isException ?? false;
    for (const { isException, isFloating, globs } of this.#entries) {
      if (isMeant !== isException) continue;
      const name = isFloating ? path : own;
      if (name !== undefined && globs.some((glob) => glob.matches(name))) isMeant = !isException;
    }
    return isMeant;
  }
}

/** Whether a pattern can be read. */
export function isReadable(pattern: string): boolean {
  return Glob.compile(bare(pattern)) !== undefined;
}

function bare(pattern: string): string {
  return pattern.replace(/^!/u, '').replace(/^(?:\.?\/)+/u, '');
}

function entryOf(pattern: string): Entry {
  const isException = pattern.startsWith('!');
  const text = bare(pattern);
  const isRooted = /^!?\.?\//u.test(pattern);
  const hasSlash = text.replace(/\/$/u, '').includes('/');
  const isFloating = !isRooted && (!hasSlash || text.startsWith('**/'));
  const whole = isFloating && !hasSlash ? `**/${text}` : text;
  const last = whole.replace(/\/$/u, '').split('/').at(-1) ?? '';
  const patterns = whole.endsWith('/') ? [`${whole}**`] : /[*?[\]{}]/u.test(last) ? [whole] : [whole, `${whole}/**`];
  return { isException, isFloating, globs: patterns.flatMap((one) => Glob.compile(one) ?? []) };
}
