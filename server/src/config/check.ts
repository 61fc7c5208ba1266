import { KubernetesVersion, NEWEST_VERSION } from '../kubernetes/index.js';
import type { Path } from '../yaml/index.js';
import { isReadable } from './file-set.js';
import { nearest } from './nearest.js';
import { nameOf, shown, without } from './plain.js';
import type { StatedConfiguration } from './stated.js';
import { validate } from './validate.generated.js';

/** What is wrong with configuration data. */
export interface Flaw {
  /** Where: what stands there is not used. */
  readonly path: Path;
  /** What is wrong is the key, not the value. */
  readonly isKey: boolean;
  readonly message: string;
  readonly severity: 'error' | 'warning';
}

/** An error of the generated validator. */
interface SchemaError {
  readonly instancePath: string;
  readonly keyword: string;
  readonly params: Readonly<Record<string, unknown>>;
  readonly parentSchema: Readonly<Record<string, unknown>>;
  readonly data: unknown;
  /** The key that is wrong, where it is the key that is judged. */
  readonly propertyName?: string;
}

/** What a list of flaws shows at most; the rest of a hopeless file is like the first of it. */
const MOST_FLAWS = 100;
/** With more errors than this, nothing of a file is used. */
const MOST_ERRORS = 1000;
/** What is left after something is taken out can be wrong in turn: an empty list, a missing field. */
const MOST_ROUNDS = 6;

/** Checks plain data against the schema and answers what of it can be used. `today` (`YYYY-MM-DD`) makes ended suppressions known. */
export function check(data: unknown, today: string | undefined): { readonly stated: StatedConfiguration; readonly flaws: readonly Flaw[] } {
  const errors = errorsOf(data);
  const flaws = [...flawsOf(errors.slice(0, MOST_ERRORS), data), ...contentFlaws(data, today)];
  return { stated: errors.length > MOST_ERRORS ? {} : usable(data, flaws), flaws: flaws.slice(0, MOST_FLAWS) };
}

/** The data without what is wrong with it. */
function usable(data: unknown, flaws: readonly Flaw[]): StatedConfiguration {
  let wrong = flaws.filter((flaw) => flaw.severity === 'error');
  let left = data;
  for (let round = 0; round < MOST_ROUNDS; round++) {
    left = without(left, wrong.map((flaw) => unit(flaw.path))) ?? {};
    wrong = flawsOf(errorsOf(left), left);
    if (wrong.length === 0) return left as StatedConfiguration;
  }
  return {};
}

/** What must go together with a wrong part: a suppression or an override whose files are wrong must not hold for others. */
function unit(path: Path): Path {
  const isWhole = path[0] === 'suppressions' || path[0] === 'podTemplates' || (path[0] === 'overrides' && path[2] === 'files');
  return isWhole ? path.slice(0, 2) : path;
}

function errorsOf(data: unknown): readonly SchemaError[] {
  return validate(data) ? [] : ((validate as { errors?: readonly SchemaError[] | null }).errors ?? []);
}

function flawsOf(errors: readonly SchemaError[], data: unknown): Flaw[] {
  // Where there is a choice, it and the part of it that was tried both miss the right type; the choice says it better.
  const isChoice = ({ keyword, parentSchema }: SchemaError): boolean => keyword === 'type' && parentSchema['then'] !== undefined;
  const choices = new Set(errors.filter(isChoice).map((error) => error.instancePath));
  // What stands behind a key that should not be there is not judged.
  const unknown = new Set(errors.flatMap(({ instancePath, propertyName }) => (propertyName === undefined ? [] : [`${instancePath}/${propertyName.replaceAll('~', '~0').replaceAll('/', '~1')}`])));
  const isBehindUnknown = ({ instancePath }: SchemaError): boolean => unknown.size > 0 && (unknown.has(instancePath) || [...instancePath.matchAll(/\//gu)].some((slash) => unknown.has(instancePath.slice(0, slash.index))));
  return errors.flatMap((error) => {
    if (error.keyword === 'type' && !isChoice(error) && choices.has(error.instancePath)) return [];
    return isBehindUnknown(error) ? [] : (flawOf(error, data) ?? []);
  });
}

function flawOf(error: SchemaError, data: unknown): Flaw | undefined {
  const path = pathOf(error.instancePath, data);
  const at = (inner: Path, message: string, isKey = false): Flaw => ({ path: inner, isKey, severity: 'error', message: inner.length === 0 ? `${message.charAt(0).toUpperCase()}${message.slice(1)}` : `${nameOf(inner)}: ${message}` });
  const unknownKey = (key: string, known: readonly string[]): Flaw => at([...path, key], `there is no ${nounOf(path)} of this name.${suggestion(key, known)}`, true);
  const { params, parentSchema } = error;
  switch (error.keyword) {
    case 'additionalProperties':
      return unknownKey(String(params['additionalProperty']), Object.keys((parentSchema['properties'] ?? {}) as object));
    case 'required':
      return at(path, `\`${String(params['missingProperty'])}\` is missing here.`);
    case 'enum': {
      const allowed = params['allowedValues'] as readonly string[];
      const { data: value, propertyName } = error;
      if (propertyName !== undefined) return unknownKey(propertyName, allowed);
      if (typeof value !== 'string') return undefined; // Its type is wrong, which is said already.
      const isRule = path[0] === 'suppressions';
      return at(path, `${isRule ? `there is no rule ${shown(value)}.` : `${shown(value)} is none of ${oneOf(allowed, 'and')}.`}${suggestion(value, allowed)}`);
    }
    case 'type': {
      const choice = parentSchema['then'] as { enum?: readonly string[]; $ref?: string } | undefined;
      const isRule = choice?.$ref === '#/definitions/severity';
      const wanted = isRule ? 'a severity or a mapping with `severity` and `options`' : oneOf(([] as unknown[]).concat(parentSchema['type']).map((type) => TYPES[String(type)] ?? String(type)), 'or');
      return at(path, `${wanted} is expected, not ${shown(error.data)}.`);
    }
    case 'pattern':
      return at(path, `${shown(error.data)} does not fit: ${String(parentSchema['patternErrorMessage'])}`);
    case 'minimum':
    case 'maximum':
      return at(path, `${shown(error.data)} is ${error.keyword === 'minimum' ? 'less' : 'more'} than ${String(params['limit'])}.`);
    case 'maxItems':
      return at(path, `at most ${String(params['limit'])} entries are expected.`);
    case 'minItems':
      return at(path, 'at least one entry is expected.');
    default: // `if` and `propertyNames` only say that something within has failed, which is said already.
      return undefined;
  }
}

const TYPES: Readonly<Record<string, string>> = {
  object: 'a mapping',
  array: 'a list',
  string: 'a text',
  number: 'a number',
  integer: 'a whole number',
  boolean: '`true` or `false`',
};

function nounOf(path: Path): string {
  if (path.at(-1) === 'rules') return 'rule';
  return path.at(-1) === 'options' ? 'option' : 'field';
}

function suggestion(name: string, candidates: readonly string[]): string {
  const near = nearest(name, candidates);
  return near === undefined ? '' : ` Did you mean ${near}?`;
}

function oneOf(names: readonly string[], conjunction: string): string {
  return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} ${conjunction} ${names.at(-1) ?? ''}`;
}

/** A JSON pointer as a path; numbers where there are lists. */
function pathOf(pointer: string, data: unknown): Path {
  let value = data;
  return pointer
    .split('/')
    .slice(1)
    .map((part) => {
      const key = Array.isArray(value) ? Number(part) : part.replaceAll('~1', '/').replaceAll('~0', '~');
      value = (value as Readonly<Record<string | number, unknown>> | undefined)?.[key];
      return key;
    });
}

/** What the schema cannot say. The data may be wrong in every way. */
function contentFlaws(data: unknown, today: string | undefined): Flaw[] {
  const flaws: Flaw[] = [];
  const say = (path: Path, message: string, severity: Flaw['severity'] = 'error'): void => {
    flaws.push({ path, isKey: false, severity, message: `${nameOf(path)}: ${message}` });
  };
  const globs = (path: Path, value: unknown): void => {
    for (const [index, glob] of (Array.isArray(value) ? value : [value]).entries()) {
      if (typeof glob === 'string' && glob.length <= LONGEST_GLOB && !isReadable(glob)) say(Array.isArray(value) ? [...path, index] : path, `a bracket or brace of ${shown(glob)} is not closed.`);
    }
  };
  const version = (path: Path, value: unknown): void => {
    const stated = typeof value === 'string' ? KubernetesVersion.parse(value) : undefined;
    if (stated && !NEWEST_VERSION.atLeast(stated.major, stated.minor)) say(path, `${shown(value)} is not known to this version of Oakum; the newest that is known is ${NEWEST_VERSION.toString()}.`);
  };
  version(['kubernetesVersion'], part(data, 'kubernetesVersion'));
  globs(['exclude'], part(data, 'exclude'));
  for (const [index, override] of items(data, 'overrides')) {
    globs(['overrides', index, 'files'], part(override, 'files'));
    version(['overrides', index, 'kubernetesVersion'], part(override, 'kubernetesVersion'));
  }
  for (const [index, suppression] of items(data, 'suppressions')) {
    globs(['suppressions', index, 'files'], part(suppression, 'files'));
    const until = part(suppression, 'until');
    if (typeof until !== 'string' || !/^\d{4}-\d{2}-\d{2}$/u.test(until)) continue;
    if (!isDay(until)) say(['suppressions', index, 'until'], `there is no day ${shown(until)}.`);
    else if (today !== undefined && until < today) say(['suppressions', index, 'until'], `this suppression has ended on ${until} and silences nothing.`, 'warning');
  }
  return flaws;
}

/** As in the schema, which refuses longer ones. */
const LONGEST_GLOB = 500;

function part(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>)[key] : undefined;
}

function items(value: unknown, key: string): [number, unknown][] {
  const list = part(value, key);
  return Array.isArray(list) ? [...list.entries()] : [];
}

function isDay(text: string): boolean {
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}
