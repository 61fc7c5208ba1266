import type { Alias, Control, OptionSpecs, Profile, Severity } from '../kit/index.js';
import { documentationOf } from './finding.js';
import type { ReportedRule } from './report.js';

/** A rule as the library and `oakum rules --format json` give it. This shape is public and versioned with the package. */
export interface PublicRule {
  readonly id: string;
  /** The group that it belongs to. */
  readonly area: string;
  readonly severity: Severity;
  /** The lowest profile that asks for it. */
  readonly profile: Profile;
  /** The version of Oakum that it came with. */
  readonly since: string;
  /** One sentence: what is wrong. */
  readonly summary: string;
  /** Other tools' checks of the same idea. */
  readonly aliases: readonly Alias[];
  readonly frameworks: readonly Control[];
  readonly options: OptionSpecs;
  /** The rule's page, from the root of the package. */
  readonly documentation: string;
}

/** The public form of a rule. */
export function publishRule({ area, rule }: ReportedRule): PublicRule {
  return {
    id: rule.id,
    area,
    severity: rule.severity,
    profile: rule.profile,
    since: rule.since,
    summary: rule.docs.summary,
    aliases: rule.aliases,
    frameworks: rule.frameworks,
    options: rule.options ?? {},
    documentation: documentationOf(rule.id),
  };
}
