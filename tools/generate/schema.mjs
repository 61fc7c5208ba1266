/** What a severity means, where people choose one. */
const SEVERITY_TEXT = {
  error: 'Exploitable as written, or refused by the API server.',
  warning: 'A weakened boundary.',
  information: 'Missing hardening.',
  hint: 'A matter of style.',
  off: 'The rule is not run.',
};

/** What a profile asks for. */
export const PROFILE_TEXT = {
  baseline: 'Known ways to more privileges are closed (the level Baseline of the Pod Security Standards).',
  restricted: 'Current practice of hardening as well (the level Restricted of the Pod Security Standards).',
  strict: 'Everything that a cautious team would ask for besides.',
  all: 'Every rule, those about reliability and style included.',
};

const GLOB_PATTERN = String.raw`^(?![^]{501})(?![^]*\\)(?!!?(?:[^]*\/)?\.\.(?:\/|$))(?!!?$)`;

const text = (description, more = {}) => ({ type: 'string', description, ...more });
const reference = (name, description) => ({ $ref: `#/definitions/${name}`, ...(description ? { description, markdownDescription: description } : {}) });
const described = (schema, description) => ({ ...schema, description: description.replaceAll('`', ''), markdownDescription: description });

/** The schema of one value of a rule's option. */
function optionSchema(option) {
  const { type, default: initial, description } = option;
  const common = { description: description.replaceAll('`', ''), markdownDescription: description, default: initial };
  if (type === 'string-list') return { type: 'array', items: { type: 'string' }, ...common };
  if (type === 'integer') {
    return { type, ...(option.minimum === undefined ? {} : { minimum: option.minimum }), ...(option.maximum === undefined ? {} : { maximum: option.maximum }), ...common };
  }
  return { type, ...(option.enum ? { enum: option.enum } : {}), ...common };
}

/** What the configuration can say of a rule: a severity, or a mapping with one and with options. */
function ruleSchema(options) {
  const object = {
    type: 'object',
    additionalProperties: false,
    properties: {
      severity: reference('severity', 'How findings of the rule are shown; `off` switches it off, anything else on, whatever the profile is.'),
      ...(options === undefined ? {} : { options: { type: 'object', description: 'What the rule is told.', additionalProperties: false, properties: options } }),
    },
  };
  return { anyOf: [reference('severity'), object] };
}

/** A rule's description in hovers and completion. */
function ruleText({ rule }) {
  const unless = rule.docs.unless ? ` Ignore it when ${rule.docs.unless}` : '';
  return `${rule.docs.summary}\n\n${rule.docs.why}${unless}\n\nIn itself: ${rule.severity}, from profile \`${rule.profile}\` on.`;
}

/** The JSON schema of the configuration, for editors and, without its prose, for the program itself. */
export function configurationSchema({ catalogue, PROFILES, SEVERITIES, NEWEST_VERSION }) {
  const severities = ['off', ...[...SEVERITIES].reverse()];
  const rules = Object.fromEntries(
    catalogue.map((entry) => {
      const { options } = entry.rule;
      const own = options && Object.keys(options).length > 0 ? ruleSchema(Object.fromEntries(Object.entries(options).map(([name, option]) => [name, optionSchema(option)]))) : reference('rule');
      return [entry.rule.id, { ...own, description: entry.rule.docs.summary, markdownDescription: ruleText(entry) }];
    }),
  );
  const settings = {
    profile: reference('profile', 'How much is asked of a manifest; each profile holds all of those before it.'),
    rules: reference('rules', 'Single rules, by name: a severity, or a mapping with `severity` and `options`. What is said here wins over the profile.'),
    kubernetesVersion: reference('kubernetesVersion', `The Kubernetes version that the manifests are for, such as \`${NEWEST_VERSION}\`.`),
    trustedRegistries: reference('trustedRegistries', 'Registries (`registry.example.com`) and repositories (`registry.example.com/team`) whose images are trusted.'),
  };
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: 'Oakum configuration',
    description: 'What Oakum asks of the Kubernetes manifests in this folder and below.',
    type: 'object',
    additionalProperties: false,
    properties: {
      extends: described(
        { anyOf: [reference('path'), { type: 'array', maxItems: 32, items: reference('path') }] },
        'The path of a configuration file, or a list of them, relative to this file. What later files say wins, what this file says wins over all of them.',
      ),
      ...settings,
      overrides: described(
        {
          type: 'array',
          maxItems: 1000,
          items: {
            type: 'object',
            additionalProperties: false,
            required: ['files'],
            properties: { files: reference('globs', 'The files that it is about: a glob or a list of globs, relative to the folder of this file.'), ...settings },
          },
        },
        'What holds for some files only. Of several that hold for a file, the last one wins.',
      ),
      exclude: reference('globs', 'Files that are not looked at: a glob or a list of globs, relative to the folder of this file. A folder means everything in it.'),
      podTemplates: described(
        {
          type: 'array',
          items: {
            type: 'object',
            additionalProperties: false,
            required: ['group', 'kind', 'template'],
            properties: {
              group: text('The API group of the kind, without version; empty for the core group.', { pattern: String.raw`^[^\s\/]*$`, patternErrorMessage: 'an API group is expected, without a version, such as `example.com`.' }),
              kind: text('The kind, such as `Rollout`.', { pattern: '^[A-Za-z][A-Za-z0-9]*$', patternErrorMessage: 'the name of a kind is expected, such as `Rollout`.' }),
              template: text('The path to the object with the pod\'s `metadata` and `spec`, with dots, such as `spec.template`; `*` stands for every item of a list or entry of a mapping; empty is the object itself.', {
                pattern: String.raw`^(?:[^\s.\[\]]+(?:\.[^\s.\[\]]+)*)?$`,
                patternErrorMessage: 'a path of names with dots between them is expected, such as `spec.template`.',
              }),
            },
          },
        },
        'Kinds that make pods, beside those that are known anyway.',
      ),
      suppressions: described(
        {
          type: 'array',
          items: {
            type: 'object',
            additionalProperties: false,
            required: ['rules', 'reason'],
            properties: {
              rules: { type: 'array', minItems: 1, items: reference('ruleId'), description: 'The rules whose findings are silenced.' },
              files: reference('globs', 'The files that it is about; all where nothing is said. A glob or a list of globs, relative to the folder of this file.'),
              reason: text('Why; for those who read it later, and for reports.', { pattern: String.raw`\S`, patternErrorMessage: 'a reason is expected.' }),
              until: text('The last day on which it holds, as `YYYY-MM-DD`.', { pattern: String.raw`^\d{4}-\d{2}-\d{2}$`, patternErrorMessage: 'a day is expected, as `YYYY-MM-DD`.' }),
            },
          },
        },
        'Findings that are known and accepted.',
      ),
    },
    definitions: {
      severity: { type: 'string', enum: severities, enumDescriptions: severities.map((severity) => SEVERITY_TEXT[severity]) },
      profile: { type: 'string', enum: [...PROFILES], enumDescriptions: PROFILES.map((profile) => PROFILE_TEXT[profile]), default: 'restricted' },
      rule: ruleSchema(undefined),
      rules: { type: 'object', additionalProperties: false, properties: rules },
      ruleId: { type: 'string', enum: catalogue.map(({ rule }) => rule.id) },
      kubernetesVersion: {
        type: ['string', 'number'],
        pattern: String.raw`^v?1\.\d{1,2}(?:\.\d{1,3})?$`,
        patternErrorMessage: `a version is expected, such as ${NEWEST_VERSION}.`,
        default: String(NEWEST_VERSION),
      },
      trustedRegistries: {
        type: 'array',
        items: { type: 'string', pattern: String.raw`^[^\s@*]+$`, patternErrorMessage: 'a registry or repository is expected, such as `registry.example.com/team`.' },
      },
      glob: {
        type: 'string',
        pattern: GLOB_PATTERN,
        patternErrorMessage: 'a glob is expected, with `/` between folders (on every system) without `..`, of at most 500 characters.',
      },
      path: { type: 'string', pattern: String.raw`^(?!\/|[A-Za-z][\w+.-]*:)[^\\]+$`, patternErrorMessage: 'a path is expected that is relative to this file, with forward slashes.' },
      globs: { anyOf: [reference('glob'), { type: 'array', maxItems: 1000, items: reference('glob') }] },
    },
  };
}
