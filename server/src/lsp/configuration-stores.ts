import { CONFIGURATION_NAMES, type ConfigurationProblem } from '../config/index.js';
import { Configurations, folderOf, inFolder, type FileAccess, type FileSettings } from '../workspace/index.js';
import { isOfMachine } from './locations.js';
import type { EditorSettings } from './settings.js';

/** What is wrong with one configuration file, and its text. */
export interface ConfigurationReport {
  readonly path: string;
  readonly text: string;
  readonly problems: readonly ConfigurationProblem[];
}

/** The configurations of a session: the editor's own settings differ by folder, so there is a store for each that they have. */
export class ConfigurationStores {
  readonly #read: FileAccess['read'];
  readonly #today: () => string;
  readonly #stores = new Map<EditorSettings, Map<string, Configurations>>();

  constructor(read: FileAccess['read'], today: () => string) {
    this.#read = read;
    this.#today = today;
  }

  /** What holds for a file; `folder` is the path of its workspace folder. */
  settingsFor(path: string, editor: EditorSettings, folder: string | undefined): Promise<FileSettings> {
    return this.#storeFor(editor, folder).settingsFor(path);
  }

  /** What is wrong with a file that is (or may become) a configuration. */
  async report(path: string, editor: EditorSettings, folder: string | undefined): Promise<readonly ConfigurationProblem[]> {
    const store = this.#storeFor(editor, folder);
    await store.load(path);
    return (await store.problems()).get(path) ?? [];
  }

  /** All configuration files that have been in use. */
  async reports(): Promise<ConfigurationReport[]> {
    const reports = new Map<string, ConfigurationReport>();
    for (const stores of this.#stores.values()) {
      for (const store of stores.values()) {
        for (const [path, problems] of await store.problems()) reports.set(path, { path, text: (await store.text(path)) ?? '', problems });
      }
    }
    return [...reports.values()];
  }

  /** The files that the configurations in use are made of, and those that they look for in vain. */
  async files(): Promise<string[]> {
    const files: string[] = [];
    for (const stores of this.#stores.values()) for (const store of stores.values()) files.push(...(await store.files()));
    return files;
  }

  /** A configuration file has changed, has come or gone. */
  forget(): void {
    this.#stores.clear();
  }

  #storeFor(editor: EditorSettings, folder: string | undefined): Configurations {
    const file = editor.configurationFile === undefined ? undefined : resolve(editor.configurationFile, folder);
    let stores = this.#stores.get(editor);
    if (!stores) this.#stores.set(editor, (stores = new Map<string, Configurations>()));
    let store = stores.get(file ?? '');
    if (!store) {
      store = new Configurations({ read: this.#read, today: this.#today, base: () => editor.base, ...(file === undefined ? {} : { file }) });
      stores.set(file ?? '', store);
    }
    return store;
  }
}

/** Whether a file has the name of a configuration. */
export function isConfiguration(path: string): boolean {
  return (CONFIGURATION_NAMES as readonly string[]).includes(path.slice(path.lastIndexOf('/') + 1));
}

/** Where the setting `oakum.configurationFile` leads to: an absolute path, or one from the workspace folder. */
function resolve(file: string, folder: string | undefined): string {
  const slashed = file.replaceAll('\\', '/');
  if (/^(?:\/|[A-Za-z]:\/)/u.test(slashed) || !isOfMachine(slashed) || folder === undefined) return slashed;
  let base: string | undefined = folder;
  let rest = slashed.replace(/^(?:\.\/)+/u, '');
  while (base !== undefined && rest.startsWith('../')) {
    base = folderOf(base);
    rest = rest.slice(3);
  }
  return inFolder(base ?? folder, rest);
}
