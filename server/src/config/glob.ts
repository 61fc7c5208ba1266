/** A state of the automaton: at most one edge that takes a character, and edges that take none. */
interface State {
  accepts?: (code: number) => boolean;
  to: number;
  readonly free: number[];
}

const SLASH = 47;
const notSlash = (code: number): boolean => code !== SLASH;
const anything = (): boolean => true;

/**
 * A pattern for paths with forward slashes: `*` and `?` stay within a folder, `**` spans folders, `[a-z]` and `[!a-z]` are
 * one character, `{a,b}` is either. A pattern comes from a file that nobody vouches for, so it is run as an automaton: the
 * time is at most pattern times path, and no pattern can make it run away as a backtracking regular expression would.
 */
export class Glob {
  readonly #states: readonly State[];
  /** By state: which states with an edge that takes a character can be reached from it for free, and whether the end can. */
  readonly #reach: readonly { readonly taking: readonly number[]; readonly isEnd: boolean }[];

  private constructor(states: readonly State[], last: number) {
    this.#states = states;
    this.#reach = states.map((_, index) => {
      const reached = new Set([index]);
      for (const one of reached) for (const free of states[one]?.free ?? []) reached.add(free);
      return { taking: [...reached].filter((one) => states[one]?.accepts), isEnd: reached.has(last) };
    });
  }

  /** Reads a pattern; undefined when a bracket or brace is not closed. */
  static compile(pattern: string): Glob | undefined {
    const reader = new Reader(pattern);
    const last = reader.sequence(0, false);
    return last === undefined ? undefined : new Glob(reader.states, last);
  }

  /** Whether the whole path is what the pattern describes. */
  matches(path: string): boolean {
    /** By state: the step at which it was last entered. */
    const entered = new Int32Array(this.#states.length).fill(-1);
    let current = [0];
    for (let at = 0; at < path.length && current.length > 0; at++) {
      const code = path.charCodeAt(at);
      const next: number[] = [];
      for (const index of current) {
        for (const taking of this.#reach[index]?.taking ?? []) {
          const state = this.#states[taking];
          if (!state?.accepts?.(code) || entered[state.to] === at) continue;
          entered[state.to] = at;
          next.push(state.to);
        }
      }
      current = next;
    }
    return current.some((index) => this.#reach[index]?.isEnd);
  }
}

class Reader {
  readonly states: State[] = [{ to: 0, free: [] }];
  at = 0;
  readonly #pattern: string;

  constructor(pattern: string) {
    this.#pattern = pattern;
  }

  /** Reads up to the end, or within braces up to `,` or `}`; answers the state that is reached. */
  sequence(from: number, inBraces: boolean): number | undefined {
    let state = from;
    while (this.at < this.#pattern.length) {
      const character = this.#pattern.charAt(this.at);
      if (inBraces && (character === ',' || character === '}')) return state;
      const next = this.#part(state, character);
      if (next === undefined) return undefined;
      state = next;
    }
    return inBraces ? undefined : state;
  }

  #part(from: number, character: string): number | undefined {
    if (character === '*') return this.#stars(from);
    if (character === '{') return this.#alternatives(from);
    if (character === '[') return this.#characterClass(from);
    this.at++;
    const code = character.charCodeAt(0);
    return this.#edge(from, character === '?' ? notSlash : (other) => other === code);
  }

  #stars(from: number): number {
    const start = this.at;
    while (this.#pattern.charAt(this.at) === '*') this.at++;
    const isWholePart = this.at - start > 1 && /^(?:|[/{,])$/u.test(this.#pattern.charAt(start - 1)) && /^(?:|[/},])$/u.test(this.#pattern.charAt(this.at));
    const loop = this.#add();
    this.#link(from, loop);
    this.#take(loop, isWholePart ? anything : notSlash, loop);
    const end = this.#add();
    if (isWholePart && this.#pattern.charAt(this.at) === '/') {
      // `**/` is any number of folders, none included: the slash belongs to it.
      this.at++;
      const slash = this.#add();
      this.#link(loop, slash);
      this.#take(slash, (code) => code === SLASH, end);
      this.#link(from, end);
    } else this.#link(loop, end);
    return end;
  }

  #alternatives(from: number): number | undefined {
    const end = this.#add();
    do {
      this.at++;
      const start = this.#add();
      this.#link(from, start);
      const reached = this.sequence(start, true);
      if (reached === undefined) return undefined;
      this.#link(reached, end);
    } while (this.#pattern.charAt(this.at) === ',');
    this.at++;
    return end;
  }

  #characterClass(from: number): number | undefined {
    const close = this.#pattern.indexOf(']', this.at + 2);
    if (close < 0) return undefined;
    const isNegated = /[!^]/u.test(this.#pattern.charAt(this.at + 1));
    const members = this.#pattern.slice(this.at + (isNegated ? 2 : 1), close);
    const spans: (readonly [number, number])[] = [];
    for (let at = 0; at < members.length; at++) {
      const isSpan = members.charAt(at + 1) === '-' && at + 2 < members.length;
      spans.push([members.charCodeAt(at), members.charCodeAt(isSpan ? at + 2 : at)]);
      if (isSpan) at += 2;
    }
    this.at = close + 1;
    return this.#edge(from, (code) => code !== SLASH && spans.some(([first, last]) => first <= code && code <= last) !== isNegated);
  }

  #add(): number {
    return this.states.push({ to: 0, free: [] }) - 1;
  }

  #link(from: number, to: number): void {
    this.states[from]?.free.push(to);
  }

  #take(from: number, accepts: (code: number) => boolean, to: number): void {
    const state = this.states[from];
    if (!state) return;
    state.accepts = accepts;
    state.to = to;
  }

  /** A new state that one character leads to. */
  #edge(from: number, accepts: (code: number) => boolean): number {
    const end = this.#add();
    // A state has one such edge only, so that a state that may have one already is left by a free edge first.
    const start = this.#add();
    this.#link(from, start);
    this.#take(start, accepts, end);
    return end;
  }
}
