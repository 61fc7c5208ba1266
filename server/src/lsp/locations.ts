import { URI } from 'vscode-uri';

/**
 * Turns URIs into the paths that the workspace goes by, and back. A `file:` URI becomes a path of the machine with forward
 * slashes; any other stays a URI, but unescaped, so that globs and relative references read it as people write it.
 */
export class Locations {
  /** How a client writes the URIs of what it has named; each client escapes in its own way. */
  readonly #uris = new Map<string, string>();

  /** The path of a URI. */
  path(uri: string): string {
    return pathOf(URI.parse(uri));
  }

  /** Remembers the URI under which the client knows a file, until `release`. */
  hold(uri: string): void {
    this.#uris.set(this.path(uri), uri);
  }

  release(uri: string): void {
    this.#uris.delete(this.path(uri));
  }

  /** The URI of a path, as the client writes it if the client has named it. */
  uri(path: string): string {
    return this.#uris.get(path) ?? uriOf(path).toString();
  }
}

/** Whether a path is one of the machine's own file system. */
export function isOfMachine(path: string): boolean {
  return !SCHEME.test(path);
}

/** Two letters at least: `c:/` is a drive. */
const SCHEME = /^(?<scheme>[a-z][a-z0-9+.-]+):(?:\/\/(?<authority>[^/]*))?(?<path>.*)$/isu;

function pathOf(uri: URI): string {
  if (uri.scheme === 'file') {
    const path = uri.authority === '' ? uri.path : `//${uri.authority}${uri.path}`;
    return path.replace(/^\/([A-Za-z]):/u, (_, drive: string) => `${drive.toLowerCase()}:`);
  }
  const query = uri.query === '' ? '' : `?${uri.query}`;
  const fragment = uri.fragment === '' ? '' : `#${uri.fragment}`;
  const slashes = uri.authority === '' && !uri.path.startsWith('/') ? '' : `//${uri.authority}`;
  return `${uri.scheme}:${slashes}${uri.path}${query}${fragment}`;
}

function uriOf(path: string): URI {
  const match = SCHEME.exec(path);
  if (!match?.groups) return URI.file(path);
  return URI.from({ scheme: match.groups['scheme'] ?? '', authority: match.groups['authority'] ?? '', path: match.groups['path'] ?? '' });
}
