/** The path with forward slashes and without `./` before it. */
export function forward(path: string): string {
  return path.replaceAll('\\', '/').replace(/^(?:\.\/)+/u, '');
}

/** The folder of a file; '' when the path is only a name. */
export function folderOf(path: string): string {
  const slash = path.lastIndexOf('/');
  return slash < 0 ? '' : path.slice(0, Math.max(slash, path.startsWith('/') && slash === 0 ? 1 : slash));
}

/** Where `relative` leads to from `folder`; `..` at the top of a path that is itself relative stays. */
export function join(folder: string, relative: string): string {
  const root = /^(?:[a-z][\w+.-]*:\/\/[^/]*\/|[A-Za-z]:\/|\/)/iu.exec(folder)?.[0] ?? '';
  const parts: string[] = [];
  for (const part of [...folder.slice(root.length).split('/'), ...relative.split('/')]) {
    if (part === '' || part === '.') continue;
    if (part !== '..') parts.push(part);
    else if (parts.length > 0 && parts.at(-1) !== '..') parts.pop();
    else if (root === '') parts.push(part);
  }
  return root + parts.join('/');
}

/** How `path` is called from `folder`; undefined when it is not below it. */
export function below(folder: string, path: string): string | undefined {
  if (folder === '') return path.startsWith('/') || path.startsWith('../') ? undefined : path;
  const start = folder.endsWith('/') ? folder : `${folder}/`;
  return path.startsWith(start) ? path.slice(start.length) : undefined;
}
