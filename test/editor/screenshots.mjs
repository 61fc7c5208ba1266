// `node test/editor/screenshots.mjs [--vsix FILE]`: takes the pictures of the documentation, docs/images/*.png, with the packaged extension on the samples.
import { statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { ensureInstalled } from '../../tools/install.mjs';
import { makePackage } from '../../tools/package.mjs';
import { ROOT, exitOnSignals } from '../../tools/process.mjs';
import { SAMPLES, copyWorkspace, eventually, installExtension, startEditor } from './editor.mjs';

const IMAGES = join(ROOT, 'docs', 'images');

/** The largest picture that does not slow the README down, in bytes. */
const LIMIT = 300 * 1024;

/** What a picture does not need. */
const SETTINGS = {
  'breadcrumbs.enabled': false,
  'editor.minimap.enabled': false,
  'editor.stickyScroll.enabled': false,
  'window.commandCenter': false,
  'workbench.layoutControl.enabled': false,
  'workbench.colorTheme': 'Default Dark Modern',
};

/** The pictures by name, each from a window of its own. */
const PICTURES = {
  async 'quick-fix'(workbench) {
    await workbench.openFile('insecure/shop.yaml');
    await workbench.waitForSquiggle('error');
    await workbench.cursorTo(31, 26);
    await workbench.quickFixes();
  },

  async scan(workbench) {
    await workbench.openFile('insecure/pod.json');
    await workbench.waitForSquiggle('warning');
    await workbench.command('Problems: Focus on Problems View');
    await workbench.command('Oakum: Scan Workspace');
    await workbench.waitForProblem(/^shop\.yaml\s*insecure/);
    await eventually('the result alone', async () => {
      const texts = await workbench.notifications();
      return texts.length === 1 && /^Oakum: \d+ findings in/.test(texts[0]);
    });
  },

  async hover(workbench) {
    await workbench.openFile('insecure/shop.yaml');
    await workbench.waitForSquiggle('error');
    await workbench.cursorTo(55, 1);
    await workbench.hover('Unconfined', /In force[^]*seccomp-unconfined:/);
  },
};

exitOnSignals();
const { values } = parseArgs({ options: { vsix: { type: 'string' } } });
await ensureInstalled();
const vsix = values.vsix === undefined ? await makePackage({ isQuiet: true }) : resolve(values.vsix);
const editor = await startEditor({ extensions: await installExtension(vsix), settings: SETTINGS });
try {
  for (const [name, take] of Object.entries(PICTURES)) {
    const workbench = await editor.open(copyWorkspace(SAMPLES));
    await take(workbench);
    const file = join(IMAGES, `${name}.png`);
    await workbench.screenshot(file);
    await workbench.close();
    const { size } = statSync(file);
    process.stdout.write(`${file}: ${Math.ceil(size / 1024)} KB\n`);
    if (size >= LIMIT) throw new Error(`${file} has ${size} bytes; it must stay below ${LIMIT}.`);
  }
} finally {
  await editor.stop();
}
process.exit(0);
