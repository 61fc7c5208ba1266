import type { TextRange } from '../text/index.js';
import { Source, type Field, type Loose, type Operation, type Plain } from '../yaml/index.js';
import { erase, readFlags, rewrite, wordsOf, type CommandLine, type Word, type WrittenFlag } from './command-line.js';
import { invocationOf } from './commands.js';
import { COMPONENTS, CONFIGURATION_FLAGS, factsOf, type ComponentName, type FlagOf } from './component-flags.js';
import { imageOf } from './container-image.js';
import type { Container } from './pod.js';
import { resourcesOf, type Resource } from './resource.js';
import { KubernetesVersion } from './version.js';

/** A place and, where it is only a part of a string, which part, counted from the start of the value. */
export interface Spot {
  readonly field: Field<unknown>;
  readonly range?: TextRange | undefined;
}

/** One value of a setting that is a list. */
export interface SettingPart extends Spot {
  readonly text: string;
}

/** What a source of settings says of one of them. */
interface Statement extends Spot {
  /** As it is written: `--profiling`, `ETCD_AUTO_TLS`, `enableProfiling`. */
  readonly label: string;
  readonly text: string;
  readonly isUnknown: boolean;
  readonly parts: readonly SettingPart[];
  write(value: string): Operation | undefined;
  /** Takes the setting, or one of its parts, away. */
  erase(part?: SettingPart): Operation[];
}

/** Where a component gets its settings from. */
interface Settings {
  find(flag: string): Statement | undefined;
  /** Writes a setting that is not there. */
  add(flag: string, value: string): Operation | undefined;
  label(flag: string): string;
  /** The value in force where nothing is said. */
  default(flag: string): string | undefined;
  /** Settings that are not seen here can be made elsewhere. */
  readonly isOpen: boolean;
}

/** A setting of a component, said or not. */
export class Setting implements Spot {
  /** The flag that it is, whatever its name in a file. */
  readonly flag: string;
  /** As it is, or would be, written. */
  readonly label: string;
  readonly field: Field<unknown>;
  readonly range: TextRange | undefined;
  /** Whether it is said in sight. */
  readonly isSet: boolean;
  /** The value in force; undefined where there is none or it is not known. */
  readonly value: string | undefined;
  /** Something that is not in sight decides. */
  readonly isUnknown: boolean;
  /** The values of a list. */
  readonly parts: readonly SettingPart[];
  readonly #write: (value: string) => Operation | undefined;
  readonly #erase: (part?: SettingPart) => Operation[];

  constructor(place: {
    flag: string;
    label: string;
    spot: Spot;
    isSet: boolean;
    value: string | undefined;
    isUnknown: boolean;
    parts: readonly SettingPart[];
    write: (value: string) => Operation | undefined;
    erase: (part?: SettingPart) => Operation[];
  }) {
    this.flag = place.flag;
    this.label = place.label;
    this.field = place.spot.field;
    this.range = place.spot.range;
    this.isSet = place.isSet;
    this.value = place.isUnknown ? undefined : place.value;
    this.isUnknown = place.isUnknown;
    this.parts = place.parts;
    this.#write = place.write;
    this.#erase = place.erase;
  }

  /** Whether the value in force is one of these; truth values in all the ways that Go reads. */
  is(...values: readonly string[]): boolean {
    const { value } = this;
    return value !== undefined && (values.includes(value) || values.includes(truth(value)));
  }

  /** The value in force if it is a number. */
  get number(): number | undefined {
    const { value } = this;
    return value !== undefined && /^[+-]?\d+$/u.test(value.trim()) ? Number(value) : undefined;
  }

  /** The value in force if it is a length of time as Go writes them (`1h30m`), in seconds. */
  get seconds(): number | undefined {
    return secondsOf(this.value);
  }

  /** The values in force of a list. */
  get list(): readonly string[] {
    return this.value === undefined ? [] : valuesIn(this.value);
  }

  /** The place of a value of the list; undefined if it is not there or is in force without being written. */
  part(text: string): SettingPart | undefined {
    return this.parts.find((part) => part.text === text);
  }

  /** Gives the setting a value. */
  write(value: string): Operation | undefined {
    return this.#write(value);
  }

  /** Adds a value to the list in force. */
  include(text: string): Operation | undefined {
    return this.#write([...this.list, text].join(','));
  }

  /** Takes the setting, or one value of the list, away; no operations where that cannot be said. */
  erase(part?: SettingPart): Operation[] {
    return this.#erase(part);
  }
}

/** A program of the cluster with its settings: run by a container, or described by a configuration file. */
export class Component<C extends ComponentName = ComponentName> {
  readonly name: C;
  /** `API server kube-apiserver`, for messages. */
  readonly title: string;
  /** Where it is named. */
  readonly spot: Spot;
  readonly resource: Resource;
  readonly container: Container | undefined;
  /** The version that the manifest itself states. */
  readonly version: KubernetesVersion | undefined;
  readonly #settings: Settings;

  constructor(name: C, place: { title: string; spot: Spot; resource: Resource; container?: Container; version?: KubernetesVersion | undefined; settings: Settings }) {
    this.name = name;
    this.title = `${TITLES[name]} ${place.title}`;
    this.spot = place.spot;
    this.resource = place.resource;
    this.container = place.container;
    this.version = place.version;
    this.#settings = place.settings;
  }

  /** What the component is called with for a flag, or has in the field of its configuration that stands for it. */
  setting(flag: FlagOf<C>): Setting {
    const found = this.#settings.find(flag);
    if (found) return fromStatement(flag, found);
    const { instead = [] } = factsOf(this.name, flag);
    return new Setting({
      flag,
      label: this.#settings.label(flag),
      spot: this.spot,
      isSet: false,
      value: this.#settings.default(flag),
      isUnknown: this.#settings.isOpen || instead.some((other) => this.#settings.find(other)),
      parts: [],
      write: (value) => this.#settings.add(flag, value),
      erase: () => [],
    });
  }

  /** A feature gate; undefined where it is left to its default. */
  featureGate(gate: string): Setting | undefined {
    const found = this.#settings.find('feature-gates');
    const part = found?.parts.findLast(({ text }) => text.startsWith(`${gate}=`));
    if (!found || !part) return undefined;
    const value = part.text.slice(gate.length + 1);
    const isPart = part.range !== undefined;
    const range = part.range && { start: part.range.end - value.length, end: part.range.end };
    return new Setting({
      flag: 'feature-gates',
      label: gate,
      spot: { field: part.field, range },
      isSet: true,
      value,
      isUnknown: found.isUnknown || /\{\{|\$/u.test(value),
      parts: [],
      write: (text) => (isPart && range ? { kind: 'replace', field: part.field, range, text } : found.write('') && { kind: 'set', field: part.field, value: text === 'true' }),
      erase: () => found.erase(part),
    });
  }

  /** The component of a file that stands as text in an entry of another object: places in it are that entry, and nothing can be changed. */
  within(resource: Resource, entry: string, field: Field<unknown>): Component<C> {
    const found = this.#settings;
    const settings: Settings = {
      isOpen: found.isOpen,
      label: (flag) => found.label(flag),
      default: (flag) => found.default(flag),
      add: () => undefined,
      find: (flag) => {
        const statement = found.find(flag);
        return statement && { ...statement, field, range: undefined, parts: statement.parts.map(({ text }) => ({ field, text })), write: () => undefined, erase: () => [] };
      },
    };
    return new Component(this.name, { title: `of ${resource.title} (${entry})`, spot: { field }, resource, version: this.version, settings });
  }

  /** Whether a version of Kubernetes has a flag. */
  hasFlag(flag: FlagOf<C>, version: KubernetesVersion): boolean {
    const { since = 0, until = Infinity } = factsOf(this.name, flag);
    return version.atLeast(1, since) && !(until !== Infinity && version.atLeast(1, until));
  }
}

const TITLES: Readonly<Record<ComponentName, string>> = {
  'kube-apiserver': 'API server',
  'kube-controller-manager': 'Controller manager',
  'kube-scheduler': 'Scheduler',
  etcd: 'Etcd',
  kubelet: 'Kubelet',
  'kube-proxy': 'Proxy',
};

function fromStatement(flag: string, found: Statement): Setting {
  return new Setting({
    flag,
    label: found.label,
    spot: found,
    isSet: true,
    value: found.text,
    isUnknown: found.isUnknown,
    parts: found.parts,
    write: (value) => found.write(value),
    erase: (part) => found.erase(part),
  });
}

/** Truth values in one spelling. */
function truth(value: string): string {
  if (/^(?:1|t|T|TRUE|True)$/u.test(value)) return 'true';
  return /^(?:0|f|F|FALSE|False)$/u.test(value) ? 'false' : value;
}

const UNITS: Readonly<Record<string, number>> = { h: 3600, m: 60, s: 1, ms: 1e-3, us: 1e-6, µs: 1e-6, ns: 1e-9 };

/** Reads a length of time as Go writes them (`1h30m`, `90s`, `0`). */
export function secondsOf(text: string | undefined): number | undefined {
  const value = text?.trim();
  if (value === undefined || !/^[+-]?(?:0|(?:\d+(?:\.\d+)?(?:h|ms|m|s|us|µs|ns))+)$/u.test(value)) return undefined;
  let seconds = 0;
  for (const match of value.matchAll(/(\d+(?:\.\d+)?)(h|ms|m|s|us|µs|ns)/gu)) seconds += Number(match[1]) * (UNITS[match[2] ?? ''] ?? 0);
  return value.startsWith('-') ? -seconds : seconds;
}

function valuesIn(text: string): string[] {
  return text
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '');
}

/** The values of a list that is written as one string. */
function partsOf(spot: Spot, text: string): SettingPart[] {
  const parts: SettingPart[] = [];
  let start = spot.range?.start ?? 0;
  for (const piece of text.split(',')) {
    const lead = piece.length - piece.trimStart().length;
    const value = piece.trim();
    if (value !== '') parts.push({ field: spot.field, range: { start: start + lead, end: start + lead + value.length }, text: value });
    start += piece.length + 1;
  }
  return parts;
}

/** A string without one of the values of the list that it is; undefined where that is its only one. */
function withoutPart(spot: Spot, text: string, part: SettingPart): Operation | undefined {
  if (part.range === undefined || valuesIn(text).length < 2) return undefined;
  const end = (spot.range?.start ?? 0) + text.length;
  const whole = String(spot.field.value ?? '');
  const after = part.range.end < end && whole[part.range.end] === ',';
  const range = after ? { start: part.range.start, end: part.range.end + 1 } : { start: part.range.start - 1, end: part.range.end };
  return { kind: 'replace', field: spot.field, range, text: '' };
}

/** Settings given as a program's arguments, and etcd's by environment variables. */
class Arguments implements Settings {
  readonly #name: ComponentName;
  readonly #line: CommandLine;
  readonly #container: Container;
  readonly #program: Spot;
  readonly isOpen: boolean;

  constructor(name: ComponentName, container: Container, program: Spot, words: readonly Word[]) {
    this.#name = name;
    this.#container = container;
    this.#program = program;
    this.#line = readFlags(words, (flag) => factsOf(name, flag).type === 'boolean');
    const isConfigured = (CONFIGURATION_FLAGS[name] ?? []).some((flag) => this.#line.flags.some((written) => written.name === flag));
    this.isOpen =
      this.#line.isOpen ||
      isConfigured ||
      container.pod.isPartial ||
      program.field.document.hasTemplatedStructure ||
      (name === 'etcd' && container.at('envFrom').items().length > 0);
  }

  find(flag: string): Statement | undefined {
    const all = this.#line.flags.filter((written) => written.name === flag);
    const last = all.at(-1);
    if (last === undefined) return this.#name === 'etcd' ? this.#variable(flag) : undefined;
    const isList = factsOf(this.#name, flag).type === 'list';
    const parts = isList ? all.flatMap((written) => partsOf(spotOf(written), written.value)) : [];
    return {
      ...spotOf(last),
      label: `--${flag}`,
      text: isList ? all.map((written) => written.value).join(',') : last.value,
      isUnknown: isList ? all.some((written) => written.isUnknown) : last.isUnknown,
      parts,
      write: (value) => (isList && all.length > 1 ? undefined : rewrite(last, value)),
      erase: (part) => {
        const holder = part ? all.find((written) => written.field === part.field) : undefined;
        const operation = part && holder ? withoutPart(spotOf(holder), holder.value, part) : undefined;
        return operation ? [operation] : part && holder ? erase(holder) : all.flatMap(erase);
      },
    };
  }

  /** Etcd reads a flag that is not given from the environment: `--auto-tls` from `ETCD_AUTO_TLS`. */
  #variable(flag: string): Statement | undefined {
    const name = `ETCD_${flag.replace(/-/gu, '_').toUpperCase()}`;
    const entry = this.#container
      .at('env')
      .items()
      .findLast((item) => item.at('name').is(name));
    if (entry === undefined) return undefined;
    const field = entry.at('value');
    const text = field.isSet ? String(field.value ?? '') : '';
    return {
      field,
      label: name,
      text,
      isUnknown: !field.isSet || field.isTemplated || text.includes('$('),
      parts: partsOf({ field }, text),
      write: (value) => ({ kind: 'set', field, value }),
      erase: (part) => {
        const operation = part && withoutPart({ field }, text, part);
        return [operation ?? { kind: 'remove', field: entry }];
      },
    };
  }

  add(flag: string, value: string): Operation | undefined {
    const { field, range } = this.#program;
    const text = `--${flag}=${value}`;
    if (range && /\s/u.test(String(field.value ?? ''))) return { kind: 'replace', field, range: { start: range.end, end: range.end }, text: ` ${text}` };
    const args = this.#container.at('args');
    return { kind: 'append', field: args.items().length > 0 ? args : this.#container.at('command'), value: text };
  }

  label(flag: string): string {
    return `--${flag}`;
  }

  default(flag: string): string | undefined {
    return factsOf(this.#name, flag).default;
  }
}

function spotOf(flag: WrittenFlag): Spot {
  return flag.range ? { field: flag.field, range: flag.range } : { field: flag.field };
}

/** Settings that kubeadm adds to its own: `extraArgs`, a mapping up to v1beta3 and a list of names and values since. */
class ExtraArguments implements Settings {
  readonly #name: ComponentName;
  readonly #section: Field<Loose>;
  readonly #key: string;
  readonly #isList: boolean;
  readonly isOpen: boolean;

  constructor(name: ComponentName, section: Field<Loose>, key: string, isList: boolean, isOpen: boolean) {
    this.#name = name;
    this.#section = section;
    this.#key = key;
    const { node } = section.at(key);
    this.#isList = node?.kind === 'seq' || (node?.kind !== 'map' && isList);
    this.isOpen = isOpen || section.document.hasTemplatedStructure;
  }

  find(flag: string): Statement | undefined {
    const extra = this.#section.at(this.#key);
    const entries = [
      ...extra.entries().map(({ key, field }) => ({ key, field: field as Field<Loose>, entry: field as Field<Loose> })),
      ...extra.items().map((item) => ({ key: item.at('name').string ?? '', field: item.at('value'), entry: item })),
    ];
    const found = entries.findLast(({ key }) => key.replace(/_/gu, '-') === flag);
    if (found === undefined) return undefined;
    const { field } = found;
    const text = String(field.value ?? '');
    return {
      field,
      label: flag,
      text,
      isUnknown: field.isTemplated || text.includes('{{') || text.includes('${'),
      parts: typeof field.value === 'string' ? partsOf({ field }, text) : [{ field, text }],
      write: (value) => ({ kind: 'set', field, value }),
      erase: (part) => {
        const operation = part && withoutPart({ field }, text, part);
        return [operation ?? { kind: 'remove', field: found.entry, pruneTo: this.#section as Field<unknown> }];
      },
    };
  }

  add(flag: string, value: string): Operation | undefined {
    const extra = this.#section.at(this.#key);
    return this.#isList ? { kind: 'append', field: extra, value: { name: flag, value } } : { kind: 'set', field: extra.at(flag), value };
  }

  label(flag: string): string {
    return flag;
  }

  default(flag: string): string | undefined {
    const { kubeadm, default: own } = factsOf(this.#name, flag);
    return kubeadm ?? own;
  }
}

/** Settings in a component's own configuration file. */
class ConfigurationFile implements Settings {
  readonly #name: ComponentName;
  readonly #root: Field<Loose>;
  readonly isOpen: boolean;

  constructor(name: ComponentName, root: Field<Loose>, isPartial: boolean) {
    this.#name = name;
    this.#root = root;
    this.isOpen = isPartial || root.document.hasTemplatedStructure;
  }

  find(flag: string): Statement | undefined {
    const field = this.#field(flag);
    if (field === undefined || !field.isSet) return undefined;
    const items = field.items();
    const isMap = field.node?.kind === 'map';
    const parts = isMap
      ? field.entries().map((entry) => ({ field: entry.field as Field<unknown>, text: `${entry.key}=${String(entry.field.value ?? '')}` }))
      : items.map((item) => ({ field: item as Field<unknown>, text: String(item.value ?? '') }));
    return {
      field,
      label: String(field.key ?? flag),
      text: parts.length > 0 ? parts.map(({ text }) => text).join(',') : String(field.value ?? ''),
      isUnknown: field.isTemplated,
      parts,
      write: (value) => ({ kind: 'set', field, value: this.#plain(flag, value) }),
      erase: (part) => [{ kind: 'remove', field: part?.field ?? field, pruneTo: this.#root as Field<unknown> }],
    };
  }

  add(flag: string, value: string): Operation | undefined {
    const field = this.#field(flag);
    return field && { kind: 'set', field, value: this.#plain(flag, value) };
  }

  label(flag: string): string {
    return (factsOf(this.#name, flag).field ?? flag).replace(/^.*\./u, '');
  }

  default(flag: string): string | undefined {
    const { fieldDefault, default: own } = factsOf(this.#name, flag);
    return fieldDefault ?? own;
  }

  #field(flag: string): Field<Loose> | undefined {
    const path = factsOf(this.#name, flag).field;
    return path === undefined ? undefined : this.#root.locate(path.split('.'));
  }

  #plain(flag: string, value: string): Plain {
    const { type } = factsOf(this.#name, flag);
    if (type === 'boolean') return value === 'true';
    if (type === 'integer') return Number(value);
    return type === 'list' ? valuesIn(value) : value;
  }
}

/** The names under which the old all-in-one image runs the components. */
const HYPERKUBE: ReadonlyMap<string, ComponentName> = new Map([
  ['apiserver', 'kube-apiserver'],
  ['controller-manager', 'kube-controller-manager'],
  ['scheduler', 'kube-scheduler'],
  ['proxy', 'kube-proxy'],
]);

const PROGRAMS: readonly string[] = [...COMPONENTS, ...HYPERKUBE.keys()];

/** The component that a container runs; undefined for all other containers. */
export function readComponent(container: Container): Component | undefined {
  // Arguments that begin with an option are those of the image's own program.
  const isOption = !container.at('command').isSet && container.at('args').items()[0]?.string?.startsWith('-') === true;
  const call = isOption ? undefined : invocationOf(container, PROGRAMS);
  if (call === undefined) return byImage(container);
  const { field, range } = call;
  const text = field.string ?? '';
  const name = nameOf(text.slice(range.start, range.end), container);
  if (name === undefined) return undefined;
  const isScript = range.end < text.length || range.start > 0;
  const words = isScript ? wordsOf(field, text, range.end) : [];
  return runBy(container, name, isScript ? call : { field }, isScript ? words : itemsBehind(container, field));
}

/** Official images run their component without being told. */
function byImage(container: Container): Component | undefined {
  const args = container.at('args').items();
  if (container.at('command').isSet || !args[0]?.string?.startsWith('-')) return undefined;
  const image = imageOf(container);
  const name = COMPONENTS.find((component) => image?.reference.repository.split('/').at(-1) === component);
  return name && image ? runBy(container, name, { field: image.field }, args.map(wordOf)) : undefined;
}

function runBy(container: Container, name: ComponentName, spot: Spot, words: readonly Word[]): Component {
  const tag = name === 'etcd' ? undefined : imageOf(container)?.reference.tag;
  return new Component(name, {
    title: container.name,
    spot,
    resource: container.pod.resource,
    container,
    version: versionIn(tag),
    settings: new Arguments(name, container, spot, words),
  });
}

/** The version in `v1.29.4`, `v1.29.4-eks-1` or `1.29.4-debian`. */
function versionIn(text: string | undefined): KubernetesVersion | undefined {
  const match = /^v?1\.\d{1,3}/u.exec(text ?? '');
  return match ? KubernetesVersion.parse(match[0]) : undefined;
}

function nameOf(word: string, container: Container): ComponentName | undefined {
  const base = word.slice(word.lastIndexOf('/') + 1);
  const name = COMPONENTS.find((component) => component === base);
  if (name) return name;
  const words = [...container.at('command').items(), ...container.at('args').items()].map((item) => item.string ?? '');
  return words.some((text) => /(?:^|[\s/])hyperkube(?:\s|$)/u.test(text)) || /(?:^|\/)hyperkube[^/]*$/u.test(container.at('image').string ?? '') ? HYPERKUBE.get(base) : undefined;
}

function itemsBehind(container: Container, program: Field<unknown>): Word[] {
  const items = [...container.at('command').items(), ...container.at('args').items()] as Field<unknown>[];
  const at = items.findIndex((item) => item.parent?.key === program.parent?.key && item.key === program.key);
  return items.slice(at + 1).map(wordOf);
}

function wordOf(field: Field<unknown>): Word {
  return { field, range: undefined, text: String(field.value ?? '').trim() };
}

/** Configuration files of components, by their kinds. */
const CONFIGURATIONS: ReadonlyMap<string, ComponentName> = new Map([
  ['KubeletConfiguration', 'kubelet'],
  ['KubeSchedulerConfiguration', 'kube-scheduler'],
  ['KubeProxyConfiguration', 'kube-proxy'],
]);

/** Where objects hold kubeadm's settings of a cluster, by their kinds. */
const CLUSTERS: ReadonlyMap<string, string> = new Map([
  ['ClusterConfiguration', ''],
  ['KubeadmControlPlane', 'spec.kubeadmConfigSpec.clusterConfiguration'],
  ['KubeadmControlPlaneTemplate', 'spec.template.spec.kubeadmConfigSpec.clusterConfiguration'],
  ['KubeadmConfig', 'spec.clusterConfiguration'],
  ['KubeadmConfigTemplate', 'spec.template.spec.clusterConfiguration'],
]);

/** Where objects hold kubeadm's settings of a node, by their kinds. */
const NODES: ReadonlyMap<string, readonly string[]> = new Map([
  ['InitConfiguration', ['nodeRegistration']],
  ['JoinConfiguration', ['nodeRegistration']],
  ['KubeadmControlPlane', ['spec.kubeadmConfigSpec.initConfiguration.nodeRegistration', 'spec.kubeadmConfigSpec.joinConfiguration.nodeRegistration']],
  [
    'KubeadmControlPlaneTemplate',
    ['spec.template.spec.kubeadmConfigSpec.initConfiguration.nodeRegistration', 'spec.template.spec.kubeadmConfigSpec.joinConfiguration.nodeRegistration'],
  ],
  ['KubeadmConfig', ['spec.initConfiguration.nodeRegistration', 'spec.joinConfiguration.nodeRegistration']],
  ['KubeadmConfigTemplate', ['spec.template.spec.initConfiguration.nodeRegistration', 'spec.template.spec.joinConfiguration.nodeRegistration']],
]);

const SECTIONS: readonly (readonly [section: string, name: ComponentName])[] = [
  ['apiServer', 'kube-apiserver'],
  ['controllerManager', 'kube-controller-manager'],
  ['scheduler', 'kube-scheduler'],
  ['etcd.local', 'etcd'],
];

const EMBEDDED = /^kind:[ \t]*["']?(?:KubeletConfiguration|KubeSchedulerConfiguration|KubeProxyConfiguration|ClusterConfiguration|InitConfiguration|JoinConfiguration)["']?[ \t]*\r?$/mu;

/** The components that an object configures without running them. */
export function readComponents(resource: Resource): Component[] {
  if (resource.kind === 'ConfigMap' && resource.group === '') return embeddedComponents(resource);
  const configured = CONFIGURATIONS.get(resource.kind);
  if (configured !== undefined) {
    if (!resource.group.endsWith('.config.k8s.io')) return [];
    const settings = new ConfigurationFile(configured, resource.root, resource.isPartial);
    return [new Component(configured, { title: `of ${resource.title}`, spot: { field: resource.root.at('kind') as Field<unknown> }, resource, settings })];
  }
  if (resource.group !== 'kubeadm.k8s.io' && !resource.group.endsWith('cluster.x-k8s.io')) return [];
  return [...clusterComponents(resource), ...nodeComponents(resource)];
}

/** Configuration files that a ConfigMap holds as text: kubeadm keeps those of the cluster so. */
function embeddedComponents(resource: Resource): Component[] {
  return resource.root
    .at('data')
    .entries()
    .flatMap(({ key, field }) => {
      const text = field.isTemplated ? undefined : field.string;
      if (text === undefined || !EMBEDDED.test(text)) return [];
      return Source.read(text)
        .documents.flatMap(({ document }) => resourcesOf(document, { isPartial: resource.isPartial }))
        .filter(({ kind }) => kind !== 'ConfigMap')
        .flatMap((file) => readComponents(file).map((component) => component.within(resource, key, field as Field<unknown>)));
    });
}

function clusterComponents(resource: Resource): Component[] {
  const path = CLUSTERS.get(resource.kind);
  if (path === undefined) return [];
  const cluster = path === '' ? resource.root : resource.root.locate(path.split('.'));
  // Worker nodes' configurations and those without a word of it leave the cluster to another object.
  if (cluster.node?.kind !== 'map') return [];
  const version = versionIn(cluster.at('kubernetesVersion').string ?? resource.root.locate(['spec', 'version']).string);
  return SECTIONS.flatMap(([section, name]) => {
    if (name === 'etcd' && cluster.at('etcd').at('external').isSet) return [];
    const field = cluster.locate(section.split('.'));
    const nearest = field.keyRange ? field : cluster.keyRange ? cluster : resource.root.at('kind');
    const settings = new ExtraArguments(name, field, 'extraArgs', isListed(resource), resource.isPartial);
    return [new Component(name, { title: `of ${resource.title}`, spot: { field: nearest as Field<unknown> }, resource, version, settings })];
  });
}

function nodeComponents(resource: Resource): Component[] {
  return (NODES.get(resource.kind) ?? []).flatMap((path) => {
    const field = resource.root.locate(path.split('.'));
    if (!field.at('kubeletExtraArgs').isSet) return [];
    const settings = new ExtraArguments('kubelet', field, 'kubeletExtraArgs', isListed(resource), true);
    return [new Component('kubelet', { title: `of ${resource.title}`, spot: { field: field.at('kubeletExtraArgs') as Field<unknown> }, resource, settings })];
  });
}

/** Whether an API version has extra arguments as a list. */
function isListed(resource: Resource): boolean {
  return resource.group === 'kubeadm.k8s.io' ? !/^v1(?:alpha\d+|beta[123])$/u.test(resource.version) : !/^v1(?:alpha\d+|beta1)$/u.test(resource.version);
}
