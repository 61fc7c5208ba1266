interface Address {
  /** 32 or 128. */
  readonly bits: number;
  readonly value: bigint;
}

/** Whether a CIDR (`0.0.0.0/0`, `::/0`) holds every address of its family. */
export function coversEveryAddress(cidr: string): boolean {
  return rangeOf(cidr)?.length === 0;
}

/** Whether a CIDR, or a bare address, holds another one of the same family; false for what is neither. */
export function containsRange(outer: string, inner: string): boolean {
  const [around, within] = [rangeOf(outer), rangeOf(inner)];
  if (!around || !within || around.bits !== within.bits || within.length < around.length) return false;
  const shift = BigInt(around.bits - around.length);
  return around.value >> shift === within.value >> shift;
}

function rangeOf(text: string): (Address & { readonly length: number }) | undefined {
  const match = /^(?<address>[0-9a-f.:]{2,45})(?:\/(?<length>\d{1,3}))?$/iu.exec(text.trim());
  const address = match?.groups?.['address'] === undefined ? undefined : addressOf(match.groups['address']);
  if (!address) return undefined;
  const length = Number(match?.groups?.['length'] ?? address.bits);
  return length <= address.bits ? { ...address, length } : undefined;
}

function addressOf(text: string): Address | undefined {
  return text.includes(':') ? sixOf(text) : fourOf(text);
}

function fourOf(text: string): Address | undefined {
  const parts = text.split('.');
  if (parts.length !== 4 || !parts.every((part) => /^\d{1,3}$/u.test(part) && Number(part) < 256)) return undefined;
  return { bits: 32, value: parts.reduce((sum, part) => (sum << 8n) | BigInt(part), 0n) };
}

/** Addresses that end in IPv4 notation are not read. */
function sixOf(text: string): Address | undefined {
  const halves = text.split('::');
  if (halves.length > 2) return undefined;
  const [head = [], tail = []] = halves.map((half) => (half === '' ? [] : half.split(':')));
  const gap = 8 - head.length - tail.length;
  if (halves.length === 2 ? gap < 1 : gap !== 0) return undefined;
  const groups = [...head, ...Array.from({ length: gap }, () => '0'), ...tail];
  if (!groups.every((group) => /^[0-9a-f]{1,4}$/iu.test(group))) return undefined;
  return { bits: 128, value: groups.reduce((sum, group) => (sum << 16n) | BigInt(`0x${group}`), 0n) };
}
