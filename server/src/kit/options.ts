/** The JSON schema of a rule's option, with the value that holds where the configuration says nothing. */
export type OptionSpec =
  | { readonly type: 'boolean'; readonly description: string; readonly default: boolean }
  | { readonly type: 'integer'; readonly description: string; readonly default: number; readonly minimum?: number; readonly maximum?: number }
  | { readonly type: 'string'; readonly description: string; readonly default: string; readonly enum?: readonly string[] }
  | { readonly type: 'string-list'; readonly description: string; readonly default: readonly string[] };

export type OptionSpecs = Readonly<Record<string, OptionSpec>>;

/** The values of options, as a rule sees them. */
export type OptionValues<O extends OptionSpecs> = {
  readonly [K in keyof O]: O[K]['type'] extends 'boolean' ? boolean : O[K]['type'] extends 'integer' ? number : O[K]['type'] extends 'string' ? string : readonly string[];
};
