import { DidChangeWatchedFilesNotification, FileChangeType, WatchKind, type FileEvent } from 'vscode-languageserver';
import { isKustomization } from '../workspace/index.js';
import type { Session } from './session.js';

/**
 * What the client is asked to watch: files that can be manifests or say something about them, and folders that come or go
 * whole, of whose contents editors do not tell.
 */
const WATCHERS = [
  { globPattern: '**/*.{yaml,yml,json,YAML,YML,JSON}' },
  { globPattern: '**/{Kustomization,.gitignore}' },
  { globPattern: '**', kind: WatchKind.Create | WatchKind.Delete },
];

/** Asks the client to tell of files that change outside of its editors. */
export async function watchFiles(session: Session): Promise<void> {
  if (session.client.watchesFiles) await session.connection.client.register(DidChangeWatchedFilesNotification.type, { watchers: WATCHERS });
}

/** Changes of files, by what they mean. */
export interface FileChanges {
  /** Each file once, by its last event. */
  readonly files: readonly { readonly path: string; readonly isGone: boolean }[];
  /** A configuration file is among them, or a folder that may have held one. */
  readonly touchesConfiguration: boolean;
  /** A kustomization is among them. */
  readonly touchesKustomization: boolean;
}

/** Reads the client's events. */
export function readChanges(session: Session, events: readonly FileEvent[]): FileChanges {
  const files = new Map<string, boolean>();
  for (const { uri, type } of events) files.set(session.locations.path(uri), type === FileChangeType.Deleted);
  const paths = [...files.keys()];
  return {
    files: [...files].map(([path, isGone]) => ({ path, isGone })),
    touchesConfiguration: paths.some((path) => session.isConfiguration(path) || session.isConfigurationBelow(path)),
    touchesKustomization: paths.some(isKustomization),
  };
}
