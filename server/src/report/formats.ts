import type { FormatName } from './format-names.js';
import { githubReport } from './github.js';
import { jsonReport } from './json.js';
import { junitReport } from './junit.js';
import { markdownReport } from './markdown.js';
import type { ScanReport } from './report.js';
import { sarifReport } from './sarif.js';
import { textReport, type TextOptions } from './text.js';

/** A way to write a report down. */
export type Writer = (report: ScanReport, options: TextOptions) => string;

/** Every format's writer. */
export const FORMATS: Readonly<Record<FormatName, Writer>> = {
  text: textReport,
  json: jsonReport,
  sarif: sarifReport,
  github: githubReport,
  junit: junitReport,
  markdown: markdownReport,
};
