import type { Field } from '../yaml/index.js';
import type { Resource } from './resource.js';
import type { PolicyRuleSpec, RoleRefSpec, SubjectSpec } from './types.js';

/** The API group of roles and their bindings. */
const RBAC = 'rbac.authorization.k8s.io';

/** What a role may be asked for. Every combination of the three counts. */
export interface Access {
  readonly verbs: readonly string[];
  /** API groups; '' is the core group. */
  readonly groups: readonly string[];
  /** Resources, with their subresource where one is meant: `pods/exec`. */
  readonly resources: readonly string[];
  /**
   * Names of objects of which access to one alone counts. A rule that is limited to other names by its `resourceNames`
   * grants nothing that is asked for here.
   */
  readonly names?: readonly string[];
  /** Counts rules that name one of `names`, and not those that allow all objects. */
  readonly isNamedOnly?: boolean;
}

/** A policy rule grants something that was asked for. */
export interface Grant {
  readonly rule: PolicyRule;
  /** The entry of `resources` through which it is granted: the resource itself, or a wildcard. */
  readonly place: Field<string>;
  /** What the entry grants of what was asked for. */
  readonly resources: readonly string[];
  readonly verbs: readonly string[];
  /** What a message says of it: the role, `create and get` or `every verb`, and `secrets` or, where a wildcard stands for it, `secrets (*)`. */
  readonly words: { readonly title: string; readonly verbs: string; readonly resource: string };
}

/** One rule of a Role or ClusterRole, read as the API server's authorizer reads it. */
export class PolicyRule {
  readonly role: Resource;
  readonly field: Field<PolicyRuleSpec>;
  readonly verbs: readonly Field<string>[];
  readonly apiGroups: readonly Field<string>[];
  readonly resources: readonly Field<string>[];
  /** The objects that the rule is limited to; empty for all. */
  readonly resourceNames: readonly Field<string>[];
  readonly nonResourceURLs: readonly Field<string>[];

  constructor(role: Resource, field: Field<PolicyRuleSpec>) {
    this.role = role;
    this.field = field;
    this.verbs = field.at('verbs').items();
    this.apiGroups = field.at('apiGroups').items();
    this.resources = field.at('resources').items();
    this.resourceNames = field.at('resourceNames').items();
    this.nonResourceURLs = field.at('nonResourceURLs').items();
  }

  /**
   * Whether the rule allows the verb on the resource, on the object of that name or, without one, on all objects.
   * Requests that carry no name (`create`, `deletecollection`) are never allowed by a rule with names.
   *
   * Source: RuleAllows of the API server's RBAC authorizer.
   */
  grants(verb: string, group: string, resource: string, name?: string): boolean {
    return this.#hasVerb(verb) && this.#hasGroup(group) && this.resources.some((entry) => coversResource(entry.string, resource)) && this.#hasName(name);
  }

  /** Whether the rule allows the verb on a path that is no resource, such as `/metrics`. */
  grantsUrl(verb: string, path: string): boolean {
    return this.#hasVerb(verb) && this.nonResourceURLs.some((entry) => coversUrl(entry.string, path));
  }

  /**
   * The rule grants everything there is, or everything in the core group, where Secrets, pods and tokens are: whoever has
   * that has the rest.
   */
  get isAllPowerful(): boolean {
    return holds(this.verbs, '*') && holds(this.resources, '*') && this.#hasGroup('') && this.resourceNames.length === 0;
  }

  /** What the rule grants of what is asked for, by the entries of `resources`. */
  grantsOf(access: Access): Grant[] {
    const verbs = access.verbs.filter((verb) => this.#hasVerb(verb));
    if (verbs.length === 0 || !access.groups.some((group) => this.#hasGroup(group)) || !this.#allows(access)) return [];
    return this.resources.flatMap((place) => {
      const resources = access.resources.filter((resource) => coversResource(place.string, resource));
      return resources.length === 0 ? [] : [grantOf(this, place, resources, verbs)];
    });
  }

  #allows(access: Access): boolean {
    const isNamed = access.names?.some((name) => holds(this.resourceNames, name)) ?? false;
    return isNamed || (this.resourceNames.length === 0 && access.isNamedOnly !== true);
  }

  #hasVerb(verb: string): boolean {
    return holds(this.verbs, '*') || holds(this.verbs, verb);
  }

  #hasGroup(group: string): boolean {
    return holds(this.apiGroups, '*') || holds(this.apiGroups, group);
  }

  #hasName(name: string | undefined): boolean {
    return this.resourceNames.length === 0 || (name !== undefined && holds(this.resourceNames, name));
  }
}

/** The rules of a Role or ClusterRole; none for anything else. */
export function policyRulesOf(resource: Resource): readonly PolicyRule[] {
  return isRole(resource) ? resource.once(readPolicyRules) : [];
}

function readPolicyRules(resource: Resource): readonly PolicyRule[] {
  return resource.root
    .at('rules')
    .items()
    .map((field) => new PolicyRule(resource, field.as<PolicyRuleSpec>()));
}

/** Whether an object is a Role or ClusterRole. */
export function isRole(resource: Resource): boolean {
  return resource.group === RBAC && (resource.kind === 'Role' || resource.kind === 'ClusterRole');
}

/** The names of Kubernetes' own roles for people; `system:` begins the names of all others. */
const BUILT_IN = new Set(['cluster-admin', 'admin', 'edit', 'view']);

/** A role or binding that Kubernetes brings along, and restores when it is changed. */
export function isBuiltInRbac(resource: Resource): boolean {
  const { name } = resource;
  if (isBootstrapped(resource)) return true;
  return name !== undefined && (name.startsWith('system:') || (resource.kind === 'ClusterRole' && BUILT_IN.has(name)));
}

/** Whether the API server itself made a role or binding, by the label that it gives them. */
export function isBootstrapped(resource: Resource): boolean {
  return resource.metadata.at('labels', 'kubernetes.io/bootstrapping').is('rbac-defaults');
}

/**
 * What a role of the user's own grants of what is asked for, one grant for every entry of `resources`. Rules that grant
 * everything are left out: they are one mistake, and not as many as there are rights.
 */
export function grantsIn(resource: Resource, ...accesses: readonly Access[]): Grant[] {
  if (!isRole(resource) || isBuiltInRbac(resource)) return [];
  return policyRulesOf(resource)
    .filter((rule) => !rule.isAllPowerful)
    .flatMap((rule) => merged(accesses.flatMap((access) => rule.grantsOf(access))));
}

function grantOf(rule: PolicyRule, place: Field<string>, resources: readonly string[], verbs: readonly string[]): Grant {
  const verbText = holds(rule.verbs, '*') ? 'every verb' : listed(verbs);
  const resourceText = resources.includes(place.string ?? '') ? listed(resources) : `${listed(resources)} (${String(place.value)})`;
  return { rule, place, resources, verbs, words: { title: rule.role.title, verbs: verbText, resource: resourceText } };
}

/** Grants of one rule by the same entry are one. */
function merged(grants: readonly Grant[]): Grant[] {
  const byEntry = new Map<Field<unknown>['key'], Grant>();
  for (const grant of grants) {
    const { rule, place } = grant;
    const other = byEntry.get(place.key);
    const both = other && grantOf(rule, place, [...new Set([...other.resources, ...grant.resources])], [...new Set([...other.verbs, ...grant.verbs])]);
    byEntry.set(place.key, both ?? grant);
  }
  return [...byEntry.values()];
}

/** A RoleBinding or ClusterRoleBinding. */
export interface RoleBinding {
  readonly resource: Resource;
  /** It binds in every namespace, and cluster-wide resources too. */
  readonly isClusterWide: boolean;
  readonly roleRef: Field<RoleRefSpec>;
  readonly subjects: readonly Field<SubjectSpec>[];
}

/** For messages: `ServiceAccount shop/cart and 2 more`. */
export function subjectsOf({ subjects }: RoleBinding): string {
  const [first] = subjects;
  if (!first) return 'nobody';
  const rest = subjects.length - 1;
  return rest === 0 ? subjectName(first) : `${subjectName(first)} and ${rest} more`;
}

/** For messages: `ServiceAccount shop/cart`. */
export function subjectName(subject: Field<SubjectSpec>): string {
  const name = String(subject.at('name').value ?? 'without a name');
  const namespace = subject.at('namespace').value;
  return `${String(subject.at('kind').value ?? 'subject')} ${namespace === undefined ? name : `${String(namespace)}/${name}`}`;
}

/** For messages: `all API groups` or `the API groups core and apps`. */
export function apiGroupsOf({ apiGroups }: PolicyRule): string {
  if (holds(apiGroups, '*')) return 'all API groups';
  const names = apiGroups.map((group) => (group.value === '' ? 'core' : String(group.value)));
  return names.length === 1 ? `the API group ${listed(names)}` : `the API groups ${listed(names)}`;
}

/** For messages: the entries of a list, as in `get, list and watch`; `every verb` and the like for a wildcard. */
export function entriesText(entries: readonly Field<string>[], everything: string): string {
  return holds(entries, '*') ? everything : listed(entries.map((entry) => String(entry.value ?? '?')));
}

/** Whether an API group is one of Kubernetes' own, or stands for those too. */
export function isKubernetesGroup(group: string): boolean {
  return group === '*' || OWN_GROUPS.has(group);
}

/** The binding that an object is; undefined for anything else. */
export function roleBindingOf(resource: Resource): RoleBinding | undefined {
  const { kind, root } = resource;
  if (resource.group !== RBAC || (kind !== 'RoleBinding' && kind !== 'ClusterRoleBinding')) return undefined;
  const subjects = root.at('subjects').items();
  return { resource, isClusterWide: kind === 'ClusterRoleBinding', roleRef: root.at('roleRef').as<RoleRefSpec>(), subjects: subjects.map((subject) => subject.as<SubjectSpec>()) };
}

/** Resources that stand in no namespace, by their API group: a Role grants nothing on them. */
const CLUSTER_WIDE: Readonly<Record<string, string>> = {
  '': 'nodes persistentvolumes componentstatuses',
  [RBAC]: 'clusterroles clusterrolebindings',
  'admissionregistration.k8s.io':
    'mutatingwebhookconfigurations validatingwebhookconfigurations validatingadmissionpolicies validatingadmissionpolicybindings mutatingadmissionpolicies mutatingadmissionpolicybindings',
  'apiextensions.k8s.io': 'customresourcedefinitions',
  'apiregistration.k8s.io': 'apiservices',
  'authentication.k8s.io': 'tokenreviews selfsubjectreviews',
  'authorization.k8s.io': 'subjectaccessreviews selfsubjectaccessreviews selfsubjectrulesreviews',
  'certificates.k8s.io': 'certificatesigningrequests signers clustertrustbundles',
  'flowcontrol.apiserver.k8s.io': 'flowschemas prioritylevelconfigurations',
  'networking.k8s.io': 'ingressclasses servicecidrs ipaddresses',
  'node.k8s.io': 'runtimeclasses',
  policy: 'podsecuritypolicies',
  'scheduling.k8s.io': 'priorityclasses',
  'storage.k8s.io': 'storageclasses csidrivers csinodes volumeattachments volumeattributesclasses',
};

/** Whether a resource, or what a subresource belongs to, stands in no namespace. Only Kubernetes' own are known. */
export function isClusterWide(group: string, resource: string): boolean {
  const owner = resource.split('/', 1)[0] ?? '';
  return Object.hasOwn(CLUSTER_WIDE, group) && (CLUSTER_WIDE[group] ?? '').split(' ').includes(owner);
}

/**
 * What requires a verb that has nothing to do with reading or writing: the API server asks for it nowhere else.
 *
 * Source: Kubernetes documentation, Authorization, Request Verbs.
 */
const SPECIAL_VERBS: ReadonlyMap<string, ReadonlySet<string>> = new Map([
  ['escalate', new Set(['roles', 'clusterroles'])],
  ['bind', new Set(['roles', 'clusterroles'])],
  ['impersonate', new Set(['users', 'groups', 'serviceaccounts', 'uids', 'userextras'])],
  ['approve', new Set(['signers'])],
  ['sign', new Set(['signers'])],
]);

/** Subresources for which only some verbs are served. */
const SERVED_VERBS: ReadonlyMap<string, ReadonlySet<string>> = new Map([
  ['pods/exec', new Set(['create', 'get'])],
  ['pods/attach', new Set(['create', 'get'])],
  ['pods/portforward', new Set(['create', 'get'])],
  ['pods/log', new Set(['get'])],
  ['pods/eviction', new Set(['create'])],
  ['serviceaccounts/token', new Set(['create'])],
]);

/** The API groups that Kubernetes itself serves; '' is the core group. Those of its extensions, such as `metrics.k8s.io`, are not among them. */
const OWN_GROUPS = new Set([
  '',
  ...'apps autoscaling batch extensions policy'.split(' '),
  ...(
    'admissionregistration apiextensions apiregistration authentication authorization certificates coordination discovery events flowcontrol.apiserver internal.apiserver ' +
    'networking node rbac.authorization resource scheduling storage storagemigration'
  )
    .split(' ')
    .map((name) => `${name}.k8s.io`),
]);

/** The verbs that there are; others belong to APIs that extend Kubernetes. */
const VERBS = new Set(['get', 'list', 'watch', 'create', 'update', 'patch', 'delete', 'deletecollection', ...SPECIAL_VERBS.keys()]);

/** Resources that mean the same in whatever group a rule names them. */
const UNMISTAKABLE = new Set(
  'clusterrolebindings configmaps cronjobs daemonsets deployments endpoints ingresses jobs namespaces networkpolicies nodes persistentvolumeclaims pods replicasets rolebindings secrets services statefulsets'.split(' '),
);

/** Whether a verb on a resource of Kubernetes' own is one that the API server never asks for there. `group` may be `*`. */
export function isMisplacedVerb(verb: string, group: string, resource: string): boolean {
  if (!isKubernetesGroup(group)) return false;
  if (resource === '*' || resource.startsWith('*/') || !VERBS.has(verb)) return false;
  const owner = resource.split('/', 1)[0] ?? '';
  const homes = SPECIAL_VERBS.get(verb);
  if (homes) return !homes.has(owner) && (group !== '*' || UNMISTAKABLE.has(owner));
  const served = SERVED_VERBS.get(resource);
  return served !== undefined && (group === '' || group === '*') && !served.has(verb);
}

/** The authorizer knows `*`, the name itself and `*` before a subresource; `pods/*` stands for nothing. */
function coversResource(entry: string | undefined, resource: string): boolean {
  if (entry === undefined) return false;
  if (entry === '*' || entry === resource) return true;
  const slash = resource.indexOf('/');
  return slash >= 0 && entry === `*${resource.slice(slash)}`;
}

function coversUrl(entry: string | undefined, path: string): boolean {
  if (entry === undefined) return false;
  return entry === '*' || entry === path || (entry.endsWith('*') && path.startsWith(entry.slice(0, -1)));
}

function holds(list: readonly Field<string>[], value: string): boolean {
  return list.some((entry) => entry.value === value);
}

/** How many names a message lists. */
const MOST_NAMES = 4;

function listed(names: readonly string[]): string {
  const shown = names.length > MOST_NAMES ? [...names.slice(0, MOST_NAMES - 1), `${names.length - MOST_NAMES + 1} more`] : names;
  return shown.length < 2 ? shown.join('') : `${shown.slice(0, -1).join(', ')} and ${String(shown.at(-1))}`;
}
