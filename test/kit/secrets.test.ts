import { describe, expect, it } from 'vitest';
import { couldBeSecret, matchesGlob, namesSecret, secretIn } from '../../server/src/kit/index.js';

describe('names of secrets', () => {
  it.each([
    'PASSWORD', 'DB_PASSWORD', 'db-password', 'dbPassword', 'PGPASSWORD', 'MYSQL_ROOT_PASSWORD', 'PASSWORD_PROD', 'REDIS_PASSWD', 'MYSQL_PWD', 'KEY_PASSPHRASE', 'SECRET',
    'CLIENT_SECRET', 'SECRET_KEY', 'SECRET_KEY_BASE', 'secretKey', 'JWT_SECRET', 'AUTH_TOKEN', 'authToken', 'BEARER', 'API_KEY', 'apiKey', 'STRIPE_APIKEY',
    'AWS_SECRET_ACCESS_KEY', 'PRIVATE_KEY', 'SIGNING_KEY', 'ENCRYPTION_KEY', 'CREDENTIALS', 'AZURE_BATCH_KEY', 'OCI_CLI_KEY_CONTENT',
  ])('%s', (name) => {
    expect(namesSecret(name)).toBe(true);
  });

  it.each([
    '', 'USER', 'KEY', 'MONKEY', 'KEYBOARD', 'PASSWORD_FILE', 'passwordFile', 'SECRET_NAME', 'SECRET_PATH', 'TOKEN_TTL', 'TOKEN_URL', 'TOKEN_EXPIRY', 'PASSWORD_LENGTH', 'PASSWORD_KEY',
    'AUTH_TOKEN_ENABLED', 'MAX_TOKENS', 'TOKENIZER', 'SECRETARY', 'AWS_ACCESS_KEY_ID', 'CACHE_KEY', 'PASSWORD_ENCRYPTION',
  ])('not %s', (name) => {
    expect(namesSecret(name)).toBe(false);
  });
});

describe('texts that are secrets by their form', () => {
  it.each([
    ['a private key', '-----BEGIN PRIVATE KEY-----\nbm90IGEga2V5\n-----END PRIVATE KEY-----'],
    ['a private key', '-----BEGIN PGP PRIVATE KEY BLOCK-----'],
    ['a private key', '---- BEGIN SSH2 ENCRYPTED PRIVATE KEY ----'],
    ['an AWS access key', 'key=AKIAIOSFODNN7EXAMPLE'],
    ['a GitHub token', `ghp_${'a1'.repeat(18)}`],
    ['a GitLab token', `glpat-${'a1'.repeat(10)}`],
    ['a Slack token', 'xoxb-123456789012-abcdef'],
    ['a Google API key', `AIza${'a'.repeat(35)}`],
    ['a JSON Web Token', 'eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJleGFtcGxlIn0.bm90LXNpZ25lZA'],
    ['a password within an address', 'amqp://shop:correct-horse@mq:5672'],
    ['a password within an address', 'redis://:correct-horse@cache:6379'],
  ])('%s', (what, text) => {
    expect(secretIn(text)).toBe(what);
  });

  it.each([
    '-----BEGIN CERTIFICATE-----', '-----BEGIN PUBLIC KEY-----', 'https://example.com:8443/a@b', 'postgres://shop@db/shop', 'postgres://shop:$(PASSWORD)@db/shop', 'postgres://shop:****@db/shop', 'AKIA', 'ghp_short',
    'XAKIAIOSFODNN7EXAMPLE', 'http://[::1]:8080/', 'mailto:user@example.com',
  ])('not %s', (text) => {
    expect(secretIn(text)).toBeUndefined();
  });
});

describe('texts that can be secrets', () => {
  it.each(['correct-horse', 'changeme', 'a', '1234', '483920', 'p@ss/word', 'c2VjcmV0Cg=='])('%s', (text) => {
    expect(couldBeSecret(text)).toBe(true);
  });

  it.each([
    '', '  ', 'true', 'No', 'null', '/run/secrets/password', './password', '~/.token', 'C:\\secrets\\token', '$(PASSWORD)', '${PASSWORD}', '$PASSWORD', '{{ .password }}', '<password>', '****', 'REDACTED', '12', '30s', '1.5h',
    'vault:secret/shop', 'arn:aws:secretsmanager:eu-west-1:123456789012:secret:shop', 'op://vault/shop/password', 'https://login.example.com/token', 'shop-db-credentials', 'ingress-tls', 'INSERT_TOKEN_HERE', '__DB_PASSWORD__',
  ])('not %s', (text) => {
    expect(couldBeSecret(text)).toBe(false);
  });
});

describe('time', () => {
  it('stays in proportion to hostile texts', () => {
    const started = performance.now();
    for (const text of ['a://'.repeat(50_000), 'eyJ'.repeat(60_000), `eyJ${'a'.repeat(200_000)}`, '-----BEGIN '.repeat(20_000), 'a:'.repeat(100_000), '/'.repeat(200_000)]) {
      secretIn(text);
      couldBeSecret(text);
      namesSecret(text);
    }
    matchesGlob(`${'*a'.repeat(200)}b`, 'a'.repeat(20_000));
    expect(performance.now() - started).toBeLessThan(4000);
  });
});

describe('patterns', () => {
  it.each([
    ['', '', true],
    ['*', '', true],
    ['*', 'anything', true],
    ['docker.io/*', 'docker.io/library/nginx', true],
    ['*.example.com/*/web', 'registry.example.com/shop/web', true],
    ['*_PASSWORD', 'DB_PASSWORD', true],
    ['a*b*c', 'aXbXbXc', true],
    ['docker.io', 'docker.io/library', false],
    ['a.c', 'abc', false],
    ['*_PASSWORD', 'DB_PASSWORDS', false],
    ['a*b', 'a', false],
    ['', 'a', false],
  ])('%s on %s: %s', (pattern, text, expected) => {
    expect(matchesGlob(pattern, text)).toBe(expected);
  });
});
