import { LineIndex } from '../text/index.js';
import { YamlDocument } from './document.js';
import { splitDocuments } from './split.js';

/** A document and where in its file it starts, in UTF-16 code units. */
export interface SourceDocument {
  readonly offset: number;
  readonly document: YamlDocument;
}

/** A file as it was read: its documents in order, none of which can make reading fail. */
export class Source {
  readonly text: string;
  readonly documents: readonly SourceDocument[];
  #lines: LineIndex | undefined;

  private constructor(text: string, documents: readonly SourceDocument[]) {
    this.text = text;
    this.documents = documents;
  }

  /** Reads a file. Documents whose text stands in `previous` too are taken from there and not read again. */
  static read(text: string, previous?: Source): Source {
    const known = new Map<string, YamlDocument>();
    for (const { document } of previous?.documents ?? []) known.set(document.text, document);
    const documents = splitDocuments(text).map((slice) => {
      const document = known.get(slice.text) ?? new YamlDocument(slice.text);
      known.set(slice.text, document);
      return { offset: slice.offset, document };
    });
    return new Source(text, documents);
  }

  get lines(): LineIndex {
    return (this.#lines ??= new LineIndex(this.text));
  }

  /** The document that an offset of the file stands in. */
  documentAt(offset: number): SourceDocument | undefined {
    let low = 0;
    let high = this.documents.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >>> 1;
      if ((this.documents[middle]?.offset ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    const found = this.documents[low];
    return found && found.offset <= offset ? found : undefined;
  }
}
