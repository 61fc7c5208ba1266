import type { Field } from '../yaml/index.js';
import type { Container } from './pod.js';

/**
 * What a capability means for a container's walls. `default` and `net-bind-service` are those that the Pod Security
 * Standards let a container add at the baseline level; at the restricted level it is `net-bind-service` alone.
 */
export type CapabilityKind = 'all' | 'sys-admin' | 'net-admin' | 'net-raw' | 'sys-module' | 'dangerous' | 'other' | 'default' | 'net-bind-service';

/** A capability that a container adds or drops. */
export interface Capability {
  readonly field: Field<string>;
  readonly written: string;
  /** As the kernel's manual names it, without `CAP_`, in upper case. */
  readonly name: string;
  readonly kind: CapabilityKind;
}

/** Those that need a word of their own; whichever way they are written, they are meant. Source: capabilities(7). */
const NAMED: ReadonlyMap<string, CapabilityKind> = new Map<string, CapabilityKind>([
  ['ALL', 'all'],
  ['SYS_ADMIN', 'sys-admin'],
  ['NET_ADMIN', 'net-admin'],
  ['NET_RAW', 'net-raw'],
  ['SYS_MODULE', 'sys-module'],
  ['SYS_RAWIO', 'dangerous'],
  ['SYS_PTRACE', 'dangerous'],
  ['SYS_BOOT', 'dangerous'],
  ['MAC_OVERRIDE', 'dangerous'],
  ['MAC_ADMIN', 'dangerous'],
  ['PERFMON', 'dangerous'],
  ['BPF', 'dangerous'],
  ['DAC_READ_SEARCH', 'dangerous'],
  ['SYSLOG', 'dangerous'],
]);

/** What container runtimes grant by default. Source: Pod Security Standards, "Baseline", Capabilities. */
const DEFAULTS: ReadonlySet<string> = new Set([
  'AUDIT_WRITE', 'CHOWN', 'DAC_OVERRIDE', 'FOWNER', 'FSETID', 'KILL', 'MKNOD', 'NET_BIND_SERVICE', 'SETFCAP', 'SETGID', 'SETPCAP', 'SETUID', 'SYS_CHROOT',
]);

/** Whether runtimes grant the capability by default; admission compares names as they are written. */
export function isDefaultCapability(name: string): boolean {
  return DEFAULTS.has(name);
}

/** What a container adds, as far as it is of one of the kinds; each capability is of exactly one. */
export function addedCapabilities(container: Container, ...kinds: readonly CapabilityKind[]): Capability[] {
  return read(container.at('securityContext', 'capabilities', 'add')).filter(({ kind }) => kinds.includes(kind));
}

/** What a container drops; undefined where a template decides. */
export function droppedCapabilities(container: Container): Capability[] | undefined {
  const list = container.at('securityContext', 'capabilities', 'drop');
  if (list.isTemplated || list.items().some((item) => item.isTemplated)) return undefined;
  return read(list);
}

function read(list: Field<unknown>): Capability[] {
  return (list as Field<readonly string[]>).items().flatMap((field) => {
    const written = field.string;
    if (written === undefined || field.isTemplated) return [];
    const name = written.toUpperCase().replace(/^CAP_/u, '');
    return [{ field, written, name, kind: kindOf(written, name) }];
  });
}

function kindOf(written: string, name: string): CapabilityKind {
  const named = NAMED.get(name);
  if (named) return named;
  if (!DEFAULTS.has(written)) return 'other';
  return written === 'NET_BIND_SERVICE' ? 'net-bind-service' : 'default';
}
