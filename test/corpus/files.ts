import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

/** A folder of manifests to try things on: OAKUM_MANIFESTS, or `shared` beside the checkout. */
export const manifestFolder = process.env['OAKUM_MANIFESTS'] ?? join(root, '..', 'shared');

/** Whether there is such a folder; without it, what needs it is skipped and the samples alone are tried. */
export const hasManifests = existsSync(join(manifestFolder, 'corpus')) || process.env['OAKUM_MANIFESTS'] !== undefined;

export interface TestFile {
  readonly path: string;
  readonly text: string;
}

/** Every YAML and JSON file of the folder and of the project's own samples and fixtures, in order. */
export function manifestFiles(): TestFile[] {
  const own = ['samples', 'test/rules/fixtures'].map((folder) => join(root, folder));
  const folders = hasManifests ? [...own, join(manifestFolder, 'corpus'), join(manifestFolder, 'real'), manifestFolder] : own;
  const found = new Map<string, TestFile>();
  for (const folder of folders.filter((path) => existsSync(path))) {
    for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
      if (!entry.isFile() || !/\.(?:ya?ml|json)$/u.test(entry.name)) continue;
      const path = join(entry.parentPath, entry.name);
      if (!found.has(path)) found.set(path, { path: relative(root, path), text: readFileSync(path, 'utf8') });
    }
  }
  return [...found.values()].sort((a, b) => (a.path < b.path ? -1 : 1));
}

/** A seeded generator of numbers in [0, 1), so that a failure can be repeated (mulberry32). */
export function random(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
