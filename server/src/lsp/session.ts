import { TextDocuments, type Connection, type WorkspaceFolder } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { ConfigurationProblem, Settings } from '../config/index.js';
import type { CatalogueEntry } from '../rules/index.js';
import { LineIndex } from '../text/index.js';
import { folderOf, inFolder, KUSTOMIZATION_NAMES, Workspace, type FileAccess, type Judgement } from '../workspace/index.js';
import { ConfigurationStores, isConfiguration, type ConfigurationReport } from './configuration-stores.js';
import type { Converted } from './diagnostics.js';
import { ClientFiles, SeenFiles } from './files.js';
import { Locations } from './locations.js';
import { Log } from './log.js';
import { CLIENT_COMMANDS, type FileState } from './protocol.js';
import { ClientSettings, type EditorSettings } from './settings.js';
import type { ClientTraits } from './traits.js';

/** What the server is given by the program that it runs in. */
export interface Host {
  readonly catalogue: readonly CatalogueEntry[];
  /** The machine's files; undefined where there are none (a browser). */
  readonly files: FileAccess | undefined;
  /** The URI of the folder with the rules' pages, without slash at its end; undefined where they cannot be opened. */
  readonly pages: string | undefined;
  readonly version: string;
  /** Lets everything else that waits have its turn. */
  readonly breathe: () => Promise<void>;
}

/** What decides about one file. */
export interface FileVerdict {
  readonly editor: EditorSettings;
  readonly settings: Settings;
  /** The configuration file that it is judged by. */
  readonly configuration: string | undefined;
  /** Why the file is not judged. */
  readonly leftOut: 'disabled' | 'excluded' | undefined;
}

/** A file whose findings can be shown. */
export interface ShownFile {
  readonly uri: string;
  /** The document's version that was judged; null for files that are not open. */
  readonly version: number | null;
  /** Undefined for files that are left out. */
  readonly judgement: Judgement | undefined;
  readonly lines: LineIndex;
  readonly configurationProblems: readonly ConfigurationProblem[];
}

/** A file as it was judged. */
export interface JudgedFile extends ShownFile {
  readonly path: string;
  readonly state: FileState;
  readonly verdict: FileVerdict;
}

/** How far up a kustomization is looked for that may name an open file as a patch. */
const KUSTOMIZATION_LEVELS = 4;

/** Everything that the handlers of one connection share. */
export class Session {
  readonly connection: Connection;
  readonly host: Host;
  readonly client: ClientTraits;
  readonly log: Log;
  readonly documents = new TextDocuments(TextDocument);
  readonly locations = new Locations();
  readonly settings: ClientSettings;
  readonly configurations: ConfigurationStores;
  readonly files: FileAccess;
  readonly workspace: Workspace;
  readonly converted: Converted = new WeakMap();
  folders: readonly WorkspaceFolder[];
  /** Configuration files whose problems are known to have been shown. */
  readonly #reported = new Set<string>();
  /** Files with the name of a configuration that have been in use. */
  readonly #met = new Set<string>();
  /** What the configurations in use are made of, whatever the names: what one extends, what the settings name. */
  #parts: ReadonlySet<string> = new Set<string>();
  /** How often the configurations were forgotten. */
  #forgotten = 0;
  /** By rule, where its page is. */
  readonly #pages = new Map<string, string>();
  /** Open documents that no editor shows. */
  readonly #outOfSight = new Set<string>();
  /** Folders whose kustomization has been read. */
  readonly #kustomized = new Map<string, Promise<void>>();

  constructor(connection: Connection, host: Host, client: ClientTraits, folders: readonly WorkspaceFolder[]) {
    this.connection = connection;
    this.host = host;
    this.client = client;
    this.folders = folders;
    this.log = new Log(connection.console);
    this.settings = new ClientSettings(connection, this.log);
    this.files = new SeenFiles({
      // What no editor shows has no unsaved text, and may be gone from the disk.
      open: (path) => (this.isInSight(path) ? this.#open(path)?.getText() : undefined),
      machine: host.files,
      client: client.files ? new ClientFiles(connection, this.locations) : undefined,
    });
    const today = (): string => new Date().toISOString().slice(0, 10);
    this.configurations = new ConfigurationStores((path) => this.files.read(path), today);
    this.workspace = new Workspace({
      rules: host.catalogue.map(({ rule }) => rule),
      today,
      onError: (rule, place, error) => {
        this.log.failure(`Rule ${rule} failed at ${place}`, error);
      },
    });
  }

  #open(path: string): TextDocument | undefined {
    return this.documents.get(this.locations.uri(path));
  }

  /** Whether the file at a path is open in an editor. */
  isOpen(path: string): boolean {
    return this.#open(path) !== undefined;
  }

  /** Whether an editor shows the file; editors keep documents open for a while after that. */
  isInSight(path: string): boolean {
    return this.isOpen(path) && !this.#outOfSight.has(this.locations.uri(path));
  }

  /** An editor shows a document, or none does any more. */
  sight(uri: string, isShown: boolean): void {
    if (isShown) this.#outOfSight.delete(uri);
    else this.#outOfSight.add(uri);
  }

  /** The workspace folder that a file stands in: the innermost. Documents that are no files stand in the first. */
  folderOf(uri: string): WorkspaceFolder | undefined {
    const path = this.locations.path(uri);
    if (!path.includes('/')) return this.folders[0];
    let found: WorkspaceFolder | undefined;
    let longest = -1;
    for (const folder of this.folders) {
      const root = this.locations.path(folder.uri).replace(/\/$/u, '');
      if (root.length > longest && (path === root || path.startsWith(`${root}/`))) [found, longest] = [folder, root.length];
    }
    return found;
  }

  /** What decides about a file. */
  async verdictOn(path: string): Promise<FileVerdict> {
    const { editor, folder, place } = await this.#placeOf(path);
    const { settings, isExcluded, configuration } = await this.configurations.settingsFor(place, editor, folder);
    return { editor, settings, configuration, leftOut: editor.enable ? (isExcluded ? 'excluded' : undefined) : 'disabled' };
  }

  /** Whether a file was judged by a configuration whose problems nobody has looked at. */
  hasUnreportedConfigurations({ configuration }: FileVerdict): boolean {
    return configuration !== undefined && !this.#reported.has(configuration);
  }

  /** What is wrong with the configurations that have been in use and are still there. */
  async configurationReports(): Promise<readonly ConfigurationReport[]> {
    let reports: readonly ConfigurationReport[];
    let forgotten: number;
    do {
      forgotten = this.#forgotten;
      for (const path of [...this.#met]) await this.#problemsOf(path);
      reports = await this.configurations.reports();
    } while (forgotten !== this.#forgotten); // Something has changed meanwhile.
    this.#met.clear();
    for (const { path } of reports) {
      this.#reported.add(path);
      if (isConfiguration(path)) this.#met.add(path);
    }
    this.#parts = new Set(await this.configurations.files());
    return reports;
  }

  /** Whether a file is a configuration by its name or because a configuration in use is made of it. */
  isConfiguration(path: string): boolean {
    return isConfiguration(path) || this.#parts.has(path);
  }

  /** Whether a part of a configuration in use stands in the folder at a path. */
  isConfigurationBelow(path: string): boolean {
    for (const part of this.#parts) if (part.startsWith(`${path}/`)) return true;
    return false;
  }

  /** A configuration may say something else now, or be found elsewhere. */
  forgetConfigurations(): void {
    this.#forgotten++;
    this.configurations.forget();
    this.#reported.clear();
  }

  /** A kustomization has come, gone or changed. */
  forgetKustomizations(): void {
    this.#kustomized.clear();
  }

  /** Judges a document as it is in the editor now; undefined when it is not open, or a copy that nobody edits. */
  async judge(uri: string): Promise<JudgedFile | undefined> {
    const document = this.documents.get(uri);
    if (!document || isCopy(uri)) return undefined;
    const path = this.locations.path(uri);
    await this.#noteKustomizations(path);
    const verdict = await this.verdictOn(path);
    const configurationProblems = await this.#problemsOf(path);
    if (this.documents.get(uri) !== document) return undefined; // Closed while the settings were asked for.
    return this.#judge(path, { uri, version: document.version, text: document.getText() }, verdict, configurationProblems);
  }

  /** Judges a file, open or not; undefined when it cannot be read. */
  async judgeFile(path: string): Promise<JudgedFile | undefined> {
    const uri = this.locations.uri(path);
    if (this.isOpen(path)) return this.judge(uri);
    const read = await this.files.read(path);
    if (!('text' in read)) return undefined;
    const verdict = await this.verdictOn(path);
    const configurationProblems = await this.#problemsOf(path);
    if (this.isOpen(path)) return this.judge(this.locations.uri(path)); // Opened while it was read.
    return this.#judge(path, { uri, version: null, text: read.text }, verdict, configurationProblems);
  }

  #judge(path: string, { uri, version, text }: { uri: string; version: number | null; text: string }, verdict: FileVerdict, configurationProblems: readonly ConfigurationProblem[]): JudgedFile {
    const common = { uri, path, version, verdict, configurationProblems };
    if (verdict.leftOut) {
      this.workspace.delete(path);
      return { ...common, state: verdict.leftOut, judgement: undefined, lines: new LineIndex(text) };
    }
    this.workspace.set(path, text, verdict.settings);
    const judgement = this.workspace.judge(path);
    const state: FileState = this.isConfiguration(path) ? 'configuration' : judgement?.kind === 'manifest' ? 'manifest' : judgement?.kind === 'helm-template' ? 'helm-template' : 'not-a-manifest';
    return { ...common, state, judgement, lines: judgement?.source?.lines ?? new LineIndex(text) };
  }

  async #problemsOf(path: string): Promise<readonly ConfigurationProblem[]> {
    if (isConfiguration(path)) {
      const { editor, folder } = await this.#placeOf(path);
      return this.configurations.report(path, editor, folder);
    }
    if (!this.#parts.has(path)) return [];
    return (await this.configurations.reports()).find((report) => report.path === path)?.problems ?? [];
  }

  /** Where a document's configuration is looked for: what is not saved yet belongs to where it will be saved. */
  async #placeOf(path: string): Promise<{ readonly editor: EditorSettings; readonly folder: string | undefined; readonly place: string }> {
    const uri = this.locations.uri(path);
    const folder = this.folderOf(uri);
    const root = folder && this.locations.path(folder.uri);
    // Files outside of all workspace folders are asked for by the folder that they are in: a scan can meet thousands.
    const editor = await this.settings.for(folder?.uri ?? (path.includes('/') ? uri.slice(0, uri.lastIndexOf('/') + 1) : uri));
    const unsaved = /^untitled:(?<rest>.*)$/isu.exec(path)?.groups?.['rest'];
    if (unsaved?.startsWith('//') === true) return { editor, folder: root, place: unsaved.replace(/^\/\/[^/]*/u, '') };
    if (!path.includes('/')) return { editor, folder: root, place: root === undefined ? '' : inFolder(root, path.slice(path.indexOf(':') + 1)) };
    return { editor, folder: root, place: path };
  }

  /** Reads the kustomizations that may name a file as a patch, so that what is absent in it is not taken for missing. */
  async #noteKustomizations(path: string): Promise<void> {
    if (!path.includes('/')) return;
    const readings: Promise<void>[] = [];
    let folder = folderOf(path);
    for (let level = 0; level < KUSTOMIZATION_LEVELS && folder !== undefined; level++, folder = folderOf(folder)) {
      const reading = this.#kustomized.get(folder) ?? this.#readKustomization(folder);
      this.#kustomized.set(folder, reading);
      readings.push(reading);
    }
    await Promise.all(readings);
  }

  async #readKustomization(folder: string): Promise<void> {
    const paths = KUSTOMIZATION_NAMES.map((name) => inFolder(folder, name));
    const texts = await Promise.all(paths.map((path) => this.files.read(path)));
    for (const [index, path] of paths.entries()) {
      const read = texts[index];
      this.workspace.noteKustomization(path, read && 'text' in read ? read.text : undefined);
    }
  }

  /** Where the page of a rule can be opened. */
  pageOf(rule: string): string | undefined {
    let page = this.#pages.get(rule);
    if (page === undefined) {
      page = this.#addressOf(rule);
      if (page !== undefined) this.#pages.set(rule, page);
    }
    return page;
  }

  #addressOf(rule: string): string | undefined {
    if (this.client.commands) return `command:${CLIENT_COMMANDS.explainRule}?${encodeURIComponent(JSON.stringify([rule]))}`;
    return this.host.pages === undefined ? undefined : `${this.host.pages}/${rule}.md`;
  }

  /** Lets a message go its way; that it could not be sent is told, not thrown. */
  send(what: string, message: Promise<void>): void {
    message.catch((error: unknown) => {
      this.log.failure(`Sending ${what} failed`, error);
    });
  }

  /** Runs a handler; what it throws is told once, and the client gets `otherwise`. */
  async guard<T>(what: string, otherwise: T, handler: () => T | Promise<T>): Promise<T> {
    try {
      return await handler();
    } catch (error) {
      this.log.failure(`${what} failed`, error);
      return otherwise;
    }
  }
}

/** Schemes of documents that are older or other states of a file; what is found there belongs to the file itself. */
const COPIES = /^(?:git|gitfs|git-index|gitlens|scm|vscode-scm|pr|review|conflictResolution|merge-conflict\.conflict-diff|chat-editing-[a-z-]+|vscode-local-history|output|vscode-chat-[a-z-]+):/iu;

function isCopy(uri: string): boolean {
  return COPIES.test(uri);
}
