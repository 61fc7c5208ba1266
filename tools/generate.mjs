// Writes everything that is derived from the rules; with --check it only says what is out of date.
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { differences } from './generate/differences.mjs';
import { documentation, readme, stalePages } from './generate/documentation.mjs';
import { loadProgram } from './generate/load.mjs';
import { manifest } from './generate/manifest.mjs';
import { registry } from './generate/registry.mjs';
import { configurationSchema } from './generate/schema.mjs';
import { validatorSource } from './generate/validator.mjs';

const REGISTRY = 'server/src/rules/index.ts';
const ATTEMPTS = 3;

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const check = process.argv.includes('--check');
const read = (path) => (existsSync(join(root, path)) ? readFileSync(join(root, path), 'utf8') : undefined);

/** Everything that is generated, by path. */
async function generate() {
  const files = registry(root);
  const program = await loadProgram(root, files[REGISTRY]);
  const schema = configurationSchema(program);
  return {
    ...files,
    'schemas/oakum.schema.json': `${JSON.stringify(schema, null, 2)}\n`,
    'server/src/config/validate.generated.ts': validatorSource(schema),
    ...documentation(program),
    ...differences(program, root),
    'README.md': readme(program, read('README.md')),
    'package.json': manifest(program, schema, read('package.json')),
  };
}

/** Tries again when a source file cannot be read: it may just be being saved. */
async function generateInTime() {
  for (let attempt = 1; ; attempt++) {
    try {
      return await generate();
    } catch (error) {
      if (attempt === ATTEMPTS) throw error;
      await new Promise((done) => setTimeout(done, 1000));
    }
  }
}

const files = await generateInTime();
const stale = Object.keys(files).filter((path) => read(path) !== files[path]);
const removed = stalePages(root, files);
if (check) {
  if (stale.length + removed.length > 0) {
    console.error(`These files are out of date; run \`npm run generate\`:\n${[...stale, ...removed].map((path) => `  ${path}`).join('\n')}`);
    process.exitCode = 1;
  } else console.log('Generated files are up to date.');
} else {
  for (const path of stale) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), files[path]);
  }
  for (const path of removed) rmSync(join(root, path));
  if (stale.length > 0) console.log(`Wrote ${stale.join(', ')}.`);
  if (removed.length > 0) console.log(`Removed ${removed.join(', ')}.`);
  if (stale.length + removed.length === 0) console.log('Generated files are up to date.');
}
