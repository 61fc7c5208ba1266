import type { TextRange } from '../text/index.js';
import type { Field, Operation, Plain } from '../yaml/index.js';

/** `safe` cannot change what a working program sees and may be applied on save; `suggestion` is for a person to take. */
export type FixTier = 'safe' | 'suggestion';

/** A repair, said in terms of fields. */
export interface Fix {
  /** What it does, as an imperative without full stop. */
  readonly title: string;
  readonly tier: FixTier;
  readonly operations: readonly Operation[];
}

/** The operations that several-step fixes are made of. */
export const change = {
  /** Gives a field a value, and makes what is missing on the way to it. */
  set: (field: Field<unknown>, value: Plain): Operation => ({ kind: 'set', field, value }),
  /** Takes a key or an item away, with the mappings and lists that it leaves empty, below `pruneTo`. */
  remove: (field: Field<unknown>, pruneTo?: Field<unknown>): Operation => ({ kind: 'remove', field, ...(pruneTo ? { pruneTo } : {}) }),
  /** Adds an item at the end of a list. */
  append: (field: Field<unknown>, value: Plain): Operation => ({ kind: 'append', field, value }),
  /** Replaces a part of a scalar; the range counts from the start of its value. */
  replace: (field: Field<unknown>, range: TextRange, text: string): Operation => ({ kind: 'replace', field, range, text }),
  /** Adds an object behind the one that the field stands in. */
  createResource: (field: Field<unknown>, value: Plain): Operation => ({ kind: 'createResource', field, value }),
} as const;

/** Repairs of one step, and `all` for those of several. */
export const fix = {
  set: (field: Field<unknown>, value: Plain, title: string, tier: FixTier): Fix => ({ title, tier, operations: [change.set(field, value)] }),
  remove: (field: Field<unknown>, title: string, tier: FixTier, pruneTo?: Field<unknown>): Fix => ({ title, tier, operations: [change.remove(field, pruneTo)] }),
  append: (field: Field<unknown>, value: Plain, title: string, tier: FixTier): Fix => ({ title, tier, operations: [change.append(field, value)] }),
  replace: (field: Field<unknown>, range: TextRange, text: string, title: string, tier: FixTier): Fix => ({ title, tier, operations: [change.replace(field, range, text)] }),
  all: (title: string, tier: FixTier, ...operations: readonly Operation[]): Fix => ({ title, tier, operations }),
} as const;
