import { describe, expect, it } from 'vitest';
import { isWellFormedDigest, parseImage, splitImage } from '../../server/src/kubernetes/index.js';

const SHA = `sha256:${'3c'.repeat(32)}`;

describe('image references', () => {
  it.each([
    ['nginx', undefined, 'nginx', undefined, undefined],
    ['nginx:1.27.1', undefined, 'nginx', '1.27.1', undefined],
    ['library/nginx', undefined, 'library/nginx', undefined, undefined],
    ['localhost/app:1', 'localhost', 'app', '1', undefined],
    ['host:5000/app', 'host:5000', 'app', undefined, undefined],
    ['host:5000/app:1', 'host:5000', 'app', '1', undefined],
    ['registry.example.com/a/b/c:1@' + SHA, 'registry.example.com', 'a/b/c', '1', SHA],
    ['app@' + SHA, undefined, 'app', undefined, SHA],
    ['[2001:db8::1]:5000/app:1', '[2001:db8::1]:5000', 'app', '1', undefined],
  ])('%s', (text, registry, repository, tag, digest) => {
    const image = parseImage(text);
    expect(image).toMatchObject({ registry, repository, tag, digest });
    const cut = (range: { start: number; end: number } | undefined): string | undefined => range && text.slice(range.start, range.end);
    expect([cut(image?.ranges.registry), cut(image?.ranges.repository), cut(image?.ranges.tag), cut(image?.ranges.digest)]).toEqual([registry, repository, tag, digest]);
  });

  it.each(['', ':1', 'App', 'a//b', 'app:', 'app:tag:tag', 'app@sha256:12', 'app ', 'a_host_:5000/app', 'app@'])('%s is none', (text) => {
    expect(parseImage(text)).toBeUndefined();
  });

  it('are taken apart even where they are none', () => {
    expect(splitImage('registry.example.com/App:@x')).toMatchObject({ registry: 'registry.example.com', repository: 'App', tag: '', digest: 'x' });
  });
});

describe('digests', () => {
  it.each([SHA, `sha384:${'0a'.repeat(48)}`, `sha512:${'0a'.repeat(64)}`, 'blake3:abc=_-', 'multi+part.v2:QUJD'])('%s', (digest) => {
    expect(isWellFormedDigest(digest)).toBe(true);
  });

  it.each(['', 'sha256', 'sha256:', ':abc', SHA.slice(0, -1), `${SHA}0`, SHA.toUpperCase(), SHA.replaceAll('c', 'g'), `sha512:${'0a'.repeat(32)}`, `${SHA}@${SHA}`])('%s is none', (digest) => {
    expect(isWellFormedDigest(digest)).toBe(false);
  });
});
