/** The other tools whose checks Oakum's rules are compared with. */
export const TOOLS = ['pss', 'checkov', 'trivy', 'kubescape', 'kube-linter', 'kube-score', 'kubesec', 'polaris', 'pluto', 'kics'] as const;

/** One of {@link TOOLS}. */
export type Tool = (typeof TOOLS)[number];

/** Another tool's check of the same idea. */
export interface Alias {
  readonly tool: Tool;
  /** The check's id as that tool prints it and as its suppressions name it. */
  readonly id: string;
  /** `same` promises that tool's verdict, `near` a related one. */
  readonly relation: 'same' | 'near';
  /** Where the verdicts part; only for `near`. */
  readonly difference?: string;
}

/** The tool gives the same verdict. */
export function same(tool: Tool, ...ids: readonly [string, ...string[]]): Alias[] {
  return ids.map((id) => ({ tool, id, relation: 'same' }));
}

/** The tool judges the same idea otherwise; `difference` says how, as a clause about the tool (`accepts an absent field`). */
export function near(tool: Tool, id: string, difference: string): Alias[] {
  return [{ tool, id, relation: 'near', difference }];
}
