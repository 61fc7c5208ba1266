// The workspaces that the tests open: copies, so that a test may change them.
import { cpSync } from 'node:fs';
import { basename, join } from 'node:path';
import { ROOT, temporaryDirectory } from '../../tools/process.mjs';
import { EDITOR_ROOT } from './install.mjs';

const WORKSPACE = join(EDITOR_ROOT, 'workspace');

/** The manifests that `npm start` shows. */
export const SAMPLES = join(ROOT, 'samples');

/** Copies a folder, by default the shop's of the editor tests, into a temporary place under its own name. */
export function copyWorkspace(from = join(WORKSPACE, 'shop')) {
  const workspace = join(temporaryDirectory('oakum-workspace'), basename(from));
  cpSync(from, workspace, { recursive: true });
  return workspace;
}

/** Copies the folders of all teams, and the samples beside them; resolves with the file that opens them as one workspace. */
export function copyTeamWorkspace() {
  const workspace = copyWorkspace(WORKSPACE);
  cpSync(SAMPLES, join(workspace, 'samples'), { recursive: true });
  return join(workspace, 'team.code-workspace');
}
