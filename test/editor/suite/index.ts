import { appendFileSync } from 'node:fs';
import { addActionTests } from './actions.js';
import { addCommandTests } from './commands.js';
import { whatIsOpen } from './desk.js';
import { addDiagnosticTests } from './diagnostics.js';
import { addHoverTests } from './hover.js';
import { Suite } from './runner.js';
import { addScanTests } from './scan.js';
import { addSettingsTests } from './settings.js';
import { addSmokeTests } from './smoke.js';

/** The entry that VS Code calls inside the extension host; it rejects when a test failed. */
export async function run(): Promise<void> {
  const report = process.env['OAKUM_SUITE_REPORT'];
  if (report === undefined) throw new Error('OAKUM_SUITE_REPORT must name the file that the results are written to.');
  const suite = new Suite(whatIsOpen);
  addSmokeTests(suite.test);
  addDiagnosticTests(suite.test);
  addActionTests(suite.test);
  addSettingsTests(suite.test);
  addHoverTests(suite.test);
  addScanTests(suite.test);
  addCommandTests(suite.test);
  const failed = await suite.run((line) => appendFileSync(report, `${line}\n`), process.env['OAKUM_SUITE_FILTER']);
  if (failed > 0) throw new Error(`${failed} failed`);
}
