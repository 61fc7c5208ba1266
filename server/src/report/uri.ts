/** Whether a path starts at the top of a file system: `/x`, `C:/x` or `//server/share`. */
export function isAbsolute(path: string): boolean {
  return path.startsWith('/') || /^[A-Za-z]:\//u.test(path);
}

/** A path with forward slashes as a URI reference: relative ones stay relative, absolute ones become `file:` URIs. */
export function uriOf(path: string): string {
  const encoded = path
    .split('/')
    .map((part) => encodeURIComponent(part).replace(/%40/gu, '@'))
    .join('/');
  if (path.startsWith('//')) return `file:${encoded}`;
  if (path.startsWith('/')) return `file://${encoded}`;
  if (isAbsolute(path)) return `file:///${path[0] ?? ''}:${encoded.slice('C%3A'.length)}`;
  return encoded;
}
