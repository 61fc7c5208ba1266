import { Source, Field } from '../yaml/index.js';

/** The names under which Kustomize looks for its file. */
export const KUSTOMIZATION_NAMES: readonly string[] = ['kustomization.yaml', 'kustomization.yml', 'Kustomization'];

/** Whether a path is that of a kustomization. */
export function isKustomization(path: string): boolean {
  return KUSTOMIZATION_NAMES.includes(path.slice(path.lastIndexOf('/') + 1));
}

/** The files, as full paths, that a kustomization applies as patches: they hold parts of objects, not objects. */
export function patchesOf(path: string, text: string): string[] {
  const folder = path.slice(0, path.lastIndexOf('/') + 1);
  const patches: string[] = [];
  for (const { document } of Source.read(text).documents) {
    const root = Field.root(document);
    for (const patch of root.at('patchesStrategicMerge').items()) add(patch.string);
    for (const key of ['patches', 'patchesJson6902']) for (const patch of root.at(key).items()) add(patch.at('path').string);
    for (const replacement of root.at('configurations').items()) add(replacement.string);
  }
  return patches;

  function add(reference: string | undefined): void {
    if (reference === undefined || reference.includes('\n') || reference.includes('://')) return;
    const joined = join(folder, reference);
    if (joined !== undefined) patches.push(joined);
  }
}

/** Follows a relative reference; undefined when it climbs above the root. */
function join(folder: string, reference: string): string | undefined {
  const parts = folder.split('/');
  parts.pop();
  for (const part of reference.split('/')) {
    if (part === '' || part === '.') continue;
    if (part !== '..') parts.push(part);
    else if (parts.pop() === undefined) return undefined;
  }
  return parts.join('/');
}
