import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import * as ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { cis, gdpr, hipaa, iso27001, mitre, nist800190, nist80053, nsa, pciDss, pss, soc2, type Control, type FrameworkId } from '../../server/src/kit/frameworks/index.js';

/** How each framework writes the names of its controls. */
const formats: Readonly<Record<FrameworkId, RegExp>> = {
  pss: /^[a-z]+(-[a-z]+)*$/,
  cis: /^(1\.[234]\.[1-9]\d?|2\.[1-7]|3\.[12]\.[1-3]|4\.[23]\.[1-9]\d?|5\.[1-6]\.[1-9]\d?)$/,
  nsa: /^[a-z]+(-[a-z]+)*$/,
  mitre: /^T1\d{3}(\.0\d\d)?$/,
  'nist-800-53': /^(AC|AU|CA|CM|CP|IA|RA|SA|SC|SI|SR)-[1-9]\d?(\([1-9]\d?\))?$/,
  'nist-800-190': /^([34]\.[1-5]\.[1-5]|4\.6)$/,
  'pci-dss': /^([1-9]|1[012])\.[1-9]\.[1-9]\d?(\.[1-9])?$/,
  soc2: /^(CC[5-9]|A1|C1)\.[1-9]$/,
  hipaa: /^164\.(308|312)\([a-e]\)(\([1-8]\)(\((i|ii|iii|iv)\)(\([A-D]\))?)?)?$/,
  gdpr: /^(25|32)\([1-4]\)(\([a-d]\))?$/,
  'iso-27001': /^(5|8)\.[1-9]\d?$/,
};

interface Table {
  readonly file: string;
  readonly framework: string;
  readonly entries: readonly (readonly [id: string, title: string])[];
}

const folder = fileURLToPath(new URL('../../server/src/kit/frameworks/', import.meta.url));

/** The tables as they are written: in a running program an id that is written twice would have vanished. */
function tablesIn(file: string): Table[] {
  const tables: Table[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isCallExpression(node) && ts.isIdentifier(node.expression) && node.expression.text === 'controlsOf') {
      const [framework, table] = node.arguments;
      if (framework === undefined || !ts.isStringLiteral(framework) || table === undefined || !ts.isObjectLiteralExpression(table)) {
        throw new Error(`${file}: a table is not written as a literal`);
      }
      const entries = table.properties.map((property) => {
        if (!ts.isPropertyAssignment(property) || !ts.isStringLiteral(property.initializer)) throw new Error(`${file}: an entry is not a plain text`);
        const { name } = property;
        if (!ts.isStringLiteral(name) && !ts.isIdentifier(name)) throw new Error(`${file}: an id is not a plain text`);
        return [name.text, property.initializer.text] as const;
      });
      tables.push({ file, framework: framework.text, entries });
    }
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile(file, readFileSync(folder + file, 'utf8'), ts.ScriptTarget.ES2022, true));
  return tables;
}

const tables = readdirSync(folder).filter((file) => file !== 'control.ts' && file !== 'index.ts').flatMap(tablesIn);

describe('the tables of controls', () => {
  it('exist for every framework, one file each', () => {
    expect([...new Set(tables.map(({ framework }) => framework))].sort()).toEqual(Object.keys(formats).sort());
    for (const { file, framework } of tables) expect(file.replaceAll('-', '')).toBe(`${framework.replaceAll('-', '')}.ts`);
  });

  describe.each(tables.map((table) => [`${table.framework}, ${String(table.entries.length)} entries`, table] as const))('%s', (_, { framework, entries }) => {
    it('names no control twice', () => {
      const ids = entries.map(([id]) => id);
      expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
      expect(ids.length).toBeGreaterThan(0);
    });

    it('writes ids as the framework does', () => {
      const format = Object.entries(formats).find(([id]) => id === framework)?.[1];
      expect(entries.map(([id]) => id).filter((id) => format?.test(id) !== true)).toEqual([]);
    });

    it('has a title for each, short and without a full stop', () => {
      expect(entries.filter(([, title]) => title.trim() === '' || title !== title.trim() || title.endsWith('.') || title.includes('. ') || title.length > 100)).toEqual([]);
    });

    it('gives different controls different titles', () => {
      const titles = entries.map(([, title]) => title);
      expect(titles.filter((title, index) => titles.indexOf(title) !== index)).toEqual([]);
    });
  });
});

describe('the functions by which rules name controls', () => {
  it('return framework, id and title', () => {
    expect(cis('5.2.6')).toEqual<Control>({ framework: 'cis', id: '5.2.6', title: 'Minimize the admission of containers with allowPrivilegeEscalation' });
    expect(nsa('privilege-escalation')).toEqual<Control>({ framework: 'nsa', id: 'privilege-escalation', title: 'Pod security: escalation to root privileges' });
    expect(mitre('T1611')).toEqual<Control>({ framework: 'mitre', id: 'T1611', title: 'Escape to Host' });
    expect(nist80053('AC-6(10)').framework).toBe('nist-800-53');
    expect(nist800190('3.4.3').framework).toBe('nist-800-190');
    expect(pciDss('2.2.1').framework).toBe('pci-dss');
    expect(soc2('CC6.1').framework).toBe('soc2');
    expect(hipaa('164.312(a)(1)').title).toBe('Access control');
    expect(gdpr('32(1)(a)').framework).toBe('gdpr');
    expect(iso27001('8.9').title).toBe('Configuration management');
    expect(pss.baseline('capabilities').title).not.toBe(pss.restricted('capabilities').title);
  });

  it('take no id that is not in the table', () => {
    const unknown: readonly Control[] = [
      // @ts-expect-error The benchmark has no chapter 9.
      cis('9.9.9'),
      // @ts-expect-error The general policies moved from section 5.7 to 5.6 with this edition.
      cis('5.7.1'),
      // @ts-expect-error The guide has no such topic.
      nsa('no-such-topic'),
      // @ts-expect-error ATT&CK has no such technique.
      mitre('T9999'),
      // @ts-expect-error The family has no such control.
      nist80053('AC-99'),
      // @ts-expect-error Chapter 3 has five sections.
      nist800190('3.6.1'),
      // @ts-expect-error The standard has twelve requirements.
      pciDss('13.1.1'),
      // @ts-expect-error The common criteria end with CC9.
      soc2('CC10.1'),
      // @ts-expect-error The paragraph does not exist.
      hipaa('164.312(f)'),
      // @ts-expect-error Article 33 is not about the security of processing.
      gdpr('33(1)'),
      // @ts-expect-error Annex A ends with 8.34.
      iso27001('8.35'),
      // @ts-expect-error A control of the restricted profile is not one of the baseline.
      pss.baseline('volume-types'),
    ];
    expect(unknown).toHaveLength(12);
  });
});
