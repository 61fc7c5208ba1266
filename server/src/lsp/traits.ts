import { CodeActionKind, MarkupKind, type InitializeParams } from 'vscode-languageserver';
import type { InitializationOptions } from './protocol.js';

/** What the client at the other end can do, as far as the server acts on it. */
export interface ClientTraits {
  /** It asks for diagnostics; else they are sent to it. */
  readonly pullsDiagnostics: boolean;
  readonly refreshesDiagnostics: boolean;
  readonly relatedInformation: boolean;
  readonly tags: boolean;
  readonly codeDescription: boolean;
  readonly diagnosticData: boolean;
  readonly codeActionLiterals: boolean;
  readonly resolvesEdits: boolean;
  readonly preferredActions: boolean;
  readonly documentChanges: boolean;
  readonly changeAnnotations: boolean;
  readonly createsFiles: boolean;
  readonly appliesEdits: boolean;
  readonly markdown: boolean;
  readonly configuration: boolean;
  readonly configurationRegistration: boolean;
  readonly watchesFiles: boolean;
  readonly workspaceFolders: boolean;
  readonly workDoneProgress: boolean;
  readonly showsDocuments: boolean;
  /** It has Oakum's own commands. */
  readonly commands: boolean;
  readonly status: boolean;
  readonly files: boolean;
}

/** Reads what a client says of itself. */
export function traitsOf({ capabilities, initializationOptions }: InitializeParams): ClientTraits {
  const { textDocument, workspace, window } = capabilities;
  const own = optionsOf(initializationOptions);
  // The pull model has capabilities of its own since 3.18; before, those of the push model held for both.
  const told = [textDocument?.diagnostic, textDocument?.publishDiagnostics];
  const edits = workspace?.workspaceEdit;
  return {
    pullsDiagnostics: textDocument?.diagnostic !== undefined,
    refreshesDiagnostics: workspace?.diagnostics?.refreshSupport === true,
    relatedInformation: told.some((one) => one?.relatedInformation === true),
    tags: told.some((one) => one?.tagSupport !== undefined),
    codeDescription: told.some((one) => one?.codeDescriptionSupport === true),
    diagnosticData: told.some((one) => one?.dataSupport === true),
    codeActionLiterals: textDocument?.codeAction?.codeActionLiteralSupport?.codeActionKind.valueSet.some((kind) => kind === CodeActionKind.QuickFix) === true,
    resolvesEdits: textDocument?.codeAction?.resolveSupport?.properties.includes('edit') === true && textDocument.codeAction.dataSupport === true,
    preferredActions: textDocument?.codeAction?.isPreferredSupport === true,
    documentChanges: edits?.documentChanges === true,
    changeAnnotations: edits?.documentChanges === true && edits.changeAnnotationSupport !== undefined,
    createsFiles: edits?.documentChanges === true && edits.resourceOperations?.includes('create') === true,
    appliesEdits: workspace?.applyEdit === true,
    markdown: textDocument?.hover?.contentFormat?.includes(MarkupKind.Markdown) === true,
    configuration: workspace?.configuration === true,
    configurationRegistration: workspace?.didChangeConfiguration?.dynamicRegistration === true,
    watchesFiles: workspace?.didChangeWatchedFiles?.dynamicRegistration === true,
    workspaceFolders: workspace?.workspaceFolders === true,
    workDoneProgress: window?.workDoneProgress === true,
    showsDocuments: window?.showDocument?.support === true,
    commands: own.commands === true,
    status: own.status === true,
    files: own.files === true,
  };
}

function optionsOf(options: unknown): InitializationOptions {
  return typeof options === 'object' && options !== null ? options : {};
}
