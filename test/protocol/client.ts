import { spawn, type ChildProcess } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import {
  createProtocolConnection,
  StreamMessageReader,
  StreamMessageWriter,
  type ClientCapabilities,
  type CodeAction,
  type Diagnostic,
  type DocumentDiagnosticReport,
  type Hover,
  type InitializeResult,
  type Position,
  type ProtocolConnection,
  type PublishDiagnosticsParams,
  type Range,
  type TextEdit,
  type WorkspaceEdit,
} from 'vscode-languageserver-protocol/node';
import { TextDocument } from 'vscode-languageserver-textdocument';

/** The server as it is shipped. */
export const SERVER = fileURLToPath(new URL('../../dist/server.js', import.meta.url));

/** What a modern editor says of itself. */
export const MODERN: ClientCapabilities = {
  textDocument: {
    codeAction: {
      codeActionLiteralSupport: { codeActionKind: { valueSet: ['', 'quickfix', 'refactor', 'refactor.rewrite', 'source', 'source.fixAll'] } },
      dataSupport: true,
      isPreferredSupport: true,
      resolveSupport: { properties: ['edit'] },
    },
    diagnostic: { codeDescriptionSupport: true, dataSupport: true, relatedInformation: true, tagSupport: { valueSet: [1, 2] } },
    hover: { contentFormat: ['markdown', 'plaintext'] },
    publishDiagnostics: { codeDescriptionSupport: true, dataSupport: true, relatedInformation: true, tagSupport: { valueSet: [1, 2] } },
  },
  workspace: {
    applyEdit: true,
    configuration: true,
    didChangeWatchedFiles: { dynamicRegistration: true },
    diagnostics: { refreshSupport: true },
    workspaceEdit: { documentChanges: true, resourceOperations: ['create'], changeAnnotationSupport: {} },
    workspaceFolders: true,
  },
  window: { showDocument: { support: true }, workDoneProgress: true },
};

/** What the oldest editors say of themselves. */
export const PLAIN: ClientCapabilities = {};

export interface ClientOptions {
  readonly capabilities?: ClientCapabilities;
  readonly initializationOptions?: unknown;
  readonly folders?: readonly string[];
}

/** A language client that speaks with the real server over standard streams. */
export class Client {
  readonly connection: ProtocolConnection;
  readonly published = new Map<string, Diagnostic[]>();
  readonly publications: PublishDiagnosticsParams[] = [];
  readonly registrations: { readonly method: string; readonly registerOptions?: unknown }[] = [];
  /** What the server wrote into the output channel. */
  readonly messages: string[] = [];
  readonly shown: string[] = [];
  /** `oakum.*`, by scope; '' for all others. */
  readonly settings = new Map<string, unknown>();
  /** The scopes for which the server has asked for settings. */
  readonly asked: (string | undefined)[] = [];
  refreshes = 0;
  initialized: InitializeResult | undefined;
  readonly #process: ChildProcess;
  readonly #documents = new Map<string, TextDocument>();
  readonly #listeners = new Set<() => void>();
  #stderr = '';

  private constructor(process: ChildProcess) {
    this.#process = process;
    const { stdin, stdout, stderr } = process;
    if (!stdin || !stdout || !stderr) throw new Error('The server has no streams.');
    stderr.on('data', (data: Buffer) => (this.#stderr += data.toString()));
    this.connection = createProtocolConnection(new StreamMessageReader(stdout), new StreamMessageWriter(stdin));
    this.connection.onNotification('textDocument/publishDiagnostics', (params: PublishDiagnosticsParams) => {
      this.publications.push(params);
      this.published.set(params.uri, params.diagnostics);
      this.#happened();
    });
    this.connection.onNotification('window/logMessage', ({ message }: { message: string }) => {
      this.messages.push(message);
    });
    this.connection.onRequest('client/registerCapability', ({ registrations }: { registrations: { method: string; registerOptions?: unknown }[] }) => {
      this.registrations.push(...registrations);
      this.#happened();
      return null;
    });
    this.connection.onRequest('workspace/configuration', ({ items }: { items: { scopeUri?: string }[] }) =>
      items.map(({ scopeUri }) => {
        this.asked.push(scopeUri);
        return this.settings.get(scopeUri ?? '') ?? this.settings.get('') ?? null;
      }),
    );
    this.connection.onRequest('workspace/diagnostic/refresh', () => {
      this.refreshes++;
      this.#happened();
      return null;
    });
    this.connection.onRequest('window/showDocument', ({ uri }: { uri: string }) => {
      this.shown.push(uri);
      return { success: true };
    });
    this.connection.onRequest('window/workDoneProgress/create', () => null);
    this.connection.listen();
  }

  static async start(options: ClientOptions = {}): Promise<Client> {
    const client = new Client(spawn(process.execPath, ['--unhandled-rejections=strict', SERVER, '--stdio'], { stdio: 'pipe' }));
    const died = new Promise<never>((_, reject) => {
      client.#process.once('exit', (code) => {
        reject(new Error(`The server ended with ${String(code)} before it was told to: ${client.#stderr}`));
      });
    });
    died.catch(() => undefined); // Once it has started, `stop` looks at how it ends.
    const answer = client.connection.sendRequest<InitializeResult>('initialize', {
      processId: process.pid,
      rootUri: null,
      capabilities: options.capabilities ?? MODERN,
      initializationOptions: options.initializationOptions,
      workspaceFolders: (options.folders ?? []).map((uri) => ({ uri, name: uri })),
    });
    client.initialized = await Promise.race([answer, died]);
    await client.connection.sendNotification('initialized', {});
    return client;
  }

  /** Ends the server as editors do. Its exit code is 0, and it has complained of nothing. */
  async stop(): Promise<void> {
    const ended = new Promise<number | null>((resolve) => this.#process.once('exit', resolve));
    await this.connection.sendRequest('shutdown');
    await this.connection.sendNotification('exit');
    const code = await ended;
    this.connection.dispose();
    if (code !== 0 || this.#stderr !== '') throw new Error(`The server ended with ${String(code)}: ${this.#stderr}`);
  }

  async open(uri: string, text: string, languageId = 'yaml'): Promise<void> {
    this.#documents.set(uri, TextDocument.create(uri, languageId, 1, text));
    await this.connection.sendNotification('textDocument/didOpen', { textDocument: { uri, languageId, version: 1, text } });
  }

  /** Types `text` over a range, as one incremental change. */
  async type(uri: string, range: Range, text: string): Promise<void> {
    const document = this.#document(uri);
    const contentChanges = [{ range, text }];
    this.#documents.set(uri, TextDocument.update(document, contentChanges, document.version + 1));
    await this.connection.sendNotification('textDocument/didChange', { textDocument: { uri, version: document.version }, contentChanges });
  }

  async close(uri: string): Promise<void> {
    this.#documents.delete(uri);
    await this.connection.sendNotification('textDocument/didClose', { textDocument: { uri } });
  }

  text(uri: string): string {
    return this.#document(uri).getText();
  }

  /** The range of the first `part` in the document. */
  rangeOf(uri: string, part: string, from = 0): Range {
    const document = this.#document(uri);
    const start = document.getText().indexOf(part, from);
    if (start < 0) throw new Error(`There is no ${JSON.stringify(part)} in ${uri}.`);
    return { start: document.positionAt(start), end: document.positionAt(start + part.length) };
  }

  /** The text that a range of the document covers. */
  textAt(uri: string, range: Range): string {
    return this.#document(uri).getText(range);
  }

  async pull(uri: string, previousResultId?: string): Promise<DocumentDiagnosticReport> {
    return this.connection.sendRequest('textDocument/diagnostic', { textDocument: { uri }, ...(previousResultId === undefined ? {} : { previousResultId }) });
  }

  async diagnostics(uri: string): Promise<Diagnostic[]> {
    const report = await this.pull(uri);
    if (report.kind !== 'full') throw new Error('The report is not full.');
    return report.items;
  }

  async actions(uri: string, range: Range, only?: string[]): Promise<CodeAction[]> {
    const diagnostics = this.initialized?.capabilities.diagnosticProvider ? await this.diagnostics(uri) : (this.published.get(uri) ?? []);
    return this.connection.sendRequest('textDocument/codeAction', { textDocument: { uri }, range, context: { diagnostics, ...(only ? { only } : {}) } });
  }

  async resolve(action: CodeAction): Promise<CodeAction> {
    return this.connection.sendRequest('codeAction/resolve', action);
  }

  async hover(uri: string, position: Position): Promise<Hover | null> {
    return this.connection.sendRequest('textDocument/hover', { textDocument: { uri }, position });
  }

  /** The document's text after a workspace edit, which must be for the version that is open. */
  applied(uri: string, edit: WorkspaceEdit | undefined): string {
    const document = this.#document(uri);
    const edits: TextEdit[] = [...(edit?.changes?.[uri] ?? [])];
    for (const change of edit?.documentChanges ?? []) {
      if (!('edits' in change) || change.textDocument.uri !== uri) continue;
      if (change.textDocument.version !== document.version) throw new Error(`The edit is for version ${String(change.textDocument.version)}, not ${String(document.version)}.`);
      edits.push(...(change.edits as TextEdit[]));
    }
    if (edits.length === 0) throw new Error('There is no edit of the document.');
    return TextDocument.applyEdits(document, edits);
  }

  /** Waits until something is so, looking whenever the server has sent anything. */
  async until(what: string, isSo: () => boolean, timeout = 5000): Promise<void> {
    if (isSo()) return;
    await new Promise<void>((resolve, reject) => {
      const look = (): void => {
        if (!isSo()) return;
        clearTimeout(timer);
        this.#listeners.delete(look);
        resolve();
      };
      const timer = setTimeout(() => {
        this.#listeners.delete(look);
        reject(new Error(`Waited ${String(timeout)} ms in vain: ${what}.`));
      }, timeout);
      this.#listeners.add(look);
    });
  }

  #document(uri: string): TextDocument {
    const document = this.#documents.get(uri);
    if (!document) throw new Error(`${uri} is not open.`);
    return document;
  }

  #happened(): void {
    for (const listener of [...this.#listeners]) listener();
  }
}
