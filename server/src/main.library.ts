// The library: `import { lint, rules } from 'oakum'`.
import { DEFAULT_SETTINGS, type Settings } from './config/index.js';
import type { Profile } from './kit/index.js';
import { publish, type PublicFinding } from './report/finding.js';
import { catalogue, rules as allRules } from './rules/index.js';
import { Workspace } from './workspace/index.js';

/** One file; the path is any name, with forward slashes. */
export interface LintFile {
  readonly path: string;
  readonly text: string;
}

export interface LintOptions {
  /** By default `restricted`. */
  readonly profile?: Profile;
  /** Whether comments and annotations in the files silence findings; by default they do. */
  readonly suppressions?: boolean;
  /** `1.NN`; by default the newest that is known. */
  readonly kubernetesVersion?: string;
}

/**
 * Lints files; those of one call are one workspace. Silenced findings are left out.
 *
 * @throws TypeError when a file has no path or text.
 */
export function lint(files: readonly LintFile[], options: LintOptions = {}): PublicFinding[] {
  const settings: Settings = {
    ...DEFAULT_SETTINGS,
    ...(options.profile ? { profile: options.profile } : {}),
    ...(options.kubernetesVersion ? { kubernetesVersion: options.kubernetesVersion } : {}),
    ...(options.suppressions === undefined ? {} : { honourSuppressions: options.suppressions }),
  };
  const workspace = new Workspace({
    rules: allRules,
    today: () => new Date().toISOString().slice(0, 10),
    onError: (rule, place, error) => {
      throw new Error(`Rule ${rule} failed at ${place}.`, { cause: error });
    },
  });
  for (const file of files) {
    if (typeof file.path !== 'string' || typeof file.text !== 'string') throw new TypeError('A file has a path and a text.');
    workspace.set(file.path, file.text, settings);
  }
  const known = new Map(allRules.map((rule) => [rule.id, rule]));
  return files.flatMap(({ path }) => {
    const judgement = workspace.judge(path);
    const source = judgement?.source;
    if (!judgement || !source) return [];
    return judgement.findings.filter((finding) => !finding.suppressed).map((finding) => publish(finding, path, source.lines, known.get(finding.rule)?.frameworks ?? []));
  });
}

/** Every rule, as far as it concerns those who use the library. */
export const rules = catalogue.map(({ area, rule }) => ({
  id: rule.id,
  area,
  severity: rule.severity,
  profile: rule.profile,
  summary: rule.docs.summary,
  aliases: rule.aliases,
  frameworks: rule.frameworks,
}));
