import { TextDocuments, type Connection, type WorkspaceFolder } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Settings } from '../config/index.js';
import type { CatalogueEntry } from '../rules/index.js';
import { LineIndex } from '../text/index.js';
import { folderOf, inFolder, Workspace, type FileAccess, type Judgement } from '../workspace/index.js';
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

/** A problem of a configuration file, in its own text. */
export interface ConfigurationProblem {
  readonly message: string;
  readonly range: { readonly start: number; readonly end: number };
  readonly severity: 'error' | 'warning';
}

/** A file as its settings have it. */
export interface FileSettings {
  readonly editor: EditorSettings;
  readonly settings: Settings;
  /** Why the file is not judged. */
  readonly leftOut: 'disabled' | 'excluded' | undefined;
}

/** A document of the client as it is judged. */
export interface JudgedFile {
  readonly uri: string;
  readonly path: string;
  /** The document's version that was judged; null for files that are not open. */
  readonly version: number | null;
  readonly state: FileState;
  /** Undefined for files that are left out. */
  readonly judgement: Judgement | undefined;
  readonly lines: LineIndex;
  readonly text: string;
  readonly configurationProblems: readonly ConfigurationProblem[];
  readonly settings: FileSettings;
}

/** Everything that the handlers of one connection share. */
export class Session {
  readonly connection: Connection;
  readonly host: Host;
  readonly client: ClientTraits;
  readonly log: Log;
  readonly documents = new TextDocuments(TextDocument);
  readonly locations = new Locations();
  readonly settings: ClientSettings;
  readonly files: FileAccess;
  readonly workspace: Workspace;
  folders: readonly WorkspaceFolder[];

  constructor(connection: Connection, host: Host, client: ClientTraits, folders: readonly WorkspaceFolder[]) {
    this.connection = connection;
    this.host = host;
    this.client = client;
    this.folders = folders;
    this.log = new Log(connection.console);
    this.settings = new ClientSettings(connection, this.log);
    this.files = new SeenFiles({
      open: (path) => this.#open(path)?.getText(),
      machine: host.files,
      client: client.files ? new ClientFiles(connection, this.locations) : undefined,
    });
    this.workspace = new Workspace({
      rules: host.catalogue.map(({ rule }) => rule),
      today: () => new Date().toISOString().slice(0, 10),
      onError: (rule, place, error) => {
        this.log.failure(`Rule ${rule} failed at ${place}`, error);
      },
    });
  }

  /** The text of the file at a path as it stands in an editor. */
  #open(path: string): TextDocument | undefined {
    return this.documents.get(this.locations.uri(path));
  }

  isOpen(path: string): boolean {
    return this.#open(path) !== undefined;
  }

  /** The workspace folder that a file stands in: the innermost. */
  folderOf(uri: string): WorkspaceFolder | undefined {
    const path = this.locations.path(uri);
    let found: WorkspaceFolder | undefined;
    let longest = -1;
    for (const folder of this.folders) {
      const root = this.locations.path(folder.uri).replace(/\/$/u, '');
      if (root.length > longest && (path === root || path.startsWith(`${root}/`))) [found, longest] = [folder, root.length];
    }
    return found;
  }

  /** What decides about a file. */
  async settingsFor(path: string): Promise<FileSettings> {
    const uri = this.locations.uri(path);
    const editor = await this.settings.for(this.folderOf(uri)?.uri ?? uri);
    return { editor, settings: editor.base, leftOut: editor.enable ? undefined : 'disabled' };
  }

  /** The configuration file that a file is judged by; undefined where there is none. */
  async configurationOf(path: string): Promise<string | undefined> {
    for (let folder = folderOf(path); folder !== undefined; folder = folderOf(folder)) {
      const candidate = inFolder(folder, '.oakum.yaml');
      if ('text' in (await this.files.read(candidate))) return candidate;
    }
    return undefined;
  }

  /** Judges a document as it is in the editor now; undefined when it is not open, or a copy that nobody edits. */
  async judge(uri: string): Promise<JudgedFile | undefined> {
    const document = this.documents.get(uri);
    if (!document || isCopy(uri)) return undefined;
    const path = this.locations.path(uri);
    const settings = await this.settingsFor(path);
    if (this.documents.get(uri) !== document) return undefined; // Closed while the settings were asked for.
    return this.#judge(uri, path, document.getText(), document.version, settings);
  }

  /** Judges a file that is not open. */
  async judgeClosed(path: string): Promise<JudgedFile | undefined> {
    const read = await this.files.read(path);
    if (!('text' in read)) return undefined;
    const settings = await this.settingsFor(path);
    return this.#judge(this.locations.uri(path), path, read.text, null, settings);
  }

  #judge(uri: string, path: string, text: string, version: number | null, settings: FileSettings): JudgedFile {
    const common = { uri, path, version, text, settings, configurationProblems: [] };
    if (settings.leftOut) {
      this.workspace.delete(path);
      return { ...common, state: settings.leftOut, judgement: undefined, lines: new LineIndex(text) };
    }
    this.workspace.set(path, text, settings.settings);
    const judgement = this.workspace.judge(path);
    const state: FileState = judgement?.kind === 'manifest' ? 'manifest' : judgement?.kind === 'helm-template' ? 'helm-template' : 'not-a-manifest';
    return { ...common, state, judgement, lines: judgement?.source?.lines ?? new LineIndex(text) };
  }

  /** Where the page of a rule can be opened. */
  pageOf(rule: string): string | undefined {
    if (this.client.commands) return `command:${CLIENT_COMMANDS.explainRule}?${encodeURIComponent(JSON.stringify([rule]))}`;
    return this.host.pages === undefined ? undefined : `${this.host.pages}/${rule}.md`;
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
