import type * as Sarif from 'sarif';
import type { FrameworkId, Severity } from '../kit/index.js';
import type { PublicRange } from './finding.js';
import { FRAMEWORK_TITLES } from './frameworks.js';
import { helpMarkdown, helpText } from './help.js';
import type { ReportedFile, ReportedFinding, ReportedProblem, ReportedRule, ScanReport } from './report.js';
import { titleOf } from './text.js';
import { isAbsolute, uriOf } from './uri.js';

/** The folder that Oakum was run in; what relative URIs start from. */
const BASE = '%SRCROOT%';
const SCHEMA = 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json';

const LEVELS: Readonly<Record<Severity, Sarif.ReportingConfiguration.level>> = { error: 'error', warning: 'warning', information: 'note', hint: 'note' };
/** GitHub's measure from 0 to 10: above 7 is high, above 4 medium. */
const SECURITY_SEVERITY: Readonly<Record<Severity, string>> = { error: '8.0', warning: '5.5', information: '3.0', hint: '1.0' };
const PROBLEM_SEVERITY: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', information: 'recommendation', hint: 'recommendation' };

/** The log in the Static Analysis Results Interchange Format 2.1.0. It says nothing of the machine or the time, so equal scans give equal logs. */
export function sarifReport(report: ScanReport): string {
  return `${JSON.stringify(sarifLog(report))}\n`;
}

/** {@link sarifReport} before it is text. */
export function sarifLog(report: ScanReport): Sarif.Log {
  const taxonomies = taxonomiesOf(report.rules);
  const ruleIndex = new Map(report.rules.map(({ rule }, index) => [rule.id, index]));
  const unreadable = report.problems.filter(({ kind }) => kind !== 'configuration');
  const misconfigured = report.problems.filter(({ kind }) => kind === 'configuration');
  const run: Sarif.Run = {
    tool: {
      driver: {
        name: 'Oakum',
        version: report.version,
        semanticVersion: report.version,
        rules: report.rules.map((rule) => descriptorOf(rule, taxonomies)),
        supportedTaxonomies: taxonomies.map(({ name }, index) => ({ name, index })),
      },
    },
    columnKind: 'utf16CodeUnits',
    defaultEncoding: 'utf-8',
    originalUriBaseIds: { [BASE]: { description: { text: 'The folder that Oakum was run in.' } } },
    taxonomies: taxonomies.map(({ name, taxa }) => ({ name, isComprehensive: false, taxa })),
    invocations: [
      {
        executionSuccessful: report.exitCode < 2,
        exitCode: report.exitCode,
        ...(unreadable.length > 0 ? { toolExecutionNotifications: unreadable.map(notificationOf) } : {}),
        ...(misconfigured.length > 0 ? { toolConfigurationNotifications: misconfigured.map(notificationOf) } : {}),
      },
    ],
    artifacts: report.files.map((file) => ({ location: locationOf(file.path), encoding: file.encoding, sourceLanguage: /\.json$/iu.test(file.path) ? 'json' : 'yaml' })),
    results: report.files.flatMap((file, index) => file.findings.map((reported) => resultOf(reported, file, index, ruleIndex))),
  };
  return { $schema: SCHEMA, version: '2.1.0', runs: [run] };
}

interface Taxonomy {
  readonly framework: FrameworkId;
  readonly name: string;
  readonly taxa: Sarif.ReportingDescriptor[];
}

/** The controls that some rule is about, by framework. */
function taxonomiesOf(rules: readonly ReportedRule[]): Taxonomy[] {
  const found = new Map<FrameworkId, Map<string, string>>();
  for (const { rule } of rules) {
    for (const { framework, id, title } of rule.frameworks) {
      const controls = found.get(framework) ?? new Map<string, string>();
      found.set(framework, controls.set(id, title));
    }
  }
  return [...found].map(([framework, controls]) => ({
    framework,
    name: FRAMEWORK_TITLES[framework],
    taxa: [...controls].sort(([a], [b]) => (a < b ? -1 : 1)).map(([id, title]) => ({ id, shortDescription: { text: title } })),
  }));
}

function descriptorOf({ area, rule }: ReportedRule, taxonomies: readonly Taxonomy[]): Sarif.ReportingDescriptor {
  const isSecurity = rule.frameworks.length > 0;
  const relationships: Sarif.ReportingDescriptorRelationship[] = rule.frameworks.flatMap((control) => {
    const index = taxonomies.findIndex(({ framework }) => framework === control.framework);
    const taxonomy = taxonomies[index];
    if (!taxonomy) return [];
    const taxon = taxonomy.taxa.findIndex(({ id }) => id === control.id);
    return [{ target: { id: control.id, index: taxon, toolComponent: { name: taxonomy.name, index } }, kinds: ['relevant'] }];
  });
  return {
    id: rule.id,
    name: rule.id.replace(/(?:^|-)(\w)/gu, (_, letter: string) => letter.toUpperCase()),
    shortDescription: { text: rule.docs.summary },
    fullDescription: { text: helpText(rule) },
    help: { text: helpText(rule), markdown: helpMarkdown(rule) },
    defaultConfiguration: { level: LEVELS[rule.severity] },
    ...(relationships.length > 0 ? { relationships: distinct(relationships) } : {}),
    properties: {
      tags: [...(isSecurity ? ['security'] : []), 'kubernetes', area, ...new Set(rule.frameworks.map(({ framework, id }) => `${framework}/${id}`))],
      precision: 'high',
      profile: rule.profile,
      'problem.severity': PROBLEM_SEVERITY[rule.severity],
      ...(isSecurity ? { 'security-severity': SECURITY_SEVERITY[rule.severity] } : {}),
    },
  };
}

function distinct<T>(values: readonly T[]): T[] {
  return [...new Map(values.map((value) => [JSON.stringify(value), value])).values()];
}

function resultOf({ finding, fingerprint, repair }: ReportedFinding, file: ReportedFile, index: number, ruleIndex: ReadonlyMap<string, number>): Sarif.Result {
  const location = locationOf(file.path, index);
  const rule = ruleIndex.get(finding.rule);
  const { suppressed } = finding;
  return {
    ruleId: finding.rule,
    ...(rule === undefined ? {} : { ruleIndex: rule }),
    level: LEVELS[finding.severity],
    message: { text: finding.message },
    locations: [{ physicalLocation: { artifactLocation: location, region: regionOf(finding.range) }, logicalLocations: logicalLocationsOf(finding) }],
    ...(finding.related.length > 0
      ? { relatedLocations: finding.related.map((related, id) => ({ id, message: { text: related.message }, physicalLocation: { artifactLocation: locationOf(related.file, related.file === file.path ? index : undefined), region: regionOf(related.range) } })) }
      : {}),
    // GitHub follows alerts from scan to scan by the second of these.
    partialFingerprints: { 'oakum/v1': fingerprint, primaryLocationLineHash: fingerprint },
    ...(repair
      ? {
          fixes: [
            {
              description: { text: repair.title },
              artifactChanges: [{ artifactLocation: location, replacements: repair.edits.map(({ range, text }) => ({ deletedRegion: regionOf(range), insertedContent: { text } })) }],
            },
          ],
        }
      : {}),
    ...(suppressed ? { suppressions: [{ kind: suppressed.by === 'configuration' ? 'external' : 'inSource', status: 'accepted', ...(suppressed.reason === undefined ? {} : { justification: suppressed.reason }) }] } : {}),
    properties: { fixable: finding.fixable, ...(finding.tier ? { tier: finding.tier } : {}), ...(finding.container === undefined ? {} : { container: finding.container }) },
  };
}

function logicalLocationsOf(finding: ReportedFinding['finding']): Sarif.LogicalLocation[] {
  const { resource, path } = finding;
  if (!resource) return [];
  const object = { name: resource.name ?? resource.kind, fullyQualifiedName: `${resource.apiVersion} ${titleOf(resource)}`, kind: 'object' };
  return path === '' ? [object] : [{ ...object, fullyQualifiedName: `${object.fullyQualifiedName}#${path}`, kind: 'property' }];
}

function notificationOf({ file, message, kind, range }: ReportedProblem): Sarif.Notification {
  return {
    level: 'error',
    descriptor: { id: `oakum/${kind}` },
    message: { text: message },
    locations: [{ physicalLocation: { artifactLocation: locationOf(file), ...(range ? { region: regionOf(range) } : {}) } }],
  };
}

function locationOf(path: string, index?: number): Sarif.ArtifactLocation {
  return { uri: uriOf(path), ...(isAbsolute(path) ? {} : { uriBaseId: BASE }), ...(index === undefined ? {} : { index }) };
}

function regionOf({ start, end }: PublicRange): Sarif.Region {
  return { startLine: start.line, startColumn: start.column, endLine: end.line, endColumn: end.column };
}
