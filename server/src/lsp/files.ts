import { CancellationTokenSource, type Connection } from 'vscode-languageserver';
import type { FileAccess, ReadResult } from '../workspace/index.js';
import { isOfMachine, type Locations } from './locations.js';
import { LIST_FILES, READ_FILE, type ListFilesParams, type ListFilesResult, type ReadFileParams, type ReadFileResult } from './protocol.js';

/** Files that only the client can reach: virtual workspaces, and all of them where the server runs in a browser. */
export class ClientFiles implements FileAccess {
  readonly #connection: Connection;
  readonly #locations: Locations;

  constructor(connection: Connection, locations: Locations) {
    this.#connection = connection;
    this.#locations = locations;
  }

  /** @inheritdoc */
  async read(path: string): Promise<ReadResult> {
    try {
      const params: ReadFileParams = { uri: this.#locations.uri(path) };
      return await this.#connection.sendRequest<ReadFileResult>(READ_FILE, params);
    } catch (error) {
      return { problem: error instanceof Error ? error.message : String(error) };
    }
  }

  /** @inheritdoc */
  async *walk(root: string, options: Parameters<FileAccess['walk']>[1]): AsyncGenerator<string> {
    const source = new CancellationTokenSource();
    const cancel = (): void => {
      source.cancel();
    };
    options.signal?.addEventListener('abort', cancel);
    try {
      const params: ListFilesParams = { folder: this.#locations.uri(root) };
      const { uris } = await this.#connection.sendRequest<ListFilesResult>(LIST_FILES, params, source.token);
      for (const uri of uris) {
        if (options.signal?.aborted) return;
        yield this.#locations.path(uri);
      }
    } catch (error) {
      if (!options.signal?.aborted) options.onProblem?.(root, error instanceof Error ? error.message : String(error));
    } finally {
      options.signal?.removeEventListener('abort', cancel);
      source.dispose();
    }
  }
}

/** Files as the user sees them: what is open in an editor is read from there, all else from where it lies. */
export class SeenFiles implements FileAccess {
  readonly #open: (path: string) => string | undefined;
  readonly #machine: FileAccess | undefined;
  readonly #client: FileAccess | undefined;

  constructor(places: { readonly open: (path: string) => string | undefined; readonly machine: FileAccess | undefined; readonly client: FileAccess | undefined }) {
    this.#open = places.open;
    this.#machine = places.machine;
    this.#client = places.client;
  }

  /** @inheritdoc */
  async read(path: string): Promise<ReadResult> {
    const text = this.#open(path);
    if (text !== undefined) return { text };
    return (await this.#for(path)?.read(path)) ?? { problem: 'missing' };
  }

  /** @inheritdoc */
  async *walk(root: string, options: Parameters<FileAccess['walk']>[1]): AsyncGenerator<string> {
    const files = this.#for(root);
    if (files) yield* files.walk(root, options);
    else options.onProblem?.(root, 'The editor does not let the server read this folder.');
  }

  #for(path: string): FileAccess | undefined {
    return this.#machine && isOfMachine(path) ? this.#machine : this.#client;
  }
}
