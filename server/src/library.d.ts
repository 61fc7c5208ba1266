/** From what is exploitable as written to what is a matter of style. */
export type Severity = 'error' | 'warning' | 'information' | 'hint';
/** How much is asked of a manifest; each holds all of those before it. */
export type Profile = 'baseline' | 'restricted' | 'strict' | 'all';
/** `safe` cannot change what a working program sees; `suggestion` is for a person to take. */
export type FixTier = 'safe' | 'suggestion';
/** The other tools whose checks Oakum's rules are compared with. */
export type Tool = 'pss' | 'checkov' | 'trivy' | 'kubescape' | 'kube-linter' | 'kube-score' | 'kubesec' | 'polaris' | 'pluto' | 'kics';
/** The frameworks whose controls a rule can be evidence for. */
export type FrameworkId = 'pss' | 'cis' | 'nsa' | 'mitre' | 'nist-800-53' | 'nist-800-190' | 'pci-dss' | 'soc2' | 'hipaa' | 'gdpr' | 'iso-27001';

/** One file of a workspace; the path is any name, with forward slashes. */
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

/** Lines and columns (UTF-16 code units) from 1. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** From the first character to just behind the last. */
export interface Range {
  readonly start: Position;
  readonly end: Position;
}

export interface ResourceId {
  readonly apiVersion: string;
  readonly kind: string;
  readonly namespace?: string;
  readonly name?: string;
}

/** A requirement of a framework. */
export interface Control {
  readonly framework: FrameworkId;
  readonly id: string;
  readonly title: string;
}

export interface Finding {
  readonly rule: string;
  readonly severity: Severity;
  readonly message: string;
  readonly file: string;
  readonly range: Range;
  /** Absent for findings about the file's text. */
  readonly resource?: ResourceId;
  readonly container?: string;
  /** The field, `spec.containers[0].image`. */
  readonly path: string;
  /** Whether the rule has a mechanical repair for this finding. */
  readonly fixable: boolean;
  readonly tier?: FixTier;
  readonly related: readonly { readonly message: string; readonly file: string; readonly range: Range }[];
  readonly frameworks: readonly Control[];
  /** The rule's page, from the root of the package. */
  readonly documentation: string;
  /** Only on findings that are silenced, which are reported where that is asked for. */
  readonly suppressed?: { readonly by: 'comment' | 'annotation' | 'configuration'; readonly reason?: string };
}

/** Another tool's check of the same idea. */
export interface Alias {
  readonly tool: Tool;
  /** As that tool prints it. */
  readonly id: string;
  /** `same` promises that tool's verdict, `near` a related one. */
  readonly relation: 'same' | 'near';
  /** Where the verdicts part; only for `near`. */
  readonly difference?: string;
}

/** The type of a rule's option, with the value that holds where the configuration says nothing. */
export type OptionSpec =
  | { readonly type: 'boolean'; readonly description: string; readonly default: boolean }
  | { readonly type: 'integer'; readonly description: string; readonly default: number; readonly minimum?: number; readonly maximum?: number }
  | { readonly type: 'string'; readonly description: string; readonly default: string; readonly enum?: readonly string[] }
  | { readonly type: 'string-list'; readonly description: string; readonly default: readonly string[] };

export interface Rule {
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
  readonly options: Readonly<Record<string, OptionSpec>>;
  /** The rule's page, from the root of the package. */
  readonly documentation: string;
}

/**
 * Lints files; those of one call are one workspace. Silenced findings are left out, so are files that `config` excludes.
 * What the other options say wins over `config`.
 *
 * @throws TypeError when a file has no path or text, or when `config` has a flaw; the message says where and which.
 */
export function lint(files: readonly LintFile[], options?: LintOptions): Finding[];

/** Every rule, by area and id. */
export const rules: readonly Rule[];
