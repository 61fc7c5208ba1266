import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { Ajv } from 'ajv';
import type { Log, Result, Run } from 'sarif';
import { describe, expect, it } from 'vitest';
import { FORMATS, type ScanReport } from '../../server/src/report/index.js';
import { applyEdits, LineIndex } from '../../server/src/text/index.js';
import { POD, reportOn } from './make.js';

// The schema is the one that a package of Microsoft's ships; it is draft 4, of which only the id would disturb.
const { id: _id, $schema: _schema, ...schema } = JSON.parse(readFileSync(createRequire(import.meta.url).resolve('@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json'), 'utf8')) as Record<string, unknown>;
const validate = new Ajv({
  allErrors: true,
  strict: false,
  unicodeRegExp: false,
  formats: {
    uri: (text: string) => URL.canParse(text),
    'uri-reference': (text: string) => URL.canParse(text, 'file:///base/') && !/[\s<>"\\^`{|}]/u.test(text),
    'date-time': (text: string) => !Number.isNaN(Date.parse(text)),
  },
}).compile(schema);

function logOf(report: ScanReport): Log {
  const log = JSON.parse(FORMATS.sarif(report, { paint: (_, text) => text, width: 80, quiet: false })) as Log;
  expect(validate(log), JSON.stringify(validate.errors, undefined, 1)).toBe(true);
  return log;
}

function runOf(report: ScanReport): Run {
  const [run] = logOf(report).runs;
  if (!run) throw new Error('There is no run.');
  return run;
}

const report = reportOn({ 'deploy/cart & co.yaml': POD, '/elsewhere/x.json': JSON.stringify({ apiVersion: 'v1', kind: 'Pod', metadata: { name: 'x' }, spec: { hostPID: true, containers: [] } }) });
const run = runOf(report);
const results = run.results ?? [];
const resultFor = (rule: string): Result => {
  const result = results.find((one) => one.ruleId === rule);
  if (!result) throw new Error(`There is no result of ${rule}.`);
  return result;
};

describe('SARIF', () => {
  it('rejects what the schema does not know, so that the check is one', () => {
    const log = logOf(report) as unknown as { runs: { results: Record<string, unknown>[] }[] };
    const first = log.runs[0]?.results[0];
    if (first) first['severity'] = 'bad';
    expect(validate(log)).toBe(false);
  });

  it('is valid without findings, and with problems', () => {
    expect(runOf(reportOn({}, { exitCode: 0 })).results).toEqual([]);
    const problems = runOf(
      reportOn(
        {},
        {
          exitCode: 3,
          problems: [
            { file: 'a.yaml', message: 'There is no such file.', kind: 'unreadable' },
            { file: '.oakum.yaml', message: 'profile: wrong.', kind: 'configuration', range: { start: { line: 1, column: 2 }, end: { line: 1, column: 3 } } },
          ],
        },
      ),
    );
    const [invocation] = problems.invocations ?? [];
    expect(invocation).toMatchObject({ executionSuccessful: false, exitCode: 3 });
    expect(invocation?.toolExecutionNotifications).toHaveLength(1);
    expect(invocation?.toolConfigurationNotifications?.[0]?.locations?.[0]?.physicalLocation?.region?.startColumn).toBe(2);
  });

  it('describes every rule, and results point at theirs', () => {
    const rules = run.tool.driver.rules ?? [];
    expect(rules.map(({ id }) => id)).toEqual(report.rules.map(({ rule }) => rule.id));
    for (const rule of rules) {
      expect(rule.shortDescription?.text, rule.id).not.toBe('');
      expect(rule.help?.markdown, rule.id).toContain(rule.id);
      expect(rule.properties?.tags, rule.id).toContain('kubernetes');
    }
    for (const result of results) expect(rules[result.ruleIndex ?? -1]?.id).toBe(result.ruleId);
    const privileged = rules.find(({ id }) => id === 'privileged-container');
    expect(privileged?.defaultConfiguration?.level).toBe('error');
    expect(privileged?.properties).toMatchObject({ 'security-severity': '8.0', precision: 'high', 'problem.severity': 'error' });
    expect(privileged?.properties?.tags).toContain('security');
  });

  it('links rules with the controls of frameworks', () => {
    const taxonomies = run.taxonomies ?? [];
    expect(run.tool.driver.supportedTaxonomies?.map(({ name }) => name)).toEqual(taxonomies.map(({ name }) => name));
    const rule = run.tool.driver.rules?.find(({ id }) => id === 'privileged-container');
    expect(rule?.relationships?.length).toBeGreaterThan(0);
    for (const { target } of run.tool.driver.rules?.flatMap(({ relationships }) => relationships ?? []) ?? []) {
      expect(taxonomies[target.toolComponent?.index ?? -1]?.taxa?.[target.index ?? -1]?.id).toBe(target.id);
    }
  });

  it('places results: lines from 1, UTF-16 columns, URIs below the folder of the run', () => {
    expect(run.columnKind).toBe('utf16CodeUnits');
    const [location] = resultFor('privileged-container').locations ?? [];
    expect(location?.physicalLocation?.artifactLocation).toEqual({ uri: 'deploy/cart%20%26%20co.yaml', uriBaseId: '%SRCROOT%', index: 1 });
    const lines = new LineIndex(POD);
    const at = lines.position(POD.indexOf('true\n    - name'));
    expect(location?.physicalLocation?.region).toEqual({ startLine: at.line + 1, startColumn: at.character + 1, endLine: at.line + 1, endColumn: at.character + 5 });
    expect(location?.logicalLocations).toEqual([{ name: 'cart', fullyQualifiedName: 'v1 Pod shop/cart#spec.containers[0].securityContext.privileged', kind: 'property' }]);
    expect(resultFor('host-pid').locations?.[0]?.physicalLocation?.artifactLocation).toEqual({ uri: 'file:///elsewhere/x.json', index: 0 });
    expect(run.artifacts?.map(({ encoding, sourceLanguage }) => [encoding, sourceLanguage])).toEqual([['utf-8', 'json'], ['utf-8', 'yaml']]);
  });

  it('has fingerprints, one for each result of a file', () => {
    const prints = results.map(({ partialFingerprints }) => partialFingerprints?.['oakum/v1']);
    expect(prints.every((print) => /^[0-9a-f]{16}:\d+$/u.test(print ?? ''))).toBe(true);
    expect(new Set(prints).size).toBe(prints.length);
  });

  it('carries edits that repair', () => {
    const repairable = results.filter(({ fixes }) => fixes !== undefined);
    expect(repairable.length).toBeGreaterThan(3);
    const lines = new LineIndex(POD);
    for (const { ruleId, fixes, locations } of repairable) {
      if (locations?.[0]?.physicalLocation?.artifactLocation?.index !== 1) continue;
      const edits = (fixes?.[0]?.artifactChanges[0]?.replacements ?? []).map(({ deletedRegion: { startLine = 0, startColumn = 0, endLine = 0, endColumn = 0 }, insertedContent }) => ({
        range: { start: lines.offset({ line: startLine - 1, character: startColumn - 1 }), end: lines.offset({ line: endLine - 1, character: endColumn - 1 }) },
        newText: insertedContent?.text ?? '',
      }));
      const after = reportOn({ 'a.yaml': applyEdits(POD, edits) });
      const left = after.files.flatMap((file) => file.findings.filter(({ finding }) => finding.rule === ruleId));
      const before = results.filter((one) => one.ruleId === ruleId && one.locations?.[0]?.physicalLocation?.artifactLocation?.index === 1);
      expect(left.length, ruleId).toBeLessThan(before.length);
    }
  });

  it('keeps what is silenced, with its justification', () => {
    expect(resultFor('host-network').suppressions).toEqual([{ kind: 'inSource', status: 'accepted', justification: "the node's own proxy" }]);
    const configured = runOf(reportOn({ 'a.yaml': POD }, { settings: { suppressions: [{ rules: ['privileged-container'], reason: 'It is a node agent.' }] } }));
    expect(configured.results?.find(({ ruleId }) => ruleId === 'privileged-container')?.suppressions).toEqual([{ kind: 'external', status: 'accepted', justification: 'It is a node agent.' }]);
  });

  it('says the same every time, and nothing of the machine', () => {
    expect(JSON.stringify(logOf(report))).toBe(JSON.stringify(logOf(report)));
    expect(JSON.stringify(logOf(reportOn({ 'a.yaml': POD })))).not.toContain(process.cwd());
  });
});
