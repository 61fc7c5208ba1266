import { DEFAULT_SETTINGS } from '../config/index.js';
import { compile, lintDocument } from '../engine/index.js';
import type { Rule } from '../kit/index.js';
import type { FieldFact } from '../kubernetes/index.js';
import { Source } from '../yaml/index.js';
import { podPlace } from './place-at.js';

/** Milliseconds of learning after which others get their turn. */
const TURN = 8;

/** Which rules look at which fields. The rules' own examples tell: what is found in them, and where. */
export class RuleFields {
  readonly #rules: readonly Rule[];
  readonly #index = new Map<string, Set<string>>();
  readonly #breathe: () => Promise<void>;
  #learning: Promise<void> | undefined;

  constructor(rules: readonly Rule[], breathe: () => Promise<void>) {
    this.#rules = rules;
    this.#breathe = breathe;
  }

  /** Settles when all examples have been read, which takes a second; others have their turns meanwhile. */
  learn(): Promise<void> {
    return (this.#learning ??= this.#learn());
  }

  /** The ids of the rules that look at a field or at what is in it, as far as they have been learned. */
  lookingAt(fact: FieldFact): string[] {
    const index = this.#index;
    const levels = fact.inherited === undefined ? [fact.of] : (['container', 'pod'] as const);
    const found = new Set<string>();
    for (const [key, rules] of index) {
      if (levels.some((of) => key === `${of}:${fact.path}` || key.startsWith(`${of}:${fact.path}.`))) for (const rule of rules) found.add(rule);
    }
    return [...found].sort();
  }

  async #learn(): Promise<void> {
    const index = this.#index;
    let lastTurn = performance.now();
    for (const rule of this.#rules) {
      if (performance.now() - lastTurn > TURN) {
        await this.#breathe();
        lastTurn = performance.now();
      }
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
  }
}
