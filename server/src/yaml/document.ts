import { LineIndex } from '../text/index.js';
import type { Node } from './node.js';
import { parse, type Parsed } from './parse.js';

/**
 * One YAML document, read once. All its ranges count from its own first character, so that it stays what it is when the
 * text around it changes.
 */
export class YamlDocument {
  readonly text: string;
  readonly #parsed: Parsed;
  #lines: LineIndex | undefined;

  constructor(text: string) {
    this.text = text;
    this.#parsed = parse(text);
  }

  get root(): Node | undefined {
    return this.#parsed.root;
  }

  get problems(): Parsed['problems'] {
    return this.#parsed.problems;
  }

  get comments(): Parsed['comments'] {
    return this.#parsed.comments;
  }

  /** The names of the anchors that some alias of this document stands for. */
  get sharedAnchors(): Parsed['sharedAnchors'] {
    return this.#parsed.sharedAnchors;
  }

  /** `{{ … }}` stands in the text. */
  get isTemplated(): boolean {
    return this.#parsed.isTemplated;
  }

  /** `{{ … }}` stands outside of scalars, so that whole parts of the document may come from a template. */
  get hasTemplatedStructure(): boolean {
    return this.#parsed.hasTemplatedStructure;
  }

  get lines(): LineIndex {
    return (this.#lines ??= new LineIndex(this.text));
  }
}
