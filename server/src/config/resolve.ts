import { KubernetesVersion } from '../kubernetes/index.js';
import { DEFAULT_SETTINGS, type RuleSetting, type Settings } from './settings.js';
import type { StatedSettings } from './stated.js';

/** What is stated, as settings; what is not stated is not there. */
export function settingsOf(stated: StatedSettings): Partial<Settings> {
  const { profile, rules, kubernetesVersion, trustedRegistries } = stated;
  return {
    ...(profile === undefined ? {} : { profile }),
    ...(rules === undefined ? {} : { rules: Object.fromEntries(Object.entries(rules).flatMap(([id, rule]) => (rule === undefined ? [] : [[id, typeof rule === 'string' ? { severity: rule } : rule]]))) }),
    ...(kubernetesVersion === undefined ? {} : { kubernetesVersion }),
    ...(trustedRegistries === undefined ? {} : { trustedRegistries }),
  };
}

/** One set of settings out of several: what later ones say wins; of rules, severity and each option by itself. */
export function merged(...all: readonly Partial<Settings>[]): Settings {
  let result: Settings = DEFAULT_SETTINGS;
  const rules = new Map<string, RuleSetting>();
  for (const settings of all) {
    result = { ...result, ...defined(settings) };
    for (const [id, rule] of Object.entries(settings.rules ?? {})) rules.set(id, mergedRule(rules.get(id), rule));
  }
  return {
    ...result,
    kubernetesVersion: KubernetesVersion.parse(result.kubernetesVersion)?.toString() ?? result.kubernetesVersion,
    rules: Object.fromEntries([...rules].sort(([a], [b]) => (a < b ? -1 : 1))),
  };
}

function mergedRule(before: RuleSetting | undefined, { severity = before?.severity, options }: RuleSetting): RuleSetting {
  const all = { ...before?.options, ...(options === undefined ? {} : defined(options)) };
  const names = Object.keys(all).sort();
  return { ...(severity === undefined ? {} : { severity }), ...(names.length === 0 ? {} : { options: Object.fromEntries(names.map((name) => [name, all[name]])) }) };
}

function defined<T extends object>(object: T): T {
  return Object.fromEntries(Object.entries(object).filter(([, value]) => value !== undefined)) as T;
}

/** Equal for equal settings: plans are made once for each key. */
export function settingsKey(settings: Settings): string {
  const { profile, rules, kubernetesVersion, trustedRegistries, podTemplates, suppressions, honourSuppressions } = settings;
  return JSON.stringify([profile, rules, kubernetesVersion, trustedRegistries, podTemplates, suppressions, honourSuppressions]);
}
