/** The languages in which manifests, or YAML that may be one, are edited. */
export const LANGUAGES = ['yaml', 'json', 'jsonc', 'dockercompose', 'github-actions-workflow', 'helm'] as const;
