import type { PodTemplatePath } from '../kubernetes/index.js';
import type { Profile, Severity } from '../kit/index.js';
import type { RuleSetting } from './settings.js';

/** What a configuration file, or a part of it, says about findings. */
export interface StatedSettings {
  readonly profile?: Profile;
  readonly rules?: Readonly<Record<string, Severity | 'off' | RuleSetting>>;
  readonly kubernetesVersion?: string;
  readonly trustedRegistries?: readonly string[];
}

/** What is said about some files. */
export interface StatedOverride extends StatedSettings {
  readonly files: string | readonly string[];
}

/** Findings that are accepted, in some files or in all. */
export interface StatedSuppression {
  readonly rules: readonly string[];
  readonly files?: string | readonly string[];
  readonly reason: string;
  readonly until?: string;
}

/** A configuration file as its schema allows it. */
export interface StatedConfiguration extends StatedSettings {
  readonly extends?: string | readonly string[];
  readonly overrides?: readonly StatedOverride[];
  readonly exclude?: string | readonly string[];
  readonly podTemplates?: readonly PodTemplatePath[];
  readonly suppressions?: readonly StatedSuppression[];
}

/** A value that may be written alone or as a list. */
export function listOf(value: string | readonly string[] | undefined): readonly string[] {
  return value === undefined ? [] : typeof value === 'string' ? [value] : value;
}
