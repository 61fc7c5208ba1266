import { CONFIGURATION_NAMES, loadConfiguration, settingsFor, settingsKey, type Configuration, type ConfigurationProblem, type LoadedConfiguration, type Settings } from '../config/index.js';
import { folderOf, inFolder, type FileAccess } from './files.js';

/** What holds for a file. */
export interface FileSettings {
  /** Equal settings are the same object, as long as the store lives. */
  readonly settings: Settings;
  /** The configuration leaves the file out. */
  readonly isExcluded: boolean;
  /** The configuration file that counts; undefined where there is none. */
  readonly configuration: string | undefined;
}

export interface ConfigurationsOptions {
  /** Reaches configuration files; open editors come first where there are any. */
  readonly read: FileAccess['read'];
  /** Use this file for everything and look for no other; `none`: use no file. */
  readonly file?: string | 'none' | undefined;
  /** What holds where a configuration says nothing. */
  readonly base?: ((path: string) => Partial<Settings>) | undefined;
  /** What holds whatever a configuration says. */
  readonly forced?: Partial<Settings> | undefined;
  /** Today as `YYYY-MM-DD`. */
  readonly today: () => string;
  /** The folders above which nothing is looked for; unset: up to the top. */
  readonly roots?: (() => readonly string[]) | undefined;
}

/** How often a configuration is read again because a file that it extends was not at hand. */
const MOST_ROUNDS = 40;

/** Finds the configuration of every file: the nearest one upwards. Owns what has been read until it is told to forget. */
export class Configurations {
  readonly #options: ConfigurationsOptions;
  /** By configuration file. */
  readonly #loaded = new Map<string, Promise<LoadedConfiguration | undefined>>();
  /** By folder: the configuration file that counts there. */
  readonly #found = new Map<string, Promise<string | undefined>>();
  readonly #settings = new Map<string, Settings>();

  constructor(options: ConfigurationsOptions) {
    this.#options = options;
  }

  /** What holds for a file. Without a usable configuration file it is the base alone. */
  async settingsFor(path: string): Promise<FileSettings> {
    const file = await this.#fileFor(path);
    const loaded = file === undefined ? undefined : await this.#load(file);
    const configuration = loaded?.configuration;
    const local = configuration ? localPath(configuration, path) : path;
    const settings = settingsFor(configuration, local, this.#options.base?.(path) ?? {}, this.#options.forced ?? {});
    return { settings: this.#same(settings), isExcluded: configuration?.excludes(local) ?? false, configuration: file };
  }

  /** A configuration file as it was read; undefined when it cannot be. */
  load(file: string): Promise<LoadedConfiguration | undefined> {
    return this.#load(file);
  }

  /** What is wrong with the configurations that have been in use, by file. Files without problems are named too. */
  async problems(): Promise<ReadonlyMap<string, readonly ConfigurationProblem[]>> {
    const all = new Map<string, ConfigurationProblem[]>();
    for (const [file, loading] of this.#loaded) {
      const loaded = await loading;
      if (!loaded) {
        if (file === this.#options.file) all.set(file, [{ path: file, range: { start: 0, end: 0 }, message: 'This configuration file cannot be read.', severity: 'error' }]);
        continue;
      }
      for (const path of loaded.files.keys()) if (!all.has(path)) all.set(path, []);
      for (const problem of loaded.problems) {
        const known = all.get(problem.path) ?? [];
        if (!known.some((other) => other.range.start === problem.range.start && other.message === problem.message)) known.push(problem);
        all.set(problem.path, known);
      }
    }
    return all;
  }

  /** The files that the configurations in use are made of, and those that they look for in vain. */
  async files(): Promise<string[]> {
    const files: string[] = [];
    for (const [file, loading] of this.#loaded) {
      const loaded = await loading;
      files.push(file, ...(loaded?.files.keys() ?? []), ...(loaded?.missing ?? []));
    }
    return files;
  }

  /** The text of a configuration file that has been read. */
  async text(path: string): Promise<string | undefined> {
    for (const loading of this.#loaded.values()) {
      const text = (await loading)?.files.get(path);
      if (text !== undefined) return text;
    }
    return undefined;
  }

  /** Forgets everything that was read: a configuration file has changed, or has come or gone. */
  forget(): void {
    this.#loaded.clear();
    this.#found.clear();
  }

  #fileFor(path: string): Promise<string | undefined> {
    const { file } = this.#options;
    if (file === 'none') return Promise.resolve(undefined);
    if (file !== undefined) return Promise.resolve(file);
    const folder = folderOf(path);
    return folder === undefined ? Promise.resolve(undefined) : this.#search(folder);
  }

  #search(folder: string): Promise<string | undefined> {
    let found = this.#found.get(folder);
    if (!found) {
      found = this.#look(folder);
      this.#found.set(folder, found);
    }
    return found;
  }

  async #look(folder: string): Promise<string | undefined> {
    for (const name of CONFIGURATION_NAMES) {
      const path = inFolder(folder, name);
      if ('text' in (await this.#options.read(path))) return path;
    }
    const roots = this.#options.roots?.();
    if (roots?.some((root) => root === folder || root === `${folder}/`)) return undefined;
    const parent = folderOf(folder);
    return parent === undefined ? undefined : this.#search(parent);
  }

  #load(file: string): Promise<LoadedConfiguration | undefined> {
    let loading = this.#loaded.get(file);
    if (!loading) {
      loading = this.#read(file);
      this.#loaded.set(file, loading);
    }
    return loading;
  }

  /** Reads a configuration, and again with the files that it extends, until none is missing that is there. */
  async #read(file: string): Promise<LoadedConfiguration | undefined> {
    const own = await this.#options.read(file);
    if (!('text' in own)) return undefined;
    const texts = new Map<string, string>();
    const absent = new Set<string>();
    for (let round = 0; ; round++) {
      const loaded = loadConfiguration(file, own.text, (path) => texts.get(path), this.#options.today());
      const wanted = loaded.missing.filter((path) => !texts.has(path) && !absent.has(path));
      if (wanted.length === 0 || round >= MOST_ROUNDS) return loaded;
      for (const path of wanted) {
        const read = await this.#options.read(path);
        if ('text' in read) texts.set(path, read.text);
        else absent.add(path);
      }
    }
  }

  #same(settings: Settings): Settings {
    const key = settingsKey(settings);
    const known = this.#settings.get(key);
    if (known) return known;
    this.#settings.set(key, settings);
    return settings;
  }
}

/** A file's path from its configuration's folder; files elsewhere keep their path. */
function localPath(configuration: Configuration, path: string): string {
  const { folder } = configuration;
  if (folder === '' || folder === '.') return path;
  const start = folder.endsWith('/') ? folder : `${folder}/`;
  return path.startsWith(start) ? path.slice(start.length) : path;
}
