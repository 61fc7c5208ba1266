// Makes the VSIX: checks what is generated, builds for production, packs what .vscodeignore allows.
import { cpSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ensureInstalled } from './install.mjs';
import { ROOT, exitOnSignals, isMain, removeDirectory, runNode, temporaryDirectory } from './process.mjs';

/** The largest package that is still worth calling small, in bytes. */
const LIMIT = 3 * 1024 * 1024;

/** The kinds of secrets that the rules' examples hold, all of them invented; the packer refuses every other kind. */
const INVENTED_SECRETS = ['slack'];

/** Runs one step and fails with its name when it does. */
async function step(name, args, isQuiet) {
  const code = await runNode(args, { stdio: isQuiet ? ['ignore', 'ignore', 'inherit'] : 'inherit' });
  if (code !== 0) throw new Error(`${name} failed with exit code ${code}.`);
}

/** The files that ship, relative to the project's root and sorted, as .vscodeignore allows them. */
export async function shippedFiles() {
  const { PackageManager, listFiles } = (await import('@vscode/vsce')).default;
  return (await listFiles({ cwd: ROOT, packageManager: PackageManager.None })).sort();
}

/**
 * The README as the editor shows it on the extension's page, where neither files of the package nor data in the text can be
 * shown or opened: pictures go, and links that would lead to files become plain words.
 */
export function packagedReadme(readme) {
  const isFile = (target) => !/^(?:[a-z]+:|#)/i.test(target);
  return readme
    .replace(/!\[[^\]]*\]\(([^)\s]+)\)\n*/g, (all, target) => (isFile(target) ? '' : all))
    .replace(/\[([^\]]*)\]\(([^)\s]+)\)/g, (all, title, target) => (isFile(target) ? title : all));
}

/** Makes `oakum-<version>.vsix` at the project's root and resolves with its path. */
export async function makePackage({ isQuiet = false } = {}) {
  await step('The check of generated files', ['tools/generate.mjs', '--check'], isQuiet);
  await step('The build', ['tools/build.mjs', '--production'], isQuiet);
  const { createVSIX } = (await import('@vscode/vsce')).default;
  const { name, version } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
  const file = join(ROOT, `${name}-${version}.vsix`);
  const staged = temporaryDirectory('oakum-package');
  for (const path of ['.vscodeignore', ...(await shippedFiles())]) cpSync(join(ROOT, path), join(staged, path));
  const readme = join(staged, 'README.md');
  writeFileSync(readme, packagedReadme(readFileSync(readme, 'utf8')));
  const print = console.log;
  if (isQuiet) console.log = () => {}; // The packer speaks through the console and has no setting for silence.
  try {
    await createVSIX({
      cwd: staged,
      packagePath: file,
      dependencies: false,
      allowMissingRepository: true,
      rewriteRelativeLinks: false,
      allowPackageSecrets: INVENTED_SECRETS,
    });
  } finally {
    console.log = print;
    removeDirectory(staged);
  }
  const { size } = statSync(file);
  if (size >= LIMIT) throw new Error(`${file} has ${size} bytes; it must stay below ${LIMIT}.`);
  return file;
}

/** Prints what ships, the rule pages as one line. */
async function main() {
  await ensureInstalled();
  const file = await makePackage();
  process.stdout.write('\nIn the package:\n');
  const groups = new Map();
  for (const path of await shippedFiles()) {
    const folder = path.startsWith('docs/rules/') ? 'docs/rules/*.md' : path;
    const { size } = statSync(join(ROOT, path));
    const group = groups.get(folder) ?? { count: 0, size: 0 };
    groups.set(folder, { count: group.count + 1, size: group.size + size });
  }
  for (const [path, { count, size }] of groups) {
    process.stdout.write(`  ${String(Math.ceil(size / 1024)).padStart(6)} KB  ${path}${count > 1 ? ` (${count} files)` : ''}\n`);
  }
  process.stdout.write(`\n${file}: ${Math.ceil(statSync(file).size / 1024)} KB\n`);
}

if (isMain(import.meta.url)) {
  exitOnSignals();
  try {
    await main();
  } catch (error) {
    process.stderr.write(`${error.message}\n`);
    process.exitCode = 1;
  }
}
