// What a person sees and does in the editor with the packaged extension, in the workbench of VS Code itself.
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { copyWorkspace } from './editor.mjs';
import { SCREENSHOTS, runAsPerson } from './person.mjs';

await runAsPerson([
  [
    'the packaged extension installs and underlines a finding',
    async (open) => {
      const { workbench } = await open({ folder: copyWorkspace() });
      await workbench.openFile('deployment.yaml');
      await workbench.waitForProblem(/privileged/i);
      await workbench.screenshot(join(SCREENSHOTS, 'first-finding.png'));
      assert.equal(await workbench.isRestricted(), false);
    },
  ],
]);
