import { DEFAULT_SETTINGS, type Settings } from '../../server/src/config/index.js';
import { compile, lint, repairAll, type Finding, type Plan } from '../../server/src/engine/index.js';
import type { Example, Rule } from '../../server/src/kit/index.js';
import { rules } from '../../server/src/rules/index.js';
import { applyEdits } from '../../server/src/text/index.js';
import { Source } from '../../server/src/yaml/index.js';

/** A plan in which a rule that throws fails the test. With `only`, the others are known and on, but look at nothing. */
export function planOf(settings: Partial<Settings>, only?: Rule): Plan {
  return compile(rules.map((rule) => (only === undefined || rule === only ? rule : { ...rule, visit: {} })), { ...DEFAULT_SETTINGS, profile: 'all', ...settings }, {
    today: '2026-06-15',
    onError: (rule, place, error) => {
      throw new Error(`${rule} threw at ${place}`, { cause: error });
    },
  });
}

/** The plan of one rule as an example asks for it. */
export function planFor(rule: Rule, example: Partial<Pick<Example, 'options' | 'kubernetesVersion' | 'trustedRegistries'>> = {}): Plan {
  return planOf(
    {
      ...(example.options ? { rules: { [rule.id]: { options: example.options } } } : {}),
      ...(example.kubernetesVersion ? { kubernetesVersion: example.kubernetesVersion } : {}),
      ...(example.trustedRegistries ? { trustedRegistries: example.trustedRegistries } : {}),
    },
    rule,
  );
}

export function findings(text: string, plan: Plan): Finding[] {
  return lint(Source.read(text), plan, { isPartial: false });
}

/** The text with every fix applied. */
export function fixed(text: string, plan: Plan): string {
  const source = Source.read(text);
  const edits = source.documents.flatMap(({ offset, document }) => {
    const repair = repairAll({ document, plan, context: { isPartial: false } }, () => true);
    return (repair?.edits ?? []).map((edit) => ({ ...edit, range: { start: edit.range.start + offset, end: edit.range.end + offset } }));
  });
  return applyEdits(text, edits);
}
