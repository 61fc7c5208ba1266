import Ajv from 'ajv';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { validate } from '../../server/src/config/validate.generated.js';
import { rules } from '../../server/src/rules/index.js';

const schema = JSON.parse(readFileSync(new URL('../../schemas/oakum.schema.json', import.meta.url), 'utf8')) as Record<string, never> & { definitions: { rules: { properties: Record<string, { markdownDescription: string }> } } };
const ajv = new Ajv({ allErrors: true, allowUnionTypes: true, strictTypes: false });
ajv.addVocabulary(['markdownDescription', 'enumDescriptions', 'patternErrorMessage']);
const oracle = ajv.compile(schema);

describe('the schema for editors and the validator', () => {
  it.each<unknown>([
    {},
    { profile: 'strict' },
    { profile: 'x' },
    { profile: 1 },
    { nonsense: 1 },
    { extends: 'a' },
    { extends: ['a', 'b'] },
    { extends: ['/a'] },
    { extends: 1 },
    { extends: Array.from({ length: 33 }, () => 'a') },
    { rules: { 'host-network': 'off' } },
    { rules: { 'host-network': { severity: 'off' } } },
    { rules: { 'host-network': { severity: 'of' } } },
    { rules: { 'host-network': 1 } },
    { rules: { 'host-network': [] } },
    { rules: { nonsense: 'off' } },
    { rules: { 'image-without-digest': { options: { exempt: ['a'] } } } },
    { rules: { 'image-without-digest': { options: { exempt: [1] } } } },
    { rules: { 'image-without-digest': { options: { nonsense: 1 } } } },
    { exclude: 'a' },
    { exclude: ['a', '../b'] },
    { exclude: 'x'.repeat(500) },
    { exclude: 'x'.repeat(501) },
    { exclude: {} },
    { overrides: [{ files: 'a', profile: 'all' }] },
    { overrides: [{ profile: 'all' }] },
    { overrides: [null] },
    { kubernetesVersion: '1.30' },
    { kubernetesVersion: '2.0' },
    { suppressions: [{ rules: ['host-network'], reason: 'x', until: '2026-01-01' }] },
    { suppressions: [{ rules: [], reason: 'x' }] },
    { suppressions: [{ rules: ['host-network'], reason: '' }] },
    { podTemplates: [{ group: '', kind: 'A', template: '' }] },
    { podTemplates: [{ kind: 'A', template: '' }] },
    [],
    'x',
    null,
  ])('agree on %j', (data) => {
    expect(validate(data)).toBe(oracle(data));
  });

  it('knows every rule, with what it is about', () => {
    expect(Object.keys(schema.definitions.rules.properties).sort()).toEqual(rules.map((rule) => rule.id).sort());
    for (const rule of rules) expect(schema.definitions.rules.properties[rule.id]?.markdownDescription).toContain(rule.docs.summary);
  });

  it('needs no eval and no ajv', () => {
    const source = readFileSync(new URL('../../server/src/config/validate.generated.ts', import.meta.url), 'utf8');
    expect(source).not.toMatch(/\brequire\s*\(|^import\b|\bnew Function\b|\beval\s*\(/mu);
  });
});
