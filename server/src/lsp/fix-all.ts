import type { CancellationToken, WorkspaceEdit } from 'vscode-languageserver';
import { workspaceEdit, type FileEdits } from './edits.js';
import type { FixAllParams } from './protocol.js';
import { isRead, repairFile } from './repairs.js';
import type { Scanner } from './scanner.js';
import type { Session } from './session.js';

/** Repairs a file, or everything below folders; null when nothing can be, or the client has cancelled. */
export async function fixAll(session: Session, scanner: Scanner, params: FixAllParams, token: CancellationToken): Promise<WorkspaceEdit | null> {
  if (params.uri !== undefined) {
    const file = await session.judge(params.uri);
    const repaired = file && isRead(file.judgement) ? repairFile(file.judgement, () => true) : undefined;
    return file && repaired ? workspaceEdit([{ ...file, edits: repaired.edits }], session.client) : null;
  }
  const files: FileEdits[] = [];
  let findings = 0;
  const isWhole = await scanner.visit(
    params.folders,
    token,
    {
      findings: () => findings,
      onFile: (judgement) => {
        if (!isRead(judgement)) return;
        const repaired = repairFile(judgement, () => true);
        if (!repaired) return;
        findings += repaired.fixed;
        const uri = session.locations.uri(judgement.path);
        const label = repaired.fixed === 1 ? 'Repair 1 finding' : `Repair ${String(repaired.fixed)} findings`;
        files.push({ uri, version: session.documents.get(uri)?.version ?? null, lines: judgement.source.lines, edits: repaired.edits, annotation: { label } });
      },
    },
    params.progressToken,
  );
  return isWhole && files.length > 0 ? workspaceEdit(files, session.client) : null;
}
