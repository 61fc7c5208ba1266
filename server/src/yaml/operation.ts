import type { TextRange } from '../text/index.js';
import type { Field } from './field.js';

/** A value to be written: plain data, keys in the order in which they are to stand. */
export type Plain = string | number | boolean | null | readonly Plain[] | { readonly [key: string]: Plain };

/** A change to a manifest, said in terms of its fields; `YamlEditor` knows what that means for the text. */
export type Operation =
  /** Gives the field a value; what is missing on the way to it is made. */
  | { readonly kind: 'set'; readonly field: Field<unknown>; readonly value: Plain }
  /** Takes the key or item away; mappings and lists that it leaves empty go too, below `pruneTo` (unset: none). */
  | { readonly kind: 'remove'; readonly field: Field<unknown>; readonly pruneTo?: Field<unknown> }
  /** Adds an item at the end of the list, which is made if there is none. */
  | { readonly kind: 'append'; readonly field: Field<unknown>; readonly value: Plain }
  /** Replaces a part of a scalar; the range counts from the start of its value. */
  | { readonly kind: 'replace'; readonly field: Field<unknown>; readonly range: TextRange; readonly text: string }
  /** Takes a comment away, with its line where it has one of its own. */
  | { readonly kind: 'removeComment'; readonly field: Field<unknown>; readonly range: TextRange }
  /** Adds a new object as a document of its own behind the field's. */
  | { readonly kind: 'createResource'; readonly field: Field<unknown>; readonly value: Plain };
