import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'esbuild';

/** What the generators need of the program; nothing of it depends on a generated file but the registry. */
const ENTRY = `
  export { catalogue } from './server/src/rules/index.js';
  export { compile, lint, repairAll } from './server/src/engine/index.js';
  export { DEFAULT_SETTINGS } from './server/src/config/settings.js';
  export { PROFILES, SEVERITIES } from './server/src/kit/rule.js';
  export { NEWEST_VERSION } from './server/src/kubernetes/version.js';
  export { LineIndex, applyEdits, shift } from './server/src/text/index.js';
  export { Source } from './server/src/yaml/index.js';
`;

/** Bundles the program as it stands in the source, with the registry as it will be, and loads it. */
export async function loadProgram(root, registry) {
  const folder = mkdtempSync(join(tmpdir(), 'oakum-generate-'));
  const outfile = join(folder, 'program.cjs');
  try {
    await build({
      stdin: { contents: ENTRY, resolveDir: root, loader: 'ts' },
      bundle: true,
      outfile,
      format: 'cjs',
      platform: 'node',
      target: 'node20',
      logLevel: 'silent',
      plugins: [
        {
          name: 'registry',
          setup({ onLoad }) {
            onLoad({ filter: /[\\/]server[\\/]src[\\/]rules[\\/]index\.ts$/ }, () => ({ contents: registry, loader: 'ts', resolveDir: join(root, 'server/src/rules') }));
          },
        },
      ],
    });
    return createRequire(import.meta.url)(outfile);
  } finally {
    if (existsSync(folder)) rmSync(folder, { recursive: true });
  }
}
