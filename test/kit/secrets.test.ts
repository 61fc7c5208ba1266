import { describe, expect, it } from 'vitest';
import { couldBeSecret, decodeBase64, looksRandom, matchesGlob, namesSecret, secretArguments, secretIn, secretsInText } from '../../server/src/kit/index.js';

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

describe('forms of tokens', () => {
  it.each([
    ['a Vault token', `hvs.${'a1'.repeat(14)}`],
    ['a Google OAuth client secret', `GOCSPX-${'a1'.repeat(14)}`],
    ['a SendGrid key', `SG.${'a1'.repeat(11)}.${'b2'.repeat(21)}c`],
    ['the key of an Azure storage account', `AccountName=shop;AccountKey=${'a1'.repeat(43)}==;EndpointSuffix=core.windows.net`],
    ['a Docker Hub token', `dckr_pat_${'a1'.repeat(13)}`],
    ['a Grafana token', `glsa_${'a1'.repeat(16)}_0a1b2c3d`],
    ['a Databricks token', `dapi${'a1'.repeat(16)}`],
    ['a Hugging Face token', `hf_${'aB'.repeat(17)}`],
    ['a DigitalOcean token', `dop_v1_${'a1'.repeat(32)}`],
    ['a Telegram bot token', `123456789:AA${'a1'.repeat(16)}b`],
    ['an age secret key', `AGE-SECRET-KEY-1${'QP'.repeat(29)}`],
    ['a Microsoft Entra client secret', `abc8Q~${'aB1'.repeat(11)}`],
  ])('%s', (what, text) => {
    expect(secretIn(text)).toBe(what);
    expect(secretIn(`key: "${text}"`)).toBe(what);
    expect(secretIn(`x${text.replace(/[^A-Za-z0-9_-]/gu, '')}x`.slice(0, 12))).toBeUndefined();
  });
});

describe('random texts', () => {
  it.each(['q8Jx2mWn7Lp4Rv9Tz3', '0b7c9f2e-4d1a-4c3b-9e8f-a1b2c3d4e5f6', '9f86d081884c7d659a2f'])('%s', (text) => {
    expect(looksRandom(text)).toBe(true);
  });

  it.each(['', 'short1a2', 'shop-db-credentials-2024', 'PasswordPassword1', 'a b c d e f g 1 2 3', 'correct-horse-battery', '123456789012345', 'aaaaaaaaaaaa11'])('not %s', (text) => {
    expect(looksRandom(text)).toBe(false);
  });
});

describe('secrets in texts', () => {
  it.each([
    ['password = correct-horse', 'correct-horse'],
    ['  "dbPassword": "correct-horse",', 'correct-horse'],
    ["export PGPASSWORD='correct-horse' # by hand", 'correct-horse'],
    ['- password: correct-horse', 'correct-horse'],
    ['a\r\npassword=correct-horse\r\nb', 'correct-horse'],
    ['url: redis://:correct-horse@cache', 'correct-horse'],
    ['client_secret=q8Jx2mWn7Lp4Rv9Tz3', 'q8Jx2mWn7Lp4Rv9Tz3'],
  ])('%s', (text, secret) => {
    expect(secretsInText(text).map(({ range }) => text.slice(range.start, range.end))).toEqual([secret]);
  });

  it.each([
    '# password: correct-horse', 'password: $PASSWORD', 'password=', 'password: the password of the shop', 'password = get_password()', 'password: "{{ .password }}"', 'password: [a, b]', 'existingSecret: shop-db',
    'token: default', 'secretName: shop', 'password: password', 'if (password == other) {', 'password := os.Getenv("PASSWORD")', 'passwordFile: correct-horse', 'tokenUrl: https://login.example.com',
  ])('not %s', (text) => {
    expect(secretsInText(text)).toEqual([]);
  });

  it('reads words of programs as names', () => {
    expect(secretsInText('password = other', 'main.py')).toEqual([]);
    expect(secretsInText('password = "correct-horse"', 'main.py')).toHaveLength(1);
  });

  it('decodes base64', () => {
    expect(decodeBase64('Y29ycmVjdC1ob3JzZQ==')).toBe('correct-horse');
    expect(decodeBase64('Y29ycmVj\ndC1ob3Jz\nZQ==')).toBe('correct-horse');
    for (const text of ['', 'abc', 'a=b=', '****', '====']) expect(decodeBase64(text)).toBeUndefined();
  });

  it('takes time in proportion to the text', () => {
    const started = performance.now();
    for (const text of ['password='.repeat(100_000), 'a'.repeat(500_000), ' '.repeat(500_000), 'password: "'.repeat(90_000), '\npassword: x'.repeat(90_000), '-'.repeat(300_000), "a='".repeat(200_000)]) {
      secretsInText(text);
      secretArguments([text, ` ${text} `]);
    }
    expect(performance.now() - started).toBeLessThan(6000);
  });
});
