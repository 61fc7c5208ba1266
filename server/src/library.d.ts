/** One file of a workspace; the path is any name, with forward slashes. */
export interface LintFile {
  readonly path: string;
  readonly text: string;
}
