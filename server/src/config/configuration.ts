import { FileSet } from './file-set.js';
import { folderOf, forward } from './path.js';
import { merged, settingsKey, settingsOf } from './resolve.js';
import type { ConfiguredSuppression, Settings } from './settings.js';
import { listOf, type StatedConfiguration } from './stated.js';

/** What one file of a configuration says. */
export class Layer {
  readonly path: string;
  /** False when the file as a whole could not be read. */
  readonly isUsable: boolean;
  readonly stated: StatedConfiguration;
  readonly settings: Partial<Settings>;
  readonly exclude: FileSet;
  readonly overrides: readonly { readonly files: FileSet; readonly settings: Partial<Settings> }[];
  readonly suppressions: readonly { readonly files: FileSet | undefined; readonly suppression: ConfiguredSuppression }[];

  constructor(path: string, stated: StatedConfiguration, isUsable: boolean) {
    const folder = folderOf(path);
    this.path = path;
    this.isUsable = isUsable;
    this.stated = stated;
    this.settings = settingsOf(stated);
    this.exclude = FileSet.of(listOf(stated.exclude), folder);
    this.overrides = (stated.overrides ?? []).map((override) => ({ files: FileSet.of(listOf(override.files), folder), settings: settingsOf(override) }));
    this.suppressions = (stated.suppressions ?? []).map(({ files, rules, reason, until }) => ({
      files: files === undefined ? undefined : FileSet.of(listOf(files), folder),
      suppression: { rules, reason, ...(until === undefined ? {} : { until }) },
    }));
  }
}

/** A configuration file with all that it extends. */
export class Configuration {
  /** The file that was found, with forward slashes. */
  readonly path: string;
  /** Its folder: files are named from here. */
  readonly folder: string;
  /** From the farthest file that is extended to the file itself. */
  readonly layers: readonly Layer[];
  readonly #known = new Map<string, Settings>();

  constructor(path: string, layers: readonly Layer[]) {
    this.path = path;
    this.folder = folderOf(path);
    this.layers = layers;
  }

  /** Whether a file, named by its path from the configuration's folder, is left out. */
  excludes(filePath: string): boolean {
    const path = forward(filePath);
    return this.layers.some((layer) => layer.exclude.has(this.folder, path));
  }

  /** The settings of a file. Equal settings are the same object. */
  settingsFor(filePath: string, base: Partial<Settings>, forced: Partial<Settings>): Settings {
    const path = forward(filePath);
    const stated: Partial<Settings>[] = [];
    const suppressions: ConfiguredSuppression[] = [];
    for (const layer of this.layers) {
      stated.push(layer.settings);
      for (const { files, settings } of layer.overrides) if (files.has(this.folder, path)) stated.push(settings);
      for (const { files, suppression } of layer.suppressions) if (files?.has(this.folder, path) ?? true) suppressions.push(suppression);
    }
    const podTemplates = this.layers.flatMap((layer) => layer.stated.podTemplates ?? []).map(({ group, kind, template }) => ({ group, kind, template }));
    const made = merged(base, ...stated, { podTemplates: [...(base.podTemplates ?? []), ...podTemplates], suppressions: [...(base.suppressions ?? []), ...suppressions] }, forced);
    const key = settingsKey(made);
    const known = this.#known.get(key);
    if (known) return known;
    this.#known.set(key, made);
    return made;
  }
}

/**
 * The settings of a file, named by its path from the configuration's folder (either kind of slash).
 *
 * `base` is what holds where the configuration says nothing (the editor's settings), `forced` what holds whatever it says
 * (the command line's). Without a configuration, equal settings need not be the same object: `settingsKey` tells them apart.
 */
export function settingsFor(configuration: Configuration | undefined, filePath: string, base: Partial<Settings> = {}, forced: Partial<Settings> = {}): Settings {
  return configuration?.settingsFor(filePath, base, forced) ?? merged(base, forced);
}

/** Whether the configuration leaves a file out, named by its path from the configuration's folder. */
export function isExcluded(configuration: Configuration | undefined, filePath: string): boolean {
  return configuration?.excludes(filePath) ?? false;
}
