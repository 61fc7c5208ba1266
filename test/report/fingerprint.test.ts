import { describe, expect, it } from 'vitest';
import { stableHash } from '../../server/src/report/fingerprint.js';
import { POD, reportOn } from './make.js';

/** Each finding's rule, container and fingerprint. */
function prints(text: string): string[] {
  return reportOn({ 'a.yaml': text }).files.flatMap((file) => file.findings.map(({ finding, fingerprint }) => `${finding.rule} ${finding.container ?? ''} ${fingerprint}`)).sort();
}

describe('fingerprints', () => {
  const before = prints(POD);

  it('differ within a file', () => {
    expect(before.length).toBeGreaterThan(10);
    expect(new Set(before.map((print) => print.split(' ').at(-1))).size).toBe(before.length);
  });

  it('do not depend on lines, comments and other documents', () => {
    expect(prints(`# A comment.\n\n---\napiVersion: v1\nkind: ConfigMap\nmetadata: {name: other}\n---\n${POD.replace('spec:', '# More.\nspec:')}`)).toEqual(before);
  });

  it('do not depend on the order of list items', () => {
    const [head = '', app = '', other = ''] = POD.split(/(?= {4}- name: )/u);
    expect(prints(head + other + app)).toEqual(before);
  });

  it('do not depend on the API version within a group, nor on the form', () => {
    const deployment = (version: string): string => `apiVersion: apps/${version}\nkind: Deployment\nmetadata: {name: x}\nspec: {template: {spec: {containers: [{name: a, image: nginx}]}}}\n`;
    expect(prints(deployment('v1'))).toEqual(prints(deployment('v1beta1')));
    const block = 'apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: x\nspec:\n  template:\n    spec:\n      containers:\n        - name: a\n          image: nginx\n';
    expect(prints(deployment('v1'))).toEqual(prints(block));
  });

  it.each([
    ['name', POD.replace('name: cart', 'name: basket')],
    ['namespace', POD.replace('namespace: shop', 'namespace: bar')],
  ])('change with the %s of the object', (_, changed) => {
    const after = prints(changed);
    expect(after.filter((print) => before.includes(print))).toEqual([]);
  });

  it('number findings that are alike in everything', () => {
    const twice = `${POD}---\n${POD}`;
    expect(new Set(prints(twice)).size).toBe(before.length * 2);
    expect(prints(twice).filter((print) => before.includes(print))).toEqual(before);
  });

  it('are the same tomorrow', () => {
    expect(stableHash('')).toBe(stableHash(''));
    expect(stableHash('oakum')).toMatch(/^[0-9a-f]{16}$/u);
    expect([stableHash('oakum'), stableHash('oakun')]).toMatchInlineSnapshot(`
      [
        "374e5f7e250c9bf0",
        "46c1596bfbd0bc84",
      ]
    `);
  });

  it('do not collide among a hundred thousand texts that are nearly alike', () => {
    const hashes = new Set(Array.from({ length: 100_000 }, (_, index) => stableHash(`["host-network","set","","Pod",null,"pod-${index}"]`)));
    expect(hashes.size).toBe(100_000);
  });
});
