// The workspaces that the tests open: copies, so that a test may change them.
import { cpSync } from 'node:fs';
import { basename, join } from 'node:path';
import { temporaryDirectory } from '../../tools/process.mjs';
import { EDITOR_ROOT } from './install.mjs';

/** Copies a folder, by default the one of the editor tests, into a temporary place under its own name. */
export function copyWorkspace(from = join(EDITOR_ROOT, 'workspace')) {
  const workspace = join(temporaryDirectory('oakum-workspace'), basename(from));
  cpSync(from, workspace, { recursive: true });
  return workspace;
}
