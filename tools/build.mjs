// Bundles everything under dist/. `--production` minifies, `--only=index,server` makes some bundles, `--outdir=DIR` puts them elsewhere.
import { copyFileSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { notices } from './notices.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
const production = process.argv.includes('--production');

/** `server/src/main.*.ts` and `client/src/extension*.ts` are the composition roots; nothing else is an entry. */
const entries = [
  { in: 'server/src/main.library.ts', out: 'index', platform: 'node' },
  { in: 'server/src/main.cli.ts', out: 'oakum', platform: 'node', banner: '#!/usr/bin/env node' },
  { in: 'server/src/main.node.ts', out: 'server', platform: 'node' },
  { in: 'server/src/main.browser.ts', out: 'server.browser', platform: 'browser', format: 'iife' },
  { in: 'client/src/extension.ts', out: 'extension', platform: 'node', external: ['vscode'] },
  { in: 'client/src/extension.browser.ts', out: 'extension.browser', platform: 'browser', external: ['vscode'] },
];

const option = (name) => process.argv.find((argument) => argument.startsWith(`--${name}=`))?.slice(name.length + 3);
const only = option('only')?.split(',');
const folder = resolve(root, option('outdir') ?? 'dist');
const wanted = entries.filter(({ out }) => !only || only.includes(out));
if (!only) rmSync(folder, { recursive: true, force: true });
const results = await Promise.all(
  wanted.map(({ in: entry, out, platform, format = 'cjs', external = [], banner }) =>
    build({
      absWorkingDir: root,
      entryPoints: [entry],
      outfile: join(folder, `${out}.js`),
      bundle: true,
      metafile: true,
      platform,
      format,
      target: platform === 'node' ? 'node20' : 'es2022',
      external,
      minify: production,
      keepNames: false,
      sourcemap: production ? false : 'linked',
      legalComments: 'none',
      mainFields: platform === 'node' ? ['module', 'main'] : ['browser', 'module', 'main'],
      logLevel: 'warning',
      define: { 'process.env.OAKUM_VERSION': JSON.stringify(version) },
      ...(banner ? { banner: { js: banner } } : {}),
    }),
  ),
);
if (wanted.some(({ out }) => out === 'index')) copyFileSync(join(root, 'server/src/library.d.ts'), join(folder, 'index.d.ts'));
if (!only) writeFileSync(join(folder, 'THIRD-PARTY-NOTICES.txt'), notices(root, results.map(({ metafile }) => metafile)));
