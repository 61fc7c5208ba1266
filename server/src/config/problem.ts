import type { TextRange } from '../text/index.js';

/** What is wrong with a configuration file. */
export interface ConfigurationProblem {
  /** The file that it stands in, which may be one that another extends. */
  readonly path: string;
  /** In that file's text, in UTF-16 code units. */
  readonly range: TextRange;
  /** The path within the file, where there is one, and a whole sentence. */
  readonly message: string;
  /** After an `error` the program must not go on as if the configuration were whole. */
  readonly severity: 'error' | 'warning';
}
