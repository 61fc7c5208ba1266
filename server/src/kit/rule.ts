import type { Container, KubernetesVersion, Pod, Resource, Volume } from '../kubernetes/index.js';
import type { TextRange } from '../text/index.js';
import type { Field, Operation } from '../yaml/index.js';
import type { Alias } from './alias.js';
import type { Example } from './example.js';
import type { Fix } from './fix.js';
import type { Control } from './frameworks/index.js';
import type { MessageData } from './messages.js';
import type { OptionSpecs, OptionValues } from './options.js';

/** From what is exploitable as written to what is a matter of style. */
export const SEVERITIES = ['error', 'warning', 'information', 'hint'] as const;
/** One of {@link SEVERITIES}. */
export type Severity = (typeof SEVERITIES)[number];

/** How much is asked of a manifest; each holds all of those before it. */
export const PROFILES = ['baseline', 'restricted', 'strict', 'all'] as const;
/** One of {@link PROFILES}; the first two in the words of the Pod Security Standards. */
export type Profile = (typeof PROFILES)[number];

/** A place that is found fault with: a field, or a part of a scalar (see `within`). */
export type Place = Field<unknown> | { readonly field: Field<unknown>; readonly range: TextRange };

/** The other end of a finding. */
export interface Related {
  readonly message: string;
  readonly place: Place;
}

/** What is said about a place. */
export type Complaint<M extends Readonly<Record<string, string>>> = {
  [K in keyof M & string]: {
    readonly message: K;
    readonly fix?: Fix | undefined;
    readonly related?: readonly Related[] | undefined;
    /** Names the finding's container where a rule visits something larger. */
    readonly container?: Container | undefined;
  } & MessageData<M[K]>;
}[keyof M & string];

/** Tells of a finding. Absent and templated places of objects that are only partly in sight are passed over by the engine. */
export type Report<M extends Readonly<Record<string, string>>> = (place: Place, complaint: Complaint<M>) => void;

/** What a rule may know besides the object. */
export interface RuleContext<O extends OptionSpecs> {
  readonly options: OptionValues<O>;
  /** The version that the manifests are for. */
  readonly kubernetesVersion: KubernetesVersion;
  /** Registries and repositories whose images are trusted; empty where nobody has said. */
  readonly trustedRegistries: readonly string[];
}

/** A flaw of the text itself. */
export interface Problem {
  readonly kind: 'syntax' | 'duplicate-key' | 'too-large';
  /** A whole sentence. */
  readonly message: string;
  readonly place: Place;
}

/** One rule id of a suppression, as it is written in a manifest, and what became of it. */
export interface Suppression {
  readonly by: 'comment' | 'annotation';
  /** The rule id as written; '' where a suppression names none. */
  readonly rule: string;
  readonly isKnown: boolean;
  /** Whether the rule is switched on; one that is off can find nothing. */
  readonly isActive: boolean;
  /** It silenced a finding. */
  readonly isUsed: boolean;
  /** Its last day is over. */
  readonly isExpired: boolean;
  readonly until: string | undefined;
  readonly reason: string | undefined;
  /** The rule id, for comments in the comment. */
  readonly place: Place;
  /** Takes the suppression out of the manifest; undefined where it shares its comment with others. */
  readonly removal: Operation | undefined;
}

/** What a rule looks at. Each is called once for every such thing in sight. */
export interface Visitors<M extends Readonly<Record<string, string>>, O extends OptionSpecs> {
  /** Every Kubernetes object, items of Lists included. */
  resource?(resource: Resource, report: Report<M>, context: RuleContext<O>): void;
  /** Every pod and pod template, in any kind that has one. */
  pod?(pod: Pod, report: Report<M>, context: RuleContext<O>): void;
  /** Every container, init container and ephemeral container. */
  container?(container: Container, report: Report<M>, context: RuleContext<O>): void;
  /** Every volume of a pod. */
  volume?(volume: Volume, report: Report<M>, context: RuleContext<O>): void;
  /** Every reason why a manifest's text is not what the API server would read. */
  problem?(problem: Problem, report: Report<M>, context: RuleContext<O>): void;
  /** Every suppression, when all else is known. */
  suppression?(suppression: Suppression, report: Report<M>, context: RuleContext<O>): void;
}

/** A rule as its file states it. */
export interface RuleDefinition<M extends Readonly<Record<string, string>>, O extends OptionSpecs> {
  /** Kebab-case; names the insecure thing. The file bears it. */
  readonly id: string;
  readonly severity: Severity;
  /** The lowest profile that the rule belongs to. */
  readonly profile: Profile;
  /** The version of Oakum that the rule came with. */
  readonly since: string;
  /** How its places can be shown: `unnecessary` faded, `deprecated` struck through. */
  readonly tag?: 'unnecessary' | 'deprecated';
  readonly docs: {
    /** One sentence: what is wrong. */
    readonly summary: string;
    /** Why that matters; a few sentences, Markdown. */
    readonly why: string;
    /** When to leave it be: a clause that reads well after "Ignore it when". */
    readonly unless?: string;
  };
  readonly aliases: readonly (readonly Alias[])[];
  readonly frameworks: readonly Control[];
  readonly options?: O;
  /** What is wrong with which object, and the value in force; no advice. Names in braces are filled in. */
  readonly messages: M;
  readonly visit: Visitors<M, O>;
  readonly examples: readonly Example[];
}

/** A rule as the engine, the documentation and the reports see it. */
export interface Rule extends Omit<RuleDefinition<Readonly<Record<string, string>>, OptionSpecs>, 'aliases' | 'visit'> {
  readonly aliases: readonly Alias[];
  readonly visit: Visitors<Readonly<Record<string, string>>, OptionSpecs>;
}

/** Declares a rule. */
export function defineRule<const M extends Readonly<Record<string, string>>, const O extends OptionSpecs = Record<never, never>>(definition: RuleDefinition<M, O>): Rule {
  return { ...definition, aliases: definition.aliases.flat() } as unknown as Rule;
}
