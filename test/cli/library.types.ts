// Checked by the compiler, run by nobody: what the package declares is what the library has.
import type * as declared from '../../server/src/library.js';
import type * as actual from '../../server/src/main.library.js';
import type { Finding as InternalFinding } from '../../server/src/engine/index.js';
import type { PublicFinding } from '../../server/src/report/finding.js';
import type { PublicRule } from '../../server/src/report/rule.js';

/** `true` where two types can stand for each other in every place, optional and read-only marks included. */
export type Same<A, B> = (<T>() => T extends Deep<A> ? 1 : 2) extends <T>() => T extends Deep<B> ? 1 : 2 ? true : false;
/** A type with all names of its parts resolved, so that only their shapes are compared. */
type Deep<T> = T extends (...args: infer P) => infer R ? (...args: Deep<P> extends readonly unknown[] ? Deep<P> : never) => Deep<R> : T extends object ? { [K in keyof T]: Deep<T[K]> } : T;

/** Fails to compile unless it is given `true`. */
type Holds<T extends true> = T;
/** Fails to compile unless it is given `false`. */
type Fails<T extends false> = T;

export type Checks = [
  Holds<Same<declared.LintFile, actual.LintFile>>,
  Holds<Same<declared.LintOptions, actual.LintOptions>>,
  Holds<Same<declared.Finding, PublicFinding>>,
  Holds<Same<declared.Rule, PublicRule>>,
  Holds<Same<typeof declared.lint, typeof actual.lint>>,
  Holds<Same<typeof declared.rules, typeof actual.rules>>,
  Holds<Same<keyof typeof declared, keyof typeof actual>>,
  // The comparison can fail.
  Fails<Same<declared.Finding, InternalFinding>>,
  Fails<Same<{ readonly a?: string }, { readonly a: string | undefined }>>,
  Fails<Same<{ readonly a: string }, { readonly a: string | undefined }>>,
];
