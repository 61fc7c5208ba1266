import type { Fix, Severity } from '../kit/index.js';
import type { ResourceId } from '../kubernetes/index.js';
import type { TextRange } from '../text/index.js';
import type { Path } from '../yaml/index.js';

/** The other end of a finding, in the same file. */
export interface RelatedPlace {
  readonly message: string;
  readonly range: TextRange;
}

/** Who silenced a finding, and why. */
export interface SuppressedBy {
  readonly by: 'comment' | 'annotation' | 'configuration';
  readonly reason?: string;
}

/** Something that a rule found. Ranges count from the start of whatever it was found in: see `lintDocument` and `lint`. */
export interface Finding {
  /** The rule's id. */
  readonly rule: string;
  /** Which of the rule's messages it is; with `rule`, `resource` and `path` the identity of the finding. */
  readonly messageId: string;
  readonly message: string;
  readonly severity: Severity;
  readonly range: TextRange;
  /** Undefined for findings about the file itself (syntax). */
  readonly resource?: ResourceId;
  /** The name of the container that it is about. */
  readonly container?: string;
  /** The path of the field from the object's document root; absent fields have the path that they would have. */
  readonly path: Path;
  readonly related: readonly RelatedPlace[];
  readonly fix?: Fix;
  /** Set when the finding is silenced; such findings are kept for reports that show them. */
  readonly suppressed?: SuppressedBy;
  /** How the place can be shown: `unnecessary` is faded, `deprecated` struck through. */
  readonly tag?: 'unnecessary' | 'deprecated';
}
