import { DEFAULT_SETTINGS } from '../config/index.js';
import { compile, lintDocument } from '../engine/index.js';
import type { Rule } from '../kit/index.js';
import type { FieldFact } from '../kubernetes/index.js';
import { Source } from '../yaml/index.js';
import { podPlace } from './place-at.js';

/** Which rules look at which fields. The rules' own examples tell: what is found in them, and where. */
export class RuleFields {
  readonly #rules: readonly Rule[];
  #index: ReadonlyMap<string, ReadonlySet<string>> | undefined;

  constructor(rules: readonly Rule[]) {
    this.#rules = rules;
  }

  /** The ids of the rules that look at a field or at what is in it. */
  lookingAt(fact: FieldFact): string[] {
    const index = (this.#index ??= this.#learn());
    const levels = fact.inherited === undefined ? [fact.of] : (['container', 'pod'] as const);
    const found = new Set<string>();
    for (const [key, rules] of index) {
      if (levels.some((of) => key === `${of}:${fact.path}` || key.startsWith(`${of}:${fact.path}.`))) for (const rule of rules) found.add(rule);
    }
    return [...found].sort();
  }

  #learn(): ReadonlyMap<string, ReadonlySet<string>> {
    const index = new Map<string, Set<string>>();
    for (const rule of this.#rules) {
      for (const example of rule.examples) {
        if (!('bad' in example)) continue;
        const settings = {
          ...DEFAULT_SETTINGS,
          rules: { [rule.id]: { severity: rule.severity, ...(example.options ? { options: example.options } : {}) } },
          ...(example.kubernetesVersion === undefined ? {} : { kubernetesVersion: example.kubernetesVersion }),
          trustedRegistries: example.trustedRegistries ?? [],
        };
        const plan = compile([rule], settings, { today: '1970-01-01', onError: () => undefined });
        for (const { document } of Source.read(example.bad).documents) {
          const context = { isPartial: false };
          for (const finding of lintDocument(document, plan, context).findings) {
            const place = podPlace({ document, plan, context }, finding.path);
            if (!place || place.keys.length === 0) continue;
            const key = `${place.container ? 'container' : 'pod'}:${place.keys.join('.')}`;
            const known = index.get(key) ?? new Set<string>();
            index.set(key, known.add(rule.id));
          }
        }
      }
    }
    return index;
  }
}
