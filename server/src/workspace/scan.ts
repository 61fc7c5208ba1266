import type { FileAccess } from './files.js';
import { hasManifestName } from './classify.js';
import { isKustomization } from './kustomize.js';
import type { Settings } from '../config/index.js';
import type { Judgement, Workspace } from './workspace.js';

/** What a scan tells while it goes on. */
export interface ScanProgress {
  /** Files that have been looked at. */
  readonly done: number;
  /** Files that were found; undefined while folders are still being walked. */
  readonly total: number | undefined;
}

export interface ScanOptions {
  readonly files: FileAccess;
  readonly workspace: Workspace;
  /** A file's settings; undefined for files that the configuration excludes. */
  readonly settingsFor: (path: string) => Promise<Settings | undefined>;
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: ScanProgress) => void;
  /** Gets each file that is a manifest, as soon as it is judged. */
  readonly onFile: (judgement: Judgement) => void | Promise<void>;
  /** Gets each file and folder that could not be read; `problem` is a sentence. */
  readonly onProblem?: (path: string, problem: string) => void;
  /** Lets others work: called now and then, awaited. */
  readonly breathe?: () => Promise<void>;
}

/** What a scan has seen. */
export interface ScanSummary {
  /** Files that were read. */
  readonly scanned: number;
  /** Of these, files that hold Kubernetes objects (or would, were their text whole). */
  readonly manifests: number;
  readonly helmTemplates: number;
  /** Files that the configuration excludes. */
  readonly excluded: number;
  readonly wasCancelled: boolean;
}

/**
 * Reads and judges every manifest below the roots, each of which is a folder or a file. Kustomizations are read first,
 * since they say which files are only patches. Files that a caller has put into the workspace already (open editors, say)
 * are judged as they are there.
 */
export async function scan(roots: readonly string[], options: ScanOptions): Promise<ScanSummary> {
  const { files, workspace, signal } = options;
  const paths = await find(roots, options);
  const counts = { scanned: 0, manifests: 0, helmTemplates: 0, excluded: 0 };
  for (const path of paths.filter(isKustomization)) {
    if (signal?.aborted) break;
    const read = await files.read(path);
    workspace.noteKustomization(path, 'text' in read ? read.text : undefined);
  }
  for (const [index, path] of paths.entries()) {
    if (signal?.aborted) break;
    options.onProgress?.({ done: index, total: paths.length });
    await options.breathe?.();
    if (!hasManifestName(path) && !roots.includes(path)) continue;
    const settings = await options.settingsFor(path);
    if (!settings) {
      counts.excluded++;
      continue;
    }
    if (!workspace.has(path)) {
      const read = await files.read(path);
      if (!('text' in read)) {
        options.onProblem?.(path, read.problem === 'missing' ? 'There is no such file.' : read.problem);
        continue;
      }
      workspace.set(path, read.text, settings);
    }
    counts.scanned++;
    const judgement = workspace.judge(path);
    if (!judgement) continue;
    if (judgement.kind === 'helm-template') counts.helmTemplates++;
    if (judgement.kind !== 'manifest') continue;
    counts.manifests++;
    await options.onFile(judgement);
  }
  if (!signal?.aborted) options.onProgress?.({ done: paths.length, total: paths.length });
  return { ...counts, wasCancelled: signal?.aborted ?? false };
}

/** Every path below the roots, once, in order. */
async function find(roots: readonly string[], options: ScanOptions): Promise<string[]> {
  const found = new Set<string>();
  for (const root of roots) {
    for await (const path of options.files.walk(root, { signal: options.signal, onProblem: options.onProblem })) {
      found.add(path);
      if (found.size % 512 === 0) options.onProgress?.({ done: 0, total: undefined });
    }
  }
  return [...found].sort();
}
