/** Names that speak of a secret, in words joined by `_` and in lower case. */
const SECRET_NAME =
  /(?:^|_)(?:[a-z0-9]*password|[a-z0-9]*passwd|pwd|passphrase|[a-z0-9]*secret|[a-z0-9]*token|bearer|[a-z0-9]*apikey|api_key|access_?key|private_?key|secret_?key|signing_?key|encryption_?key|client_?key|master_?key|account_?key|credentials?)(?=_|$)|^azure_.*key$|^oci_cli_key_content$/u;

/** The last words of names that speak of something about a secret, not of the secret. */
const HARMLESS_ENDING = new Set(
  (
    'address age algorithm algo allowed arn attempts audience backend cache class column config configmap count dir directory disabled duration enable enabled ' +
    'encoding encryption endpoint env expiration expire expires expiry field file filename folder format grant header host hours id ids interval issuer ' +
    'key keyname length lifetime limit location manager max method min minutes mode mount name names namespace needed parameter path policy port prefix property ' +
    'provider ref reference refresh region regex renewal required role rotation ruleset scope seconds service size source store strategy suffix template timeout ttl type uri ' +
    'url urls user username validity version'
  ).split(' '),
);

/** `key` is harmless after `password` (the key under which it stands), not in the names of keys. */
const KEY_NAME = /(?:secret|access|private|signing|encryption|client|master|account|api|azure\w*)_?key$/u;

/** Forms that only secrets have. Each names itself for messages. */
const FORMS: readonly (readonly [what: string, form: RegExp])[] = [
  ['a private key', /-{3,5} ?BEGIN (?:[A-Z0-9]{1,20} ){0,3}PRIVATE KEY(?: BLOCK)? ?-{3}/u],
  ['an AWS access key', /(?<![A-Za-z0-9/+])(?:AKIA|ASIA)[A-Z0-9]{16}(?![A-Za-z0-9/+])/u],
  ['a GitHub token', /(?<![A-Za-z0-9])(?:gh[pousr]_[A-Za-z0-9]{36}|github_pat_[A-Za-z0-9_]{22})/u],
  ['a GitLab token', /(?<![A-Za-z0-9])glpat-[A-Za-z0-9_-]{20}/u],
  ['a Slack token', /(?<![A-Za-z0-9])xox[abeoprs]-[A-Za-z0-9-]{10}/u],
  ['a Stripe key', /(?<![A-Za-z0-9])[rs]k_live_[A-Za-z0-9]{20}/u],
  ['a Google API key', /(?<![A-Za-z0-9])AIza[A-Za-z0-9_-]{35}/u],
  ['an npm token', /(?<![A-Za-z0-9])npm_[A-Za-z0-9]{36}/u],
  ['a JSON Web Token', /(?<![A-Za-z0-9])eyJ[A-Za-z0-9_-]{8,4096}\.eyJ[A-Za-z0-9_-]{8,8192}\.[A-Za-z0-9_-]{8}/u],
];

const URL_PASSWORD = /[A-Za-z][A-Za-z0-9+.-]{0,30}:\/\/[^\s:@/]{0,200}:(?<password>[^\s@/]{1,200})@/u;

/** Words of configuration that stand where a secret could. */
const SETTING = /^(?:true|false|yes|no|on|off|none|null|nil|default|auto|enabled?|disabled?|required|optional|always|never)$/iu;
const PLACEHOLDER = /^(?:<[^>]*>|\[[^\]]*\]|[x*.#-]+|redacted|removed|hidden|masked)$/iu;
/** Names that a script replaces before the manifest is applied: `INSERT_TOKEN_HERE`. */
const REPLACED = /^_*[A-Z][A-Z0-9]*(?:_+[A-Z0-9]+)+_*$/u;
const PATH = /^(?:\.{0,2}\/|~\/|[A-Za-z]:\\)[^\s=]*$/u;
const SHORT_NUMBER = /^(?:[+-]?\d{1,3}|\d+(?:\.\d+)?(?:ms|s|m|h|d))$/u;
/** Secrets that are fetched from elsewhere when the program starts. */
const REFERENCE = /^(?:\$[A-Za-z_]\w*$|(?:vault|ref\+\w+|op|arn|sm|gsm|awssm|ssm|akvs?|azkv|secretsmanager|secretmanager|gcp|gcpsm|env|file|doppler|kms|sops|projects)[:/]|ENC\[)/u;
const OBJECT_NAME = /^[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?-(?:auth|certs?|config|credentials?|creds|keys?|passwords?|secrets?|tls|tokens?)$/u;
const PLAIN_URL = /^[a-z][a-z0-9+.-]*:\/\/\S*$/iu;

/** Whether a variable of this name holds a secret: `DB_PASSWORD` and `awsSecretAccessKey` do, `TOKEN_TTL` and `PASSWORD_FILE` do not. */
export function namesSecret(name: string): boolean {
  const words = name
    .replace(/([a-z0-9])([A-Z])/gu, '$1_$2')
    .replace(/[^A-Za-z0-9]+/gu, '_')
    .toLowerCase()
    .replace(/^_+|_+$/gu, '');
  if (!SECRET_NAME.test(words)) return false;
  const last = words.slice(words.lastIndexOf('_') + 1);
  return !HARMLESS_ENDING.has(last) || KEY_NAME.test(words);
}

/** What secret a text holds by its form, for messages (`a private key`); undefined if none can be told. The text is never part of it. */
export function secretIn(text: string): string | undefined {
  for (const [what, form] of FORMS) if (form.test(text)) return what;
  const password = URL_PASSWORD.exec(text)?.groups?.['password'];
  return password !== undefined && couldBeSecret(password) ? 'a password within an address' : undefined;
}

/** Whether a text can be the secret that its name speaks of: no reference, path, address, setting or placeholder. */
export function couldBeSecret(text: string): boolean {
  const value = text.trim();
  if (value === '' || value.includes('$(') || value.includes('${') || value.includes('{{')) return false;
  return ![SETTING, PLACEHOLDER, REPLACED, PATH, SHORT_NUMBER, REFERENCE, OBJECT_NAME, PLAIN_URL].some((form) => form.test(value));
}
