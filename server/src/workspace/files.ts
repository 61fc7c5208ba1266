/** What came of reading a file. */
export type ReadResult =
  | { readonly text: string }
  /** `missing` for a file that is not there; else a sentence for people. */
  | { readonly problem: 'missing' | (string & {}) };

/** How the rim reaches files: the node file system, or an editor that has its own. Paths have forward slashes; URIs will do. */
export interface FileAccess {
  /** Reads a file as UTF-8. Never rejects. */
  read(path: string): Promise<ReadResult>;
  /**
   * The files below a folder that can hold manifests or configuration, in no order that counts; what `.gitignore` files
   * exclude is left out, so are `.git` and `node_modules`. Folders that cannot be read are told to `onProblem`.
   */
  walk(root: string, options: { readonly signal?: AbortSignal | undefined; readonly onProblem?: ((path: string, problem: string) => void) | undefined }): AsyncIterable<string>;
}

/** Folders that hold no manifests of the project's own, so that no walk goes into them. */
export const NEVER_WALKED: ReadonlySet<string> = new Set(['.git', '.hg', '.svn', 'node_modules']);

/** The folder that a path stands in, without the slash at its end; undefined at the top. */
export function folderOf(path: string): string | undefined {
  const trimmed = path.endsWith('/') ? path.slice(0, -1) : path;
  const slash = trimmed.lastIndexOf('/');
  if (slash < 0) return trimmed === '' || trimmed === '.' ? undefined : '.';
  if (trimmed.slice(0, slash).endsWith(':/') || /^[a-z][a-z0-9+.-]*:\/\/[^/]*$/iu.test(trimmed)) return undefined; // `file://`
  return slash === 0 ? (trimmed === '' ? undefined : '/') : trimmed.slice(0, slash);
}

/** The path of a file in a folder. */
export function inFolder(folder: string, name: string): string {
  return folder.endsWith('/') ? folder + name : folder === '.' ? name : `${folder}/${name}`;
}
