// What client and server say to each other beside the Language Server Protocol. No other code stands here, so that the
// client can read it without the server.

/** What the client tells of itself in `initializationOptions`; clients that say nothing get what any editor understands. */
export interface InitializationOptions {
  /** The client has Oakum's commands: it explains rules and asks for the reasons of suppressions. */
  readonly commands?: boolean;
  /** The client wants `oakum/status`. */
  readonly status?: boolean;
  /** The client answers `oakum/readFile` and `oakum/listFiles` for folders that the server cannot reach itself. */
  readonly files?: boolean;
}

/** The client's commands that the server's code actions and links name. */
export const CLIENT_COMMANDS = { explainRule: 'oakum.explainRule', suppress: 'oakum.suppress' } as const;

/** The commands that the server executes for clients without commands of their own. */
export const SERVER_COMMANDS = { scan: 'oakum.server.scan', openDocumentation: 'oakum.server.openDocumentation' } as const;

/** Server to client: the text of a file. */
export const READ_FILE = 'oakum/readFile';
export interface ReadFileParams {
  readonly uri: string;
}
export type ReadFileResult = { readonly text: string } | { readonly problem: string };

/** Server to client: the files below a folder that can hold manifests. */
export const LIST_FILES = 'oakum/listFiles';
export interface ListFilesParams {
  readonly folder: string;
}
export interface ListFilesResult {
  readonly uris: readonly string[];
}

/** Server to client: what is known of a document. */
export const STATUS = 'oakum/status';
export type FileState =
  /** Oakum is switched off for it. */
  | 'disabled'
  /** The configuration excludes it. */
  | 'excluded'
  | 'helm-template'
  | 'not-a-manifest'
  | 'configuration'
  | 'manifest';
export interface StatusParams {
  readonly uri: string;
  readonly state: FileState;
  readonly findings: number;
  /** Findings that are silenced. */
  readonly suppressed: number;
  /** The profile in force, where the file is judged. */
  readonly profile?: string;
  readonly kubernetesVersion?: string;
}

/** Client to server: a document is open but no longer in sight, so the client does not ask about it any more. */
export const OUT_OF_SIGHT = 'oakum/outOfSight';
export interface OutOfSightParams {
  readonly uri: string;
}

/** Client to server: judges every manifest below the folders (by default all workspace folders), with progress. */
export const SCAN = 'oakum/scan';
export interface ScanParams {
  readonly folders?: readonly string[];
  /** Under it the server reports `ScanProgressValue`s. */
  readonly progressToken?: string;
}
export const SCAN_PROGRESS = 'oakum/scanProgress';
export interface ScanProgressParams {
  readonly token: string;
  readonly done: number;
  /** Undefined while folders are still being walked. */
  readonly total?: number;
  readonly findings: number;
}
export interface ScanResult {
  readonly scanned: number;
  readonly manifests: number;
  readonly helmTemplates: number;
  readonly excluded: number;
  readonly findings: number;
  /** Files with at least one finding. */
  readonly files: number;
  readonly problems: number;
  readonly wasCancelled: boolean;
}

/** Client to server: repairs a file or everything below the folders; answers an LSP `WorkspaceEdit` or null. */
export const FIX_ALL = 'oakum/fixAll';
export interface FixAllParams {
  /** One file. */
  readonly uri?: string;
  /** Else all files below these; by default all workspace folders. */
  readonly folders?: readonly string[];
  readonly progressToken?: string;
}

/** Client to server: the edit that silences a finding; answers an LSP `WorkspaceEdit` or null. */
export const SUPPRESS = 'oakum/suppress';
export interface SuppressParams {
  readonly uri: string;
  readonly rule: string;
  /** The start of the finding, as in its diagnostic. */
  readonly position: { readonly line: number; readonly character: number };
  readonly scope: 'line' | 'resource';
  readonly reason: string;
}

/** Client to server: every rule, for picking one. */
export const RULES = 'oakum/rules';
export interface RuleSummary {
  readonly id: string;
  readonly area: string;
  readonly summary: string;
  readonly severity: string;
  readonly profile: string;
}

/** Client to server: what a new configuration file is called and holds. */
export const NEW_CONFIGURATION = 'oakum/newConfiguration';
export interface NewConfiguration {
  readonly name: string;
  readonly text: string;
}
