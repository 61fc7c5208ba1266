import { describe, expect, it } from 'vitest';
import { FORMATS, plain, textReport, type ReportedProblem } from '../../server/src/report/index.js';
import { isAbsolute, uriOf } from '../../server/src/report/uri.js';
import { POD, reportOn } from './make.js';

const options = { paint: plain, width: 100, quiet: false };
const hostile = `apiVersion: v1
kind: Pod
metadata:
  name: "a\\u001b[31m,b:c%\\n|d<b>&"
spec:
  hostPID: true
  automountServiceAccountToken: false
  containers: []
`;
const problem: ReportedProblem = { file: 'gone,here.yaml', message: 'There is no such file.', kind: 'unreadable' };

describe('text', () => {
  const text = textReport(reportOn({ 'deploy/cart.yaml': POD }), options);

  it('groups by file and object, and shows the place', () => {
    expect(text).toContain('deploy/cart.yaml\n  Pod shop/cart\n');
    expect(text.match(/^ {2}Pod shop\/cart$/gmu)).toHaveLength(1);
    expect(text).toContain('    deploy/cart.yaml:13:21  privileged-container  fixable: ');
    expect(text).toContain('    13 │         privileged: true\n       │                     ^^^^\n');
  });

  it('sums up, and says what to do', () => {
    expect(text).toMatch(/^\d+ findings in 1 of 1 manifest: 1 error, \d+ warnings, \d+ information$/mu);
    expect(text).toMatch(/1 finding silenced/u);
    expect(text).toMatch(/^\d+ findings can be repaired: .*by quick fixes in the editor\.$/mu);
    expect(text).toMatch(/^More on a rule: `oakum explain [a-z-]+`$/mu);
  });

  it('does not show what is silenced', () => {
    expect(text).not.toContain('host-network');
  });

  it('leaves the summary out when it is to be quiet', () => {
    expect(text.startsWith(textReport(reportOn({ 'deploy/cart.yaml': POD }), { ...options, quiet: true }))).toBe(true);
    expect(textReport(reportOn({}), { ...options, quiet: true })).toBe('');
  });

  it('says so when there is nothing to say', () => {
    expect(textReport({ ...reportOn({}), counts: { scanned: 3, manifests: 2, helmTemplates: 0, excluded: 0 } }, options)).toBe('No findings in 2 manifests.\nBesides: 1 file with no Kubernetes objects.\n');
    expect(textReport(reportOn({}), options)).toBe('No Kubernetes manifests were found.\n');
  });

  it('tells of problems', () => {
    expect(textReport(reportOn({}, { problems: [problem] }), options)).toContain('not scanned  gone,here.yaml\n  There is no such file.\n');
  });

  it('never sends a control character of a manifest to the terminal', () => {
    const out = textReport(reportOn({ 'a\u001b]0;x\u0007.yaml': hostile }), options);
    expect(out).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f]/u);
    expect(out).toContain('␛');
  });

  it('paints by severity', () => {
    const painted = textReport(reportOn({ 'a.yaml': POD }), { ...options, paint: (tone, part) => `<${tone}>${part}</${tone}>` });
    expect(painted).toContain('<error>error</error>');
    expect(painted).toContain('<file>a.yaml</file>');
  });
});

describe('json', () => {
  it('has the documented shape', () => {
    const value = JSON.parse(FORMATS.json(reportOn({ 'a.yaml': POD }, { problems: [problem] }), options)) as Record<string, unknown> & { findings: Record<string, unknown>[] };
    expect(Object.keys(value)).toEqual(['version', 'tool', 'findings', 'files', 'silenced', 'repaired', 'problems']);
    expect(value).toMatchObject({ version: 1, tool: { name: 'oakum', version: '1.2.3' }, silenced: 1, files: { scanned: 1, manifests: 1 }, problems: [problem] });
    const finding = value.findings.find(({ rule }) => rule === 'privileged-container');
    expect(finding).toMatchObject({
      severity: 'error',
      file: 'a.yaml',
      range: { start: { line: 13, column: 21 }, end: { line: 13, column: 25 } },
      resource: { apiVersion: 'v1', kind: 'Pod', namespace: 'shop', name: 'cart' },
      container: 'app',
      path: 'spec.containers[0].securityContext.privileged',
      fixable: true,
      documentation: 'docs/rules/privileged-container.md',
    });
    expect(value.findings.some(({ rule }) => rule === 'host-network')).toBe(false);
  });

  it('does not count a byte order mark', () => {
    const value = JSON.parse(FORMATS.json(reportOn({ 'a.json': `\ufeff{"apiVersion":"v1","kind":"Pod","metadata":{"name":"x"},"spec":{"hostPID":true,"containers":[]}}` }), options)) as { findings: { rule: string; range: { start: { column: number } } }[] };
    expect(value.findings.find(({ rule }) => rule === 'host-pid')?.range.start.column).toBe('{"apiVersion":"v1","kind":"Pod","metadata":{"name":"x"},"spec":{"hostPID":'.length + 1);
  });
});

describe('github', () => {
  it('writes one command for each finding', () => {
    const lines = FORMATS.github(reportOn({ 'deploy/cart.yaml': POD }), options).trimEnd().split('\n');
    expect(lines).toContain(lines.find((line) => line.startsWith('::error file=deploy/cart.yaml,line=13,endLine=13,col=21,endColumn=25,title=oakum%3A privileged-container::')));
    for (const line of lines) expect(line).toMatch(/^::(?:error|warning|notice) file=[^,]+,line=\d+,endLine=\d+,col=\d+,endColumn=\d+,title=[^,:]+::.+$/u);
  });

  it('escapes what would end a property, a command or a line', () => {
    const lines = FORMATS.github(reportOn({ 'a,b:c%.yaml': hostile }, { problems: [problem] }), options).trimEnd().split('\n');
    for (const line of lines) expect(line).toMatch(/^::/u);
    expect(lines[0]).toContain('file=a%2Cb%3Ac%25.yaml,');
    expect(lines.some((line) => line.includes('%0A') && line.includes('%25'))).toBe(true);
    expect(lines.at(-1)).toBe('::error file=gone%2Chere.yaml,title=oakum%3A not scanned::There is no such file.');
  });
});

describe('junit', () => {
  it('is well-formed and counts right', () => {
    const xml = FORMATS.junit(reportOn({ 'a&b.yaml': hostile, 'b.yaml': POD }, { problems: [problem] }), options);
    const open: string[] = [];
    for (const [, close, name, , empty] of xml.matchAll(/<(\/?)([a-z]+)((?: [a-z]+="[^"<]*")*)(\/?)>/gu)) {
      if (close) expect(open.pop()).toBe(name);
      else if (!empty) open.push(name ?? '');
    }
    expect(open).toEqual([]);
    expect(xml.replace(/<(\/?)([a-z]+)((?: [a-z]+="[^"<]*")*)(\/?)>/gu, '').replace(/^<\?xml.*\?>/u, '')).not.toMatch(/[<>]/u);
    expect(xml).not.toMatch(/[\u0000-\u0008\u000b\u000c\u000e-\u001f]/u);
    expect(xml.match(/<failure /gu)).toHaveLength(Number(/<testsuites [^>]*failures="(\d+)"/u.exec(xml)?.[1]));
    expect(xml).toContain('errors="1"');
    expect(xml).toContain('a&amp;b.yaml');
  });
});

describe('markdown', () => {
  it('keeps every finding in one row', () => {
    const report = reportOn({ 'a.yaml': hostile }, { problems: [problem] });
    const markdown = FORMATS.markdown(report, options);
    const rows = markdown.split('\n').filter((line) => /^\| \d+ \| [a-z]+ \| `/u.test(line));
    expect(rows).toHaveLength(report.files[0]?.findings.length ?? 0);
    for (const row of rows) expect(row.match(/(?<!\\)\|/gu)).toHaveLength(6);
    expect(markdown).not.toContain('<b>');
    expect(markdown).toContain('gone,here.yaml');
  });
});

describe('URIs', () => {
  it.each([
    ['deploy/a b.yaml', 'deploy/a%20b.yaml'],
    ['../up.yaml', '../up.yaml'],
    ['<stdin>', '%3Cstdin%3E'],
    ['/etc/x#1.yaml', 'file:///etc/x%231.yaml'],
    ['C:/k8s/ü.yaml', 'file:///C:/k8s/%C3%BC.yaml'],
    ['//server/share/a.yaml', 'file://server/share/a.yaml'],
    ['a:b/c.yaml', 'a%3Ab/c.yaml'],
  ])('%s is %s', (path, uri) => {
    expect(uriOf(path)).toBe(uri);
    expect(uri.startsWith('file:')).toBe(isAbsolute(path));
  });
});
