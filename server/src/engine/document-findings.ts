import type { Resource } from '../kubernetes/index.js';
import type { Finding } from './finding.js';

/** What was found in one document; all ranges count from the document's start. */
export class DocumentFindings {
  readonly resources: readonly Resource[];
  /** In the order of their places, silenced ones included. */
  readonly findings: readonly Finding[];
  #tally: ReadonlyMap<string, number> | undefined;

  constructor(resources: readonly Resource[], findings: readonly Finding[]) {
    this.resources = resources;
    this.findings = findings;
  }

  /** How many findings nobody has silenced. */
  get count(): number {
    return this.findings.reduce((sum, finding) => sum + (finding.suppressed ? 0 : 1), 0);
  }

  /** How often something is found that nobody has silenced, by `keyOf`. */
  get tally(): ReadonlyMap<string, number> {
    return (this.#tally ??= tallyOf(this.findings));
  }
}

function tallyOf(findings: readonly Finding[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const finding of findings) {
    if (finding.suppressed) continue;
    const key = keyOf(finding);
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return counts;
}

/** What a finding is about, whatever its place in lists: removing an item moves those behind it. */
export function keyOf({ rule, resource, container, path }: Finding): string {
  const keys = path.filter((key) => typeof key === 'string');
  return [rule, resource?.kind, resource?.namespace, resource?.name, container, ...keys].join('\0');
}
