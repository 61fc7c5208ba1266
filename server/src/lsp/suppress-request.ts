import type { WorkspaceEdit } from 'vscode-languageserver';
import { workspaceEdit } from './edits.js';
import type { SuppressParams } from './protocol.js';
import { isRead, placedFindings } from './repairs.js';
import type { Session } from './session.js';
import { suppress } from './suppress.js';

/** Answers `oakum/suppress`: the edit that silences a finding; null when the finding is no longer there. */
export async function suppressRequest(session: Session, { uri, rule, position, scope, reason }: SuppressParams): Promise<WorkspaceEdit | null> {
  const file = await session.judge(uri);
  if (!file || !isRead(file.judgement)) return null;
  const start = file.lines.offset(position);
  const placed = placedFindings(file.judgement).find(({ finding }) => finding.rule === rule && finding.range.start === start);
  const edits = placed && suppress(file.judgement, placed, scope, reason);
  return edits ? workspaceEdit([{ ...file, edits }], session.client) : null;
}
