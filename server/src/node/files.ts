import { opendir, readFile, realpath, stat } from 'node:fs/promises';
import { join, relative, resolve, sep } from 'node:path';
import ignore, { type Ignore } from 'ignore';
import { hasManifestName, isKustomization, NEVER_WALKED, type FileAccess, type ReadResult } from '../workspace/index.js';

/** Folders within folders; a link that leads back up is noticed by its real path. */
const DEEPEST = 64;
/** The largest file that is read, in bytes. */
const LARGEST = 64 * 1024 * 1024;

/** The folder's own rules of what to leave out, with where they hold. */
interface IgnoreRules {
  readonly folder: string;
  readonly rules: Ignore;
}

/** The file system of the machine. Paths come and go with forward slashes. */
export class NodeFiles implements FileAccess {
  /** @inheritdoc */
  async read(path: string): Promise<ReadResult> {
    try {
      const found = await stat(path);
      // A device may have no end, and a pipe nobody who writes.
      if (!found.isFile() && !found.isDirectory()) return { problem: 'It is neither a file nor a folder.' };
      const { size } = found;
      if (size > LARGEST) return { problem: `It has ${Math.round(size / 1024 / 1024)} MB; files above ${LARGEST / 1024 / 1024} MB are not read.` };
      const bytes = await readFile(path);
      return decode(bytes);
    } catch (error) {
      return { problem: reasonOf(error) };
    }
  }

  /** @inheritdoc */
  async *walk(root: string, options: Parameters<FileAccess['walk']>[1]): AsyncGenerator<string> {
    const top = resolve(root);
    // A file that is named is meant, whatever its name and `.gitignore` say.
    if (await stat(top).then((found) => found.isFile(), () => false)) {
      yield slashed(root);
      return;
    }
    const rules = await rulesAbove(top);
    yield* this.#walk(top, rules, new Set(), options, 0, slashed(root));
  }

  async *#walk(folder: string, above: readonly IgnoreRules[], seen: Set<string>, options: Parameters<FileAccess['walk']>[1], depth: number, shown: string): AsyncGenerator<string> {
    if (options.signal?.aborted) return;
    if (depth > DEEPEST) {
      options.onProblem?.(shown, `Folders more than ${DEEPEST} levels deep are not looked into.`);
      return;
    }
    try {
      const real = await realpath(folder);
      if (seen.has(real)) return;
      seen.add(real);
      const rules = [...above, ...(await rulesOf(folder))];
      const folders: string[] = [];
      for await (const entry of await opendir(folder)) {
        if (options.signal?.aborted) return;
        const full = join(folder, entry.name);
        let isFolder = entry.isDirectory();
        let isFile = entry.isFile();
        if (entry.isSymbolicLink()) {
          const target = await stat(full).catch(() => undefined);
          isFolder = target?.isDirectory() ?? false;
          isFile = target?.isFile() ?? false;
        }
        if (isFolder) {
          if (!NEVER_WALKED.has(entry.name) && !isIgnored(full, true, rules)) folders.push(entry.name);
        } else if (isFile && (hasManifestName(entry.name) || isKustomization(entry.name)) && !isIgnored(full, false, rules)) {
          yield shown === '.' ? entry.name : `${shown.replace(/\/$/u, '')}/${entry.name}`;
        }
      }
      for (const name of folders.sort()) yield* this.#walk(join(folder, name), rules, seen, options, depth + 1, shown === '.' ? name : `${shown.replace(/\/$/u, '')}/${name}`);
    } catch (error) {
      options.onProblem?.(shown, reasonOf(error));
    }
  }
}

/** Reads bytes as UTF-8 (or UTF-16 with a byte order mark, which some Windows tools write). */
export function decode(bytes: Uint8Array): ReadResult {
  const utf16 = bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : undefined;
  try {
    const text = new TextDecoder(utf16 ?? 'utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
    if (text.includes('\0')) return { problem: 'It holds NUL characters, so it is no text.' };
    return { text };
  } catch {
    return { problem: 'It is not valid UTF-8.' };
  }
}

async function rulesOf(folder: string): Promise<IgnoreRules[]> {
  try {
    return [{ folder, rules: ignore().add(await readFile(join(folder, '.gitignore'), 'utf8')) }];
  } catch {
    return []; // Most folders have none.
  }
}

/** The rules of the folders around, up to the top of the repository. */
async function rulesAbove(top: string): Promise<IgnoreRules[]> {
  const folders: string[] = [];
  for (let folder = top; ; ) {
    if (await stat(join(folder, '.git')).then(() => true, () => false)) break;
    const parent = resolve(folder, '..');
    if (parent === folder) return []; // No repository, so nobody's rules but the folder's own.
    folder = parent;
    folders.unshift(folder);
  }
  return (await Promise.all(folders.map(rulesOf))).flat();
}

/** The rules nearest to a file decide, as in git. */
function isIgnored(path: string, isFolder: boolean, rules: readonly IgnoreRules[]): boolean {
  for (const { folder, rules: own } of rules.toReversed()) {
    const local = slashed(relative(folder, path));
    if (local === '' || local.startsWith('../')) continue;
    const { ignored, unignored } = own.test(isFolder ? `${local}/` : local);
    if (ignored || unignored) return ignored;
  }
  return false;
}

function slashed(path: string): string {
  return sep === '/' ? path : path.replaceAll(sep, '/');
}

function reasonOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  switch (code) {
    case 'ENOENT':
      return 'missing';
    case 'EACCES':
    case 'EPERM':
      return 'There is no permission to read it.';
    case 'EISDIR':
      return 'It is a folder.';
    default:
      return error instanceof Error ? error.message : String(error);
  }
}
