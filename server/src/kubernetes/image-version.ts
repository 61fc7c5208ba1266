import type { ContainerImage } from './container-image.js';

/** Versions from the first to before the second, as `1.2.3`. */
export type VersionSpan = readonly [from: string, before: string];

/** Whether an image's tag is a full version (`v1.2.3`, `1.2.3-ubuntu`) within one of the spans. */
export function isVersionWithin(image: ContainerImage, spans: readonly VersionSpan[]): boolean {
  const version = /^v?(?<number>\d{1,4}\.\d{1,4}\.\d{1,4})(?![\d.])/u.exec(image.reference.tag ?? '')?.groups?.['number'];
  if (version === undefined) return false;
  const number = numberOf(version);
  return spans.some(([from, before]) => number >= numberOf(from) && number < numberOf(before));
}

/** A version as a number, in the order of versions. */
function numberOf(version: string): number {
  return version.split('.').reduce((sum, part) => sum * 10_000 + Number(part), 0);
}
