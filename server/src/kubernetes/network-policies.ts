import type { Field, Loose } from '../yaml/index.js';
import type { Resource } from './resource.js';

/** A range of addresses that a policy's rule lets through. */
export interface AddressBlock {
  readonly cidr: string;
  /** Where it stands. */
  readonly field: Field<Loose>;
  /** The list of what is left out of it, where the policy's language has one beside it. */
  readonly exceptions: Field<Loose> | undefined;
  readonly except: readonly string[];
}

/** One rule by which a network policy lets traffic through; policies of Kubernetes, Cilium and Calico. */
export interface Allowance {
  readonly direction: 'ingress' | 'egress';
  /** Set where the rule tells no peers apart: what says so, or the rule. */
  readonly everyPeer: Field<Loose> | undefined;
  readonly everyPort: boolean;
  readonly blocks: readonly AddressBlock[];
  /** Peers by name for everything outside the cluster (Cilium's `world`, a pattern for every domain name). */
  readonly outside: readonly Field<Loose>[];
  /** Peers that are all pods of all namespaces. */
  readonly everyNamespace: readonly Field<Loose>[];
  /** Whether TCP packets to a port get through; undefined where names or templates decide. */
  readonly reaches: (port: number) => boolean | undefined;
}

const CALICO: ReadonlySet<string> = new Set(['projectcalico.org', 'crd.projectcalico.org']);

/** What makes a group and kind a network policy. */
export function networkPolicyLanguage(resource: Resource): 'kubernetes' | 'cilium' | 'calico' | undefined {
  const { group, kind } = resource;
  if (kind === 'NetworkPolicy' && (group === 'networking.k8s.io' || group === 'extensions' || group === '')) return 'kubernetes';
  if (group === 'cilium.io' && (kind === 'CiliumNetworkPolicy' || kind === 'CiliumClusterwideNetworkPolicy')) return 'cilium';
  return CALICO.has(group) && (kind === 'NetworkPolicy' || kind === 'GlobalNetworkPolicy') ? 'calico' : undefined;
}

/** The rules of an object that let traffic through; none for what is no network policy. */
export function allowancesOf(resource: Resource): Allowance[] {
  const spec = resource.root.at('spec');
  switch (networkPolicyLanguage(resource)) {
    case 'kubernetes':
      return kubernetesAllowances(spec);
    case 'cilium':
      return [spec, ...resource.root.at('specs').items()].flatMap((one) => [...ciliumAllowances(one, 'ingress'), ...ciliumAllowances(one, 'egress')]);
    case 'calico':
      return [...calicoAllowances(spec, 'ingress'), ...calicoAllowances(spec, 'egress')];
    case undefined:
      return [];
  }
}

/** The rules of a NetworkPolicy's specification, wherever that is written. */
export function kubernetesAllowances(spec: Field<Loose>): Allowance[] {
  return (['ingress', 'egress'] as const).flatMap((direction) =>
    list(spec.at(direction)).map((rule) => {
      const peers = rule.at(direction === 'ingress' ? 'from' : 'to');
      const ports = rule.at('ports');
      return {
        direction,
        everyPeer: isUnset(peers) ? (peers.isSet ? peers : rule) : undefined,
        everyPort: isUnset(ports),
        blocks: list(peers).flatMap((peer) => blockOf(peer.at('ipBlock', 'cidr'), peer.at('ipBlock', 'except'))),
        outside: [],
        everyNamespace: list(peers).flatMap((peer) => {
          const namespaces = peer.at('namespaceSelector');
          return isEmptySelector(namespaces) && (!peer.at('podSelector').isSet || isEmptySelector(peer.at('podSelector'))) ? [namespaces] : [];
        }),
        reaches: (port: number) => reach(ports, (entry) => [entry.at('protocol'), entry.at('port'), entry.at('endPort')], port),
      };
    }),
  );
}

const CILIUM_PEERS = ['Endpoints', 'Requires', 'CIDR', 'CIDRSet', 'Entities', 'Groups', 'Nodes', 'Services', 'FQDNs'] as const;

/** Without peers and ports a rule of Cilium lets nothing through; it only turns on the denial of everything else. */
function ciliumAllowances(spec: Field<Loose>, direction: 'ingress' | 'egress'): Allowance[] {
  const way = direction === 'ingress' ? 'from' : 'to';
  return list(spec.at(direction)).flatMap((rule) => {
    const ports = rule.at('toPorts');
    const named = CILIUM_PEERS.filter((peer) => rule.at(`${way}${peer}`).isSet || rule.at(`${way}${peer}`).isTemplated);
    const entities = list(rule.at(`${way}Entities`));
    const everybody = entities.find((entity) => entity.is('all')) ?? (named.length === 0 && list(ports).length > 0 ? rule : undefined);
    const patterns = list(rule.at('toFQDNs')).map((name) => name.at('matchPattern')).filter((pattern) => way === 'to' && (pattern.is('*') || pattern.is('**')));
    const entries = list(ports).flatMap((one) => list(one.at('ports')));
    return [
      {
        direction,
        everyPeer: everybody,
        everyPort: isUnset(ports),
        blocks: [
          ...list(rule.at(`${way}CIDR`)).flatMap((cidr) => blockOf(cidr, undefined)),
          ...list(rule.at(`${way}CIDRSet`)).flatMap((set) => blockOf(set.at('cidr'), set.at('except'))),
        ],
        outside: [...entities.filter((entity) => entity.is('world')), ...patterns],
        everyNamespace: entities.filter((entity) => entity.is('cluster')),
        reaches: (port: number) => (isUnset(ports) ? true : anyReaches(entries.map((entry) => reachesEntry(entry.at('protocol'), entry.at('port'), entry.at('endPort'), port)))),
      },
    ];
  });
}

const CALICO_PEERS = ['nets', 'notNets', 'selector', 'notSelector', 'namespaceSelector', 'serviceAccounts', 'services', 'domains'] as const;

function calicoAllowances(spec: Field<Loose>, direction: 'ingress' | 'egress'): Allowance[] {
  return list(spec.at(direction)).flatMap((rule) => {
    if (!rule.at('action').is('Allow')) return [];
    const peers = rule.at(direction === 'ingress' ? 'source' : 'destination');
    const ports = rule.at('destination', 'ports');
    const notNets = list(peers.at('notNets')).flatMap((net) => (net.string === undefined || net.isTemplated ? [] : [net.string]));
    const isNarrowed = ['protocol', 'notProtocol', 'icmp', 'http'].some((key) => rule.at(key).isSet || rule.at(key).isTemplated) || rule.at('destination', 'notPorts').isSet;
    return [
      {
        direction,
        everyPeer: !peers.isTemplated && CALICO_PEERS.every((key) => !peers.at(key).isSet && !peers.at(key).isTemplated) ? rule : undefined,
        everyPort: isUnset(ports) && !isNarrowed,
        blocks: list(peers.at('nets')).flatMap((net) => blockOf(net, undefined)).map((block) => ({ ...block, except: notNets })),
        outside: [],
        everyNamespace: [],
        reaches: (port: number) => {
          const protocol = rule.at('protocol');
          if (protocol.isTemplated) return undefined;
          if (protocol.isSet && !protocol.is('TCP') && !protocol.is(6)) return false;
          return isUnset(ports) ? true : anyReaches(list(ports).map((entry) => calicoReaches(entry, port)));
        },
      },
    ];
  });
}

/** Calico writes ports as numbers, as `first:last`, or by name. */
function calicoReaches(entry: Field<Loose>, port: number): boolean | undefined {
  if (entry.isTemplated) return undefined;
  const range = /^(\d+)(?::(\d+))?$/u.exec(String(entry.value ?? ''));
  return range ? Number(range[1]) <= port && port <= Number(range[2] ?? range[1]) : undefined;
}

function reach(ports: Field<Loose>, partsOf: (entry: Field<Loose>) => [Field<Loose>, Field<Loose>, Field<Loose>], port: number): boolean | undefined {
  return isUnset(ports) ? true : anyReaches(list(ports).map((entry) => reachesEntry(...partsOf(entry), port)));
}

function reachesEntry(protocol: Field<Loose>, from: Field<Loose>, to: Field<Loose>, port: number): boolean | undefined {
  if (protocol.isTemplated || from.isTemplated || to.isTemplated) return undefined;
  if (protocol.isSet && !protocol.is('TCP', 'ANY')) return false;
  if (!from.isSet) return true;
  const first = Number(from.value);
  return Number.isNaN(first) ? undefined : first === 0 || (first <= port && port <= Number(to.value ?? first));
}

function anyReaches(answers: readonly (boolean | undefined)[]): boolean | undefined {
  if (answers.includes(true)) return true;
  return answers.length === 0 || answers.includes(undefined) ? undefined : false;
}

function blockOf(cidr: Field<Loose>, exceptions: Field<Loose> | undefined): AddressBlock[] {
  if (cidr.string === undefined || cidr.isTemplated || exceptions?.isTemplated) return [];
  const except = exceptions === undefined ? [] : list(exceptions);
  if (except.some((one) => one.isTemplated)) return [];
  return [{ cidr: cidr.string, field: cidr, exceptions, except: except.flatMap((one) => (one.string === undefined ? [] : [one.string])) }];
}

/** Absent or an empty list, which mean the same here; a template may write anything. */
function isUnset(field: Field<Loose>): boolean {
  if (field.isTemplated) return false;
  return !field.isSet || (field.node?.kind === 'seq' && field.items().length === 0);
}

/** Whether a label selector is there and selects everything. */
export function isEmptySelector(selector: Field<Loose>): boolean {
  if (selector.node?.kind !== 'map' || selector.document.hasTemplatedStructure) return false;
  return selector.entries().every(({ field }) => !field.isTemplated && field.items().length === 0 && field.entries().length === 0);
}

function list(field: Field<Loose>): Field<Loose>[] {
  return field.items();
}
