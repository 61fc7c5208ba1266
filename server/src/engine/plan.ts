import type { Settings } from '../config/index.js';
import { PROFILES, type OptionSpecs, type Rule, type RuleContext, type Severity, type Visitors } from '../kit/index.js';
import { KubernetesVersion, NEWEST_VERSION, type DocumentContext } from '../kubernetes/index.js';
import type { YamlDocument } from '../yaml/index.js';
import type { DocumentFindings } from './document-findings.js';

/** A rule that is switched on, with what it is told. */
export interface ActiveRule {
  readonly rule: Rule;
  readonly severity: Severity;
  readonly context: RuleContext<OptionSpecs>;
}

/** Tells of a rule that threw; `place` says on which object. */
export type OnRuleError = (rule: string, place: string, error: unknown) => void;

/** The rules that a file's settings ask for, sorted by what they look at. Made once for all files with the same settings. */
export interface Plan {
  readonly settings: Settings;
  /** All rules that exist, switched on or not, by id. */
  readonly known: ReadonlyMap<string, Rule>;
  readonly active: ReadonlyMap<string, ActiveRule>;
  readonly visitors: { readonly [V in keyof Visitors<Readonly<Record<string, string>>, OptionSpecs>]-?: readonly ActiveRule[] };
  /** `YYYY-MM-DD`; suppressions that end before it no longer hold. */
  readonly today: string;
  readonly onError: OnRuleError;
  /** What was found in documents that are still in use. The plan owns it, and it dies with the plan. */
  readonly cache: WeakMap<YamlDocument, Map<DocumentContext['isPartial'], DocumentFindings>>;
}

/** Picks and sorts the rules that `settings` ask for. */
export function compile(rules: readonly Rule[], settings: Settings, options: { readonly today: string; readonly onError: OnRuleError }): Plan {
  const version = KubernetesVersion.parse(settings.kubernetesVersion) ?? NEWEST_VERSION;
  const active = new Map<string, ActiveRule>();
  for (const rule of rules) {
    const severity = severityOf(rule, settings);
    if (severity === 'off') continue;
    const context: RuleContext<OptionSpecs> = { options: optionsOf(rule, settings), kubernetesVersion: version, trustedRegistries: settings.trustedRegistries };
    active.set(rule.id, { rule, severity, context });
  }
  const all = [...active.values()];
  const visiting = (visitor: keyof Plan['visitors']): ActiveRule[] => all.filter(({ rule }) => rule.visit[visitor] !== undefined);
  return {
    settings,
    known: new Map(rules.map((rule) => [rule.id, rule])),
    active,
    visitors: {
      problem: visiting('problem'),
      resource: visiting('resource'),
      pod: visiting('pod'),
      container: visiting('container'),
      volume: visiting('volume'),
      suppression: visiting('suppression'),
    },
    today: options.today,
    onError: options.onError,
    cache: new WeakMap(),
  };
}

function severityOf(rule: Rule, settings: Settings): Severity | 'off' {
  const own = Object.hasOwn(settings.rules, rule.id) ? settings.rules[rule.id]?.severity : undefined;
  if (own !== undefined) return own;
  return PROFILES.indexOf(rule.profile) <= PROFILES.indexOf(settings.profile) ? rule.severity : 'off';
}

function optionsOf(rule: Rule, settings: Settings): Readonly<Record<string, never>> {
  const own = Object.hasOwn(settings.rules, rule.id) ? settings.rules[rule.id]?.options : undefined;
  const values: Record<string, unknown> = {};
  for (const [name, spec] of Object.entries(rule.options ?? {})) values[name] = own?.[name] ?? spec.default;
  return values as Readonly<Record<string, never>>;
}
