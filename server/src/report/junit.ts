import { openFindings, type ReportedFinding, type ScanReport } from './report.js';
import { PROBLEM_TITLES, titleOf } from './text.js';

/** JUnit's XML: a suite for each file, a failed test for each finding, an error for each file that could not be scanned. */
export function junitReport(report: ScanReport): string {
  const files = report.files.map((file) => ({ path: file.path, findings: openFindings(file) })).filter(({ findings }) => findings.length > 0);
  const failures = files.reduce((sum, { findings }) => sum + findings.length, 0);
  const errors = report.problems.length;
  const clean = report.counts.manifests - files.length;
  const suites = [
    ...files.map(({ path, findings }) => element('testsuite', { name: path, tests: findings.length, failures: findings.length, errors: 0 }, findings.map((finding) => testCase(path, finding)))),
    ...report.problems.map(({ file, message, kind }) =>
      element('testsuite', { name: file, tests: 1, failures: 0, errors: 1 }, [element('testcase', { classname: file, name: PROBLEM_TITLES[kind] }, [element('error', { message }, [])])]),
    ),
    ...(clean > 0 ? [element('testsuite', { name: 'Manifests without findings', tests: 1, failures: 0, errors: 0 }, [element('testcase', { classname: 'oakum', name: String(clean) }, [])])] : []),
  ];
  const tests = failures + errors + (clean > 0 ? 1 : 0);
  return `<?xml version="1.0" encoding="UTF-8"?>\n${element('testsuites', { name: 'oakum', tests, failures, errors }, suites)}`;
}

function testCase(path: string, { finding }: ReportedFinding): string {
  const { rule, severity, message, range, resource } = finding;
  const place = `${path}:${range.start.line}:${range.start.column}`;
  return element('testcase', { classname: path, name: `${rule}: ${titleOf(resource)} at ${range.start.line}:${range.start.column}`, file: path, line: range.start.line }, [
    element('failure', { type: severity, message }, [`${xml(`${place} ${severity} ${rule}: ${message}`)}\n`]),
  ]);
}

/** An element; its children are XML already. */
function element(name: string, attributes: Readonly<Record<string, string | number>>, children: readonly string[]): string {
  const start = `<${name}${Object.entries(attributes).map(([key, value]) => ` ${key}="${xml(String(value))}"`).join('')}`;
  if (children.length === 0) return `${start}/>\n`;
  return `${start}>${children[0]?.startsWith('<') ? '\n' : ''}${children.join('')}</${name}>\n`;
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', '\n': '&#10;', '\r': '&#13;', '\t': '&#9;' };

/** Text for XML; characters that XML cannot hold at all become `�`. */
function xml(text: string): string {
  return text
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, '\ufffd')
    .replace(/[&<>"\n\r\t]/gu, (character) => ENTITIES[character] ?? character);
}
