import type { Component, ComponentName, FlagOf, Setting, Spot } from '../kubernetes/index.js';
import { fix, type Fix } from './fix.js';
import type { Placeholder } from './messages.js';
import { firstLineOf, within } from './place.js';
import { defineRule, type Complaint, type Place, type Related, type Report, type Rule, type RuleContext, type RuleDefinition } from './rule.js';

type Messages = Readonly<Record<string, string>>;
/** What every message of such a rule can name without being told. */
type Known = 'component' | 'setting' | 'value';
type Unknown<M extends string> = Exclude<Placeholder<M>, Known>;

/** What is said about a setting; `{component}`, `{setting}` and `{value}` fill themselves in. */
export type SettingComplaint<M extends Messages> = {
  [K in keyof M & string]: {
    readonly message: K;
    readonly fix?: Fix | undefined;
    readonly related?: readonly Related[] | undefined;
  } & ([Unknown<M[K]>] extends [never] ? { readonly data?: undefined } : { readonly data: Readonly<Record<Unknown<M[K]>, string | number | boolean>> });
}[keyof M & string];

/** Tells of a setting, or of one value of its list. */
export type SettingReport<M extends Messages> = (setting: Setting, complaint: SettingComplaint<M>, part?: Spot & { readonly text: string }) => void;

/** A rule about the settings of a component of the cluster, wherever they are written. */
export interface ComponentRuleDefinition<M extends Messages, C extends ComponentName> extends Omit<RuleDefinition<M, Record<never, never>>, 'visit' | 'options'> {
  readonly component: C | readonly C[];
  /** Called for each such component: a container that runs it, a configuration file of it. Unknown settings are passed over. */
  judge(component: Component<C>, report: SettingReport<M>, context: RuleContext<Record<never, never>>): void;
}

/** Declares a rule about the settings of a component. */
export function defineComponentRule<const M extends Messages, const C extends ComponentName>(definition: ComponentRuleDefinition<M, C>): Rule {
  const { component: names, judge, ...rest } = definition;
  const wanted: readonly ComponentName[] = Array.isArray(names) ? (names as readonly C[]) : [names as C];
  const look = (component: Component, report: Report<M>, context: RuleContext<Record<never, never>>): void => {
    if (!wanted.includes(component.name)) return;
    const kubernetesVersion = component.version ?? context.kubernetesVersion;
    const tell: SettingReport<M> = (setting, { message, fix: repair, related, data }, part) => {
      if (setting.isUnknown || (!setting.isSet && !component.hasFlag(setting.flag as FlagOf<ComponentName>, kubernetesVersion))) return;
      const known = { component: component.title, setting: setting.label, value: part?.text ?? setting.value ?? '' };
      const complaint = { message, fix: repair, related, data: { ...known, ...data } };
      report(placeOf(part ?? setting), complaint as unknown as Complaint<M>);
    };
    judge(component as unknown as Component<C>, tell, { ...context, kubernetesVersion });
  };
  return defineRule<M>({
    ...rest,
    visit: {
      container(container, report, context) {
        if (container.component) look(container.component, report, context);
      },
      resource(resource, report, context) {
        for (const component of resource.components) look(component, report, context);
      },
    },
  });
}

function placeOf({ field, range }: Spot): Place {
  return range && range.start < range.end ? within(field, range) : firstLineOf(field);
}

/** Gives a setting a value. */
export function assign(setting: Setting, value: string, title: string): Fix | undefined {
  const operation = setting.write(value);
  return operation && fix.all(title, 'suggestion', operation);
}

/** Adds a value to a setting that is a list. */
export function enlist(setting: Setting, value: string, title: string): Fix | undefined {
  const operation = setting.include(value);
  return operation && fix.all(title, 'suggestion', operation);
}

/** Takes a setting, or one value of its list, away. */
export function withdraw(setting: Setting, title: string, part?: Spot & { readonly text: string }): Fix | undefined {
  const operations = setting.erase(part);
  return operations.length > 0 ? fix.all(title, 'suggestion', ...operations) : undefined;
}
