import type { TextRange } from '../text/index.js';

/** Names that speak of a secret, in words joined by `_` and in lower case. */
const SECRET_NAME =
  /(?:^|_)(?:[a-z0-9]*password|[a-z0-9]*passwd|pwd|passphrase|[a-z0-9]*secret|[a-z0-9]*token|bearer|[a-z0-9]*apikey|api_key|access_?key|private_?key|secret_?key|signing_?key|encryption_?key|client_?key|master_?key|account_?key|credentials?)(?=_|$)|^azure_.*key$|^oci_cli_key_content$/u;

/** The last words of names that speak of something about a secret, not of the secret. */
const HARMLESS_ENDING = new Set(
  (
    'address age algorithm algo allowed arn attempts audience backend cache class column config configmap count dir directory disabled duration enable enabled ' +
    'description encoding encryption endpoint env expiration expire expires expiry field file filename folder format grant header help hint host hours id ids interval issuer label ' +
    'key keyname length lifetime limit location manager max message method min minutes mode mount name names namespace needed parameter path pattern placeholder policy port prefix prompt property ' +
    'provider ref reference refresh region regex renewal required requirements role rotation rule rules ruleset scope seconds service size source store strategy suffix template text timeout title ttl type uri ' +
    'url urls user username validity version'
  ).split(' '),
);

/** `key` is harmless after `password` (the key under which it stands), not in the names of keys. */
const KEY_NAME = /(?:secret|access|private|signing|encryption|client|master|account|api|azure\w*)_?key$/u;

/** What the texts of {@link FORMS} have in common, so that all others cost one search. */
const KEYWORD =
  /PRIVATE KEY|AKIA|ASIA|gh[pousr]_|github_pat_|gl(?:pat|dt|rt|cbt|ptt|ft|soat|agent|imt)-|xox[abeoprs]-|xapp-|hooks\.slack\.com|[rs]k_live_|whsec_|AIza|GOCSPX-|npm_|eyJ|SG\.|AccountKey=|Q~|hv[sbr]\.|\.atlasv1\.|pypi-|dckr_|NRAK-|gl(?:sa|c)_|sk-|hf_|dapi|do[opr]_v1_|dp\.(?:pt|st|ct|sa|scim|audit)\.|shp(?:at|ss|ca|pa)_|lin_api_|ntn_|PMAK-|pul-|sntry[su]_|sq0|:AA|ATATT|ATBB|AGE-SECRET-KEY-|discord|rubygems_|xkeysib-|key-/u;

/** A token's form between other characters. */
function token(form: string): RegExp {
  return new RegExp(`(?<![A-Za-z0-9_-])(?:${form})(?![A-Za-z0-9_-])`, 'u');
}

/** Forms that only secrets have. Each names itself for messages. */
const FORMS: readonly (readonly [what: string, form: RegExp])[] = [
  ['a private key', /-{3,5} ?BEGIN (?:[A-Z0-9]{1,20} ){0,3}PRIVATE KEY(?: BLOCK)? ?-{3,5}/u],
  ['an AWS access key', /(?<![A-Za-z0-9/+])(?:AKIA|ASIA)[A-Z0-9]{16}(?![A-Za-z0-9/+])/u],
  ['a GitHub token', /(?<![A-Za-z0-9])(?:gh[pousr]_[A-Za-z0-9]{36}|github_pat_[A-Za-z0-9_]{22})/u],
  ['a GitLab token', /(?<![A-Za-z0-9])gl(?:pat|dt|rt|cbt|ptt|ft|soat|agent|imt)-[A-Za-z0-9_-]{20}/u],
  ['a Slack token', /(?<![A-Za-z0-9])xox[abeoprs]-[A-Za-z0-9-]{10}/u],
  ['a Slack token', token('xapp-[0-9]-[A-Z0-9]{5,20}-[0-9]{5,20}-[a-f0-9]{32,128}')],
  ['the address of a Slack webhook', /hooks\.slack\.com\/(?:services|workflows|triggers)\/T[A-Z0-9]{6,20}\/[A-Za-z0-9]{6,30}\/[A-Za-z0-9]{16,64}/u],
  ['the address of a Discord webhook', /discord(?:app)?\.com\/api\/webhooks\/[0-9]{17,20}\/[A-Za-z0-9_-]{60,80}/u],
  ['a Stripe key', /(?<![A-Za-z0-9])[rs]k_live_[A-Za-z0-9]{20}/u],
  ['a Stripe webhook secret', token('whsec_[A-Za-z0-9]{32,64}')],
  ['a Google API key', /(?<![A-Za-z0-9])AIza[A-Za-z0-9_-]{35}/u],
  ['a Google OAuth client secret', token('GOCSPX-[A-Za-z0-9_-]{28}')],
  ['an npm token', /(?<![A-Za-z0-9])npm_[A-Za-z0-9]{36}/u],
  ['a JSON Web Token', /(?<![A-Za-z0-9_-])eyJ[A-Za-z0-9_-]{8,4096}\.eyJ[A-Za-z0-9_-]{8,8192}\.[A-Za-z0-9_-]{8}/u],
  ['a SendGrid key', token('SG\\.[A-Za-z0-9_-]{22}\\.[A-Za-z0-9_-]{43}')],
  ['a Brevo key', token('xkeysib-[a-f0-9]{64}-[A-Za-z0-9]{16}')],
  ['a Mailgun key', token('key-[a-f0-9]{32}')],
  ['the key of an Azure storage account', /AccountKey=[A-Za-z0-9+/]{86}==/u],
  ['a Microsoft Entra client secret', /(?<![A-Za-z0-9_~.-])[A-Za-z0-9_~.]{3}[0-9]Q~[A-Za-z0-9_~.-]{31,34}(?![A-Za-z0-9_~.-])/u],
  ['a Vault token', token('hv[sbr]\\.[A-Za-z0-9_-]{24,300}')],
  ['a Terraform Cloud token', token('[A-Za-z0-9]{14}\\.atlasv1\\.[A-Za-z0-9_-]{60,70}')],
  ['a PyPI token', token('pypi-AgE[A-Za-z0-9_-]{50,300}')],
  ['a RubyGems key', token('rubygems_[a-f0-9]{48}')],
  ['a Docker Hub token', token('dckr_(?:pat|oat)_[A-Za-z0-9_-]{24,40}')],
  ['a New Relic key', token('NRAK-[A-Z0-9]{27}')],
  ['a Grafana token', token('glsa_[A-Za-z0-9]{32}_[A-Fa-f0-9]{8}')],
  ['a Grafana Cloud token', token('glc_eyJ[A-Za-z0-9+/=]{32,400}')],
  ['an OpenAI key', token('sk-(?:proj-|svcacct-|admin-)?[A-Za-z0-9_-]{20,100}T3BlbkFJ[A-Za-z0-9_-]{20,100}')],
  ['an Anthropic key', token('sk-ant-(?:api|admin)[0-9]{2}-[A-Za-z0-9_-]{80,110}')],
  ['a Hugging Face token', token('hf_[A-Za-z]{34}')],
  ['a Databricks token', token('dapi[a-f0-9]{32}(?:-[0-9])?')],
  ['a DigitalOcean token', token('do[opr]_v1_[a-f0-9]{64}')],
  ['a Doppler token', token('dp\\.(?:pt|st|ct|sa|scim|audit)\\.[A-Za-z0-9._-]{40,80}')],
  ['a Shopify token', token('shp(?:at|ss|ca|pa)_[a-fA-F0-9]{32}')],
  ['a Linear key', token('lin_api_[A-Za-z0-9]{40}')],
  ['a Notion token', token('ntn_[0-9]{11}[A-Za-z0-9]{35}')],
  ['a Postman key', token('PMAK-[a-f0-9]{24}-[a-f0-9]{34}')],
  ['a Pulumi token', token('pul-[a-f0-9]{40}')],
  ['a Sentry token', token('sntry(?:u_[a-f0-9]{64}|s_eyJ[A-Za-z0-9_+/=-]{80,400})')],
  ['a Square token', token('sq0(?:atp|csp|idp)-[A-Za-z0-9_-]{22,60}')],
  ['a Telegram bot token', token('[0-9]{8,10}:AA[A-Za-z0-9_-]{33}')],
  ['an Atlassian token', token('ATATT3xFf[A-Za-z0-9_=-]{150,250}')],
  ['a Bitbucket token', token('ATBB[A-Za-z0-9]{24,40}')],
  ['an age secret key', token('AGE-SECRET-KEY-1[QPZRY9X8GF2TVDW0S3JN54KHCE6MUA7L]{58}')],
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
  return formIn(text)?.what;
}

/** A part of a text that has the form of a secret. */
export interface SecretForm {
  /** For messages: `a private key`. */
  readonly what: string;
  /** Counted from the start of the text. */
  readonly range: TextRange;
}

/** The first part of a text that is a secret by its form. */
export function formIn(text: string): SecretForm | undefined {
  if (KEYWORD.test(text)) {
    for (const [what, form] of FORMS) {
      const match = form.exec(text);
      if (match) return { what, range: { start: match.index, end: match.index + match[0].length } };
    }
  }
  const address = URL_PASSWORD.exec(text);
  const password = address?.groups?.['password'];
  if (!address || password === undefined || !couldBeSecret(password)) return undefined;
  const end = address.index + address[0].length - 1;
  return { what: 'a password within an address', range: { start: end - password.length, end } };
}

/** Whether the name speaks of a password, not of a key, token or other thing that can be a name, too. */
export function namesPassword(name: string): boolean {
  return namesSecret(name) && /pass(?:word|wd|phrase)|pwd/iu.test(name);
}

/** Whether a text is made of characters that no word is made of: long enough, with letters and figures in no order. */
export function looksRandom(text: string): boolean {
  if (!/^[A-Za-z0-9+/_=.~!@#%^&*-]{12,4096}$/u.test(text) || !/[A-Za-z]/u.test(text) || (text.match(/[0-9]/gu) ?? []).length < 2) return false;
  if (/^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/iu.test(text)) return true;
  const words = text.split(/[-_.]/u);
  if (words.length > 1 && words.some((word) => /^(?:[a-z]{3,}|[A-Z]{3,}|[A-Z][a-z]{2,})$/u.test(word))) return false;
  if (/^[A-Za-z]+[0-9]{1,4}$/u.test(text)) return false;
  return entropy(text) >= 3;
}

/** Bits per character. */
function entropy(text: string): number {
  const counts = new Map<string, number>();
  for (const character of text) counts.set(character, (counts.get(character) ?? 0) + 1);
  let bits = 0;
  for (const count of counts.values()) bits -= (count / text.length) * Math.log2(count / text.length);
  return bits;
}

/** Whether a text can be the secret that its name speaks of: no reference, path, address, setting or placeholder. */
export function couldBeSecret(text: string): boolean {
  const value = text.trim();
  if (value === '' || value.includes('$(') || value.includes('${') || value.includes('{{')) return false;
  return ![SETTING, PLACEHOLDER, REPLACED, PATH, SHORT_NUMBER, REFERENCE, OBJECT_NAME, PLAIN_URL].some((form) => form.test(value));
}
