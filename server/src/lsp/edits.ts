import { AnnotatedTextEdit, CreateFile, OptionalVersionedTextDocumentIdentifier, TextDocumentEdit, TextEdit as ProtocolEdit, type ChangeAnnotation, type TextDocumentEdit as DocumentEdit, type WorkspaceEdit } from 'vscode-languageserver';
import type { LineIndex, TextEdit } from '../text/index.js';
import { toEdits } from './convert.js';
import type { ClientTraits } from './traits.js';

/** Edits of one file. */
export interface FileEdits {
  readonly uri: string;
  /** The version of the open document that the edits are for; null when it is not open. */
  readonly version: number | null;
  readonly lines: LineIndex;
  readonly edits: readonly TextEdit[];
  /** Said where changes are looked through before they are made. */
  readonly annotation?: { readonly label: string; readonly description?: string };
}

/** Edits as the client takes them: versioned where it knows versions, and to be confirmed where they are annotated. */
export function workspaceEdit(files: readonly FileEdits[], client: ClientTraits): WorkspaceEdit {
  if (!client.documentChanges) return { changes: Object.fromEntries(files.map((file) => [file.uri, toEdits(file.edits, file.lines)])) };
  const changeAnnotations: Record<string, ChangeAnnotation> = {};
  const documentChanges = files.map((file, index): DocumentEdit => {
    const edits = toEdits(file.edits, file.lines);
    const document = OptionalVersionedTextDocumentIdentifier.create(file.uri, file.version);
    if (!file.annotation || !client.changeAnnotations) return TextDocumentEdit.create(document, edits);
    const id = String(index);
    changeAnnotations[id] = { needsConfirmation: true, ...file.annotation };
    return TextDocumentEdit.create(document, edits.map((edit) => AnnotatedTextEdit.replace(edit.range, edit.newText, id)));
  });
  return { documentChanges, ...(Object.keys(changeAnnotations).length > 0 ? { changeAnnotations } : {}) };
}

/** The edit that makes a file with this text; undefined for clients that cannot. */
export function creation(uri: string, text: string, client: ClientTraits): WorkspaceEdit | undefined {
  if (!client.createsFiles) return undefined;
  const start = { line: 0, character: 0 };
  return { documentChanges: [CreateFile.create(uri, { ignoreIfExists: true }), TextDocumentEdit.create(OptionalVersionedTextDocumentIdentifier.create(uri, null), [ProtocolEdit.insert(start, text)])] };
}
