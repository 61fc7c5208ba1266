import type { Finding } from '../engine/index.js';
import { Field, type Loose, type Path, type Source } from '../yaml/index.js';

/**
 * One fingerprint per finding, for those who compare scans: rule, message, object and field, but neither line nor file nor
 * the order of anything. List items are known by their names where they have one. Findings of a file that are alike in
 * all of that are numbered.
 */
export function fingerprintsOf(source: Source, findings: readonly Finding[]): string[] {
  const seen = new Map<string, number>();
  return findings.map((finding) => {
    const root = Field.root(source.documentAt(finding.range.start)?.document ?? emptyDocument());
    const { resource } = finding;
    // Objects keep their identity when their API version is raised.
    const group = resource?.apiVersion.includes('/') ? resource.apiVersion.slice(0, resource.apiVersion.indexOf('/')) : '';
    const identity = [finding.rule, finding.messageId, group, resource?.kind, resource?.namespace, resource?.name, finding.container, ...stablePath(root, finding.path)];
    const hash = stableHash(JSON.stringify(identity.map((part) => part ?? null)));
    const times = (seen.get(hash) ?? 0) + 1;
    seen.set(hash, times);
    return `${hash}:${times}`;
  });
}

function emptyDocument(): never {
  throw new RangeError('A finding stands before its file.');
}

/** A path in which indices are replaced by what names their items, so that items can move. */
function stablePath(root: Field<Loose>, path: Path): string[] {
  return path.map((key, index) => (typeof key === 'string' ? key : `[${nameOf(root.locate(path.slice(0, index + 1))) ?? ''}]`));
}

/** The keys by which Kubernetes tells the items of its lists apart, in the order in which they are tried. */
const NAMING_KEYS = ['name', 'key', 'mountPath', 'devicePath', 'containerPort', 'port', 'ip', 'topologyKey'] as const;

function nameOf(item: Field<Loose>): string | undefined {
  if (item.value !== undefined) return String(item.value);
  for (const key of NAMING_KEYS) {
    const { value } = item.at(key);
    if (value !== undefined) return `${key}=${value}`;
  }
  const name = item.at('metadata', 'name').value;
  return name === undefined ? undefined : `${item.at('kind').string ?? ''} ${item.at('metadata', 'namespace').string ?? ''}/${name}`;
}

/**
 * A hash of 64 bits in 16 hexadecimal digits, the same on every machine and in browsers. It is no protection against
 * people who want two texts to have one hash.
 */
export function stableHash(text: string): string {
  let a = 0xdeadbeef;
  let b = 0x41c6ce57;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    a = Math.imul(a ^ code, 0x9e3779b1);
    b = Math.imul(b ^ code, 0x5f356495);
  }
  a = Math.imul(a ^ (a >>> 16), 0x85ebca6b) ^ Math.imul(b ^ (b >>> 13), 0xc2b2ae35);
  b = Math.imul(b ^ (b >>> 16), 0x85ebca6b) ^ Math.imul(a ^ (a >>> 13), 0xc2b2ae35);
  return hex(b) + hex(a);
}

function hex(number: number): string {
  return (number >>> 0).toString(16).padStart(8, '0');
}
