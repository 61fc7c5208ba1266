import { PROFILE_TEXT } from './schema.mjs';

const SCHEMA = './schemas/oakum.schema.json';

/** The editor's settings, from the same descriptions as the configuration file's. */
function settings({ catalogue, DEFAULT_SETTINGS, PROFILES }, schema) {
  const { properties, definitions } = schema;
  const resource = (order, property) => ({ order, scope: 'resource', ...property });
  const stated = (text) => `${text} What an \`.oakum.yaml\` says wins over it.`;
  return {
    'oakum.configurationFile': resource(5, {
      type: 'string',
      default: '',
      markdownDescription: 'The path of the configuration file, from the workspace folder on. Empty: the nearest `.oakum.yaml`, `.oakum.yml` or `.oakum.json` in the folder of the file or above it.',
    }),
    'oakum.enable': resource(1, { type: 'boolean', default: true, markdownDescription: 'Look at Kubernetes manifests while they are edited.' }),
    'oakum.hover.enable': resource(7, { type: 'boolean', default: true, markdownDescription: 'Explain findings and security settings, with the value that is in force, when the pointer rests on them.' }),
    'oakum.kubernetesVersion': resource(3, {
      type: 'string',
      default: DEFAULT_SETTINGS.kubernetesVersion,
      pattern: definitions.kubernetesVersion.pattern,
      patternErrorMessage: `${definitions.kubernetesVersion.patternErrorMessage.replace(/^a/, 'A')}`,
      markdownDescription: stated(properties.kubernetesVersion.markdownDescription),
    }),
    'oakum.profile': resource(2, {
      type: 'string',
      default: DEFAULT_SETTINGS.profile,
      enum: [...PROFILES],
      markdownEnumDescriptions: PROFILES.map((profile) => PROFILE_TEXT[profile]),
      markdownDescription: stated(properties.profile.markdownDescription),
    }),
    'oakum.rules': resource(6, {
      type: 'object',
      default: {},
      additionalProperties: false,
      properties: Object.fromEntries(catalogue.map(({ rule }) => [rule.id, { type: 'string', enum: definitions.severity.enum, description: rule.docs.summary }])),
      markdownDescription: stated('Single rules, by name: their severity, or `off`. What is said here wins over the profile.'),
    }),
    'oakum.trace.server': { order: 8, scope: 'window', type: 'string', enum: ['off', 'messages', 'verbose'], default: 'off', markdownDescription: 'What is written to the output channel of what the editor and the language server say to each other.' },
    'oakum.trustedRegistries': resource(4, {
      type: 'array',
      items: { type: 'string' },
      default: [...DEFAULT_SETTINGS.trustedRegistries],
      markdownDescription: stated(properties.trustedRegistries.markdownDescription),
    }),
  };
}

/** package.json with the contributions that are derived; everything else stays as it is. */
export function manifest(program, schema, text) {
  const json = JSON.parse(text);
  const contributes = {
    ...json.contributes,
    configuration: { title: 'Oakum', properties: settings(program, schema) },
    jsonValidation: [{ fileMatch: '.oakum.json', url: SCHEMA }],
    yamlValidation: ['.oakum.yaml', '.oakum.yml'].map((fileMatch) => ({ fileMatch, url: SCHEMA })),
  };
  json.contributes = Object.fromEntries(Object.entries(contributes).sort(([a], [b]) => (a < b ? -1 : 1)));
  return `${JSON.stringify(json, null, 2)}\n`;
}
