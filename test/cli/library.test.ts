import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import ts from 'typescript';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Program } from './program.js';

const program = new Program();
const manifest = readFileSync(new URL('../../package.json', import.meta.url), 'utf8');
const pod = 'apiVersion: v1\nkind: Pod\nmetadata: {name: cart}\nspec:\n  hostNetwork: true # oakum-ignore host-network: proxy\n  hostPID: true\n';

/** Runs a script beside which the package is installed as `oakum`; resolves with what it prints, read as JSON. */
async function run(name: string, script: string): Promise<unknown> {
  const folder = program.place('user', { [name]: script });
  const { stdout } = await promisify(execFile)(process.execPath, [join(folder, name)], { cwd: folder });
  return JSON.parse(stdout);
}

const use = `
const files = [{ path: 'a.yaml', text: ${JSON.stringify(pod)} }];
const rulesOf = (findings) => findings.map(({ rule }) => rule);
let refused;
try { lint([{ path: 'a.yaml' }]); } catch (error) { refused = error instanceof TypeError; }
let wrong;
try { lint(files, { config: 'profile: bogus' }); } catch (error) { wrong = error.message; }
const options = [{ kubernetesVersion: 'newest' }, { kubernetesVersion: '1.99' }, { profile: 'bogus' }].map((option) => {
  try { lint(files, option); return 'taken'; } catch (error) { return error.constructor.name; }
});
console.log(JSON.stringify({
  options,
  plain: lint(files).find(({ rule }) => rule === 'host-pid'),
  all: rulesOf(lint(files, { suppressions: false })),
  silenced: rulesOf(lint(files)),
  off: rulesOf(lint(files, { config: { rules: { 'host-pid': 'off' } } })),
  rules: rules.length,
  refused,
  wrong,
}));`;

beforeAll(async () => {
  await program.build('index');
  // As an installed package: package.json beside dist/.
  program.place('user/node_modules/oakum', { 'package.json': manifest });
  for (const file of ['index.js', 'index.d.ts']) program.place('user/node_modules/oakum/dist', { [file]: readFileSync(join(dirname(program.path('index')), file)) });
}, 60_000);
afterAll(() => {
  program.end();
});

describe('the library', () => {
  it.each([
    ['CommonJS', 'user.cjs', `const { lint, rules } = require('oakum');${use}`],
    ['an ES module', 'user.mjs', `import { lint, rules } from 'oakum';${use}`],
  ])('works from %s', async (_, name, script) => {
    const result = (await run(name, script)) as { plain: object; all: string[]; silenced: string[]; off: string[]; rules: number; refused: boolean; wrong: string; options: string[] };
    expect(result.plain).toMatchObject({
      rule: 'host-pid',
      severity: 'warning',
      file: 'a.yaml',
      range: { start: { line: 6, column: 12 }, end: { line: 6, column: 16 } },
      resource: { apiVersion: 'v1', kind: 'Pod', name: 'cart' },
      path: 'spec.hostPID',
      related: [],
      documentation: 'docs/rules/host-pid.md',
    });
    expect(result.all).toContain('host-network');
    expect(result.silenced).not.toContain('host-network');
    expect(result.off).not.toContain('host-pid');
    expect(result.rules).toBeGreaterThan(50);
    expect(result.refused).toBe(true);
    expect(result.wrong).toContain('bogus');
    expect(result.options).toEqual(['TypeError', 'TypeError', 'TypeError']);
  });

  it('exports what its types declare, and nothing else', async () => {
    const actual = await run('names.cjs', "console.log(JSON.stringify(Object.keys(require('oakum')).sort()));");
    const source = ts.createSourceFile('index.d.ts', readFileSync(join(dirname(program.path('index')), 'index.d.ts'), 'utf8'), ts.ScriptTarget.Latest);
    const values = source.statements.flatMap((statement) => {
      if (ts.isFunctionDeclaration(statement)) return [statement.name?.text ?? ''];
      if (ts.isVariableStatement(statement)) return statement.declarationList.declarations.map(({ name }) => (ts.isIdentifier(name) ? name.text : ''));
      return [];
    });
    expect(actual).toEqual(values.sort());
    expect(source.statements.some(ts.isImportDeclaration), 'the types stand alone').toBe(false);
  });

  it('has types that a strict compiler takes', () => {
    const folder = program.place('user', {
      'typed.ts': "import { lint, rules, type Finding } from 'oakum';\nconst found: Finding[] = lint([{ path: 'a.yaml', text: '' }], { profile: 'strict' });\nexport const first: string | undefined = found[0]?.resource?.name ?? rules[0]?.aliases[0]?.tool;\n// @ts-expect-error A profile that does not exist.\nlint([], { profile: 'none' });\n",
    });
    const made = ts.createProgram([join(folder, 'typed.ts')], { strict: true, noEmit: true, exactOptionalPropertyTypes: true, module: ts.ModuleKind.NodeNext, moduleResolution: ts.ModuleResolutionKind.NodeNext, target: ts.ScriptTarget.ES2022, types: [] });
    expect(ts.getPreEmitDiagnostics(made).map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n'))).toEqual([]);
  });
});
