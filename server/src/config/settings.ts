import type { PodTemplatePath } from '../kubernetes/index.js';
import type { Profile, Severity } from '../kit/index.js';

/** What the configuration says of one rule. */
export interface RuleSetting {
  /** Unset: the rule's own, if the profile asks for the rule. A severity switches the rule on whatever the profile is. */
  readonly severity?: Severity | 'off';
  readonly options?: Readonly<Record<string, unknown>>;
}

/** A suppression that the configuration file states for files by glob. */
export interface ConfiguredSuppression {
  readonly rules: readonly string[];
  readonly reason: string;
  /** The last day (`YYYY-MM-DD`) on which it holds. */
  readonly until?: string;
}

/** Everything that decides what is found in one file: the configuration's answer for that file, defaults filled in. */
export interface Settings {
  readonly profile: Profile;
  /** By rule id. */
  readonly rules: Readonly<Record<string, RuleSetting>>;
  /** `1.NN` */
  readonly kubernetesVersion: string;
  /** Registries (`registry.example.com`) and repositories (`registry.example.com/team`) whose images are trusted. */
  readonly trustedRegistries: readonly string[];
  /** Kinds with pod templates beside those that are known. */
  readonly podTemplates: readonly PodTemplatePath[];
  readonly suppressions: readonly ConfiguredSuppression[];
  /** Whether what is written in the files themselves (comments, annotations) silences findings. */
  readonly honourSuppressions: boolean;
}

/** What holds where nobody has said anything. */
export const DEFAULT_SETTINGS: Settings = {
  profile: 'restricted',
  rules: {},
  kubernetesVersion: '1.37',
  trustedRegistries: [],
  podTemplates: [],
  suppressions: [],
  honourSuppressions: true,
};
