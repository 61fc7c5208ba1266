// The library: `import { lint, rules } from 'oakum'`.
import { loadConfiguration, settingsFor, type Configuration, type Settings } from './config/index.js';
import { PROFILES, type Profile } from './kit/index.js';
import { KubernetesVersion, NEWEST_VERSION } from './kubernetes/index.js';
import { publish, type PublicFinding } from './report/finding.js';
import { publishRule, type PublicRule } from './report/rule.js';
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
  /** What a `.oakum.yaml` at the root of the files would say: its text, or the object it stands for. Nothing is read from disk. */
  readonly config?: string | Readonly<Record<string, unknown>>;
}

/**
 * Lints files; those of one call are one workspace. Silenced findings are left out, so are files that `config` excludes.
 * What the other options say wins over `config`.
 *
 * @throws TypeError when a file has no path or text, when an option is none of what it can be, or when `config` has a flaw; the
 * message says where and which.
 */
export function lint(files: readonly LintFile[], options: LintOptions = {}): PublicFinding[] {
  checkOptions(options);
  const forced: Partial<Settings> = {
    ...(options.profile ? { profile: options.profile } : {}),
    ...(options.kubernetesVersion ? { kubernetesVersion: options.kubernetesVersion } : {}),
    ...(options.suppressions === undefined ? {} : { honourSuppressions: options.suppressions }),
  };
  const configuration = configurationOf(options.config);
  const common = settingsFor(undefined, '', {}, forced);
  const workspace = new Workspace({
    rules: allRules,
    today: () => new Date().toISOString().slice(0, 10),
    onError: (rule, place, error) => {
      throw new Error(`Rule ${rule} failed at ${place}.`, { cause: error });
    },
  });
  for (const file of files) {
    if (typeof file.path !== 'string' || typeof file.text !== 'string') throw new TypeError('A file has a path and a text.');
    if (configuration?.excludes(file.path)) continue;
    workspace.set(file.path, file.text, configuration?.settingsFor(file.path, {}, forced) ?? common);
  }
  const known = new Map(allRules.map((rule) => [rule.id, rule]));
  return files.flatMap(({ path }) => {
    const judgement = workspace.judge(path);
    const source = judgement?.source;
    if (!judgement || !source) return [];
    return judgement.findings.filter((finding) => !finding.suppressed).map((finding) => publish(finding, path, source.lines, known.get(finding.rule)?.frameworks ?? []));
  });
}

/** Callers without types can write anything. */
function checkOptions({ profile, kubernetesVersion }: LintOptions): void {
  if (profile !== undefined && !PROFILES.includes(profile)) throw new TypeError(`There is no profile "${String(profile)}". There are ${PROFILES.join(', ')}.`);
  if (kubernetesVersion === undefined) return;
  const version = KubernetesVersion.parse(String(kubernetesVersion));
  if (!version) throw new TypeError(`"${String(kubernetesVersion)}" is no Kubernetes version. It is written like ${NEWEST_VERSION.toString()}.`);
  if (!NEWEST_VERSION.atLeast(version.major, version.minor)) throw new TypeError(`Kubernetes ${version.toString()} is not known; the newest that is known is ${NEWEST_VERSION.toString()}.`);
}

function configurationOf(config: LintOptions['config']): Configuration | undefined {
  if (config === undefined) return undefined;
  const { configuration, problems } = loadConfiguration('.oakum.yaml', typeof config === 'string' ? config : JSON.stringify(config), () => undefined);
  const flaws = problems.filter((problem) => problem.severity === 'error');
  if (flaws.length > 0) throw new TypeError(`The configuration is not valid. ${flaws.map((flaw) => flaw.message).join(' ')}`);
  return configuration;
}

/** Every rule, by area and id. */
export const rules: readonly PublicRule[] = catalogue.map(publishRule);
